import { readdirSync, readFileSync } from 'node:fs';
import { cardId } from '#lib/base/ids.ts';
import { addDays, daysBetween, studyDayAt, type Instant, type StudyDay } from '#lib/base/time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades, NEW_STATE, type CardState, type Grade, type Moment } from './card-state.ts';
import { createScheduler } from './scheduler.ts';
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS, modelId, type SchedulingSettings } from './settings.ts';

const card = cardId('pack', 'ceasefire', 'when');
const plain: SchedulingSettings = { ...DEFAULT_SETTINGS, fuzz: false };
const noon = (day: string): Moment => ({
  at: Date.parse(`${day}T12:00:00Z`) as Instant,
  day: day as StudyDay,
});

/** The moment at which a card is due. */
function dueMoment(state: CardState): Moment {
  if (state.phase === 'new') return noon('2026-01-01');
  if (state.phase === 'review') return noon(state.dueDay);
  return { at: state.dueAt, day: state.lastDay };
}

function reviewed(ratings: readonly Grade[], settings = plain, state: CardState = NEW_STATE) {
  const scheduler = createScheduler(settings);
  return ratings.reduce<CardState>(
    (before, grade) => scheduler.review(card, before, dueMoment(before), grade).state,
    state,
  );
}

const minutes = (state: CardState, grade: Grade, settings = plain) => {
  const { delay } = createScheduler(settings).review(card, state, dueMoment(state), grade);
  return delay.unit === 'minutes' ? delay.minutes : `${delay.days} d`;
};

describe('the known vectors of FSRS-6', () => {
  it('gives the published difficulty of a first review', () => {
    const scheduler = createScheduler(plain);
    const difficulty = grades.map((grade) => scheduler.nextMemory(null, 0, grade).difficulty);
    [6.4133, 5.11217071, 2.11810397, 1].forEach((known, i) => {
      expect(difficulty[i]).toBeCloseTo(known, 8);
    });
  });

  it('gives the published intervals for six Good, two Again, five Good', () => {
    const ratings: Grade[] = [
      ...Array<Grade>(6).fill('good'),
      ...Array<Grade>(2).fill('again'),
      ...Array<Grade>(5).fill('good'),
    ];
    const scheduler = createScheduler(plain);
    let state: CardState = NEW_STATE;
    const intervals = ratings.map((grade) => {
      const { delay, state: next } = scheduler.review(card, state, dueMoment(state), grade);
      state = next;
      return delay.unit === 'days' ? delay.days : 0;
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });
});

describe('what ts-fsrs does otherwise', () => {
  it('R1 counts study days, not UTC dates', () => {
    // In Los Angeles 17:00 on 1 March and noon on 2 March: one date by UTC, two study days.
    // At 03:59 on 2 March the study day of 1 March still lasts.
    const zone = 'America/Los_Angeles';
    const moment = (text: string): Moment => {
      const at = Date.parse(text) as Instant;
      return { at, day: studyDayAt(at, zone) };
    };
    const scheduler = createScheduler({ ...plain, learningSteps: [] });
    const first = scheduler.review(card, NEW_STATE, moment('2026-03-02T01:00:00Z'), 'good').state;
    const late = scheduler.review(card, first, moment('2026-03-02T20:00:00Z'), 'good');
    expect(first.lastDay).toBe('2026-03-01');
    expect(late.elapsedDays).toBe(1);
    const night = scheduler.review(card, first, moment('2026-03-02T11:59:00Z'), 'good');
    expect(night.elapsedDays).toBe(0);
  });

  it('R2 counts no days when the clock went back, and says so', () => {
    const state = reviewed(['good', 'good', 'good']);
    const back = createScheduler(plain).review(card, state, noon('2016-01-01'), 'good');
    expect(back).toMatchObject({ elapsedDays: 0, clockWentBack: true });
    expect(back.state.phase === 'review' && back.state.dueDay > '2016-01-01').toBe(true);
    const forward = createScheduler(plain).review(card, back.state, noon('2016-02-01'), 'good');
    expect(forward).toMatchObject({ elapsedDays: 31, clockWentBack: false });
  });

  it('R3 has the learning steps of Anki', () => {
    const second = reviewed(['good']);
    expect(grades.map((grade) => minutes(NEW_STATE, grade))).toEqual([1, 6, 10, '8 d']);
    expect(grades.slice(0, 2).map((grade) => minutes(second, grade))).toEqual([1, 10]);
    expect(minutes(second, 'good')).toBe('2 d');
    const learned = reviewed(['good', 'good']);
    expect(minutes(learned, 'again')).toBe(10);
    const lapsed = reviewed(['good', 'good', 'again']);
    expect(grades.slice(0, 2).map((grade) => minutes(lapsed, grade))).toEqual([10, 15]);
    const single = { ...plain, learningSteps: [1000] };
    expect(minutes(NEW_STATE, 'hard', single)).toBe(1439);
  });

  it('R5 keeps the settings of one scheduler when another is made', () => {
    const wide = createScheduler({ ...plain, desiredRetention: 0.8 });
    const before = wide.idealInterval({ stability: 10, difficulty: 5 });
    createScheduler({ ...plain, desiredRetention: 0.95 });
    expect(wide.idealInterval({ stability: 10, difficulty: 5 })).toBe(before);
    expect(before).toBeGreaterThan(20);
  });

  it('R6 S8 keeps to the maximum interval after fuzz, and to Hard ≤ Good ≤ Easy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...grades), { maxLength: 12 }),
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        fc.double({ min: 0.7, max: 0.99, noNaN: true }),
        fc.nat(100),
        (ratings, maximumInterval, fuzz, desiredRetention, seed) => {
          const settings = { ...plain, maximumInterval, fuzz, desiredRetention };
          const state = reviewed(ratings, settings);
          const preview = createScheduler(settings).preview(
            cardId('pack', `fact-${seed}`, 'when'),
            state,
            dueMoment(state),
          );
          const days = grades.map((grade) => {
            const { delay } = preview[grade];
            return delay.unit === 'days' ? delay.days : 0;
          });
          const [again, hard, good, easy] = days as [number, number, number, number];
          expect(again).toBeLessThanOrEqual(maximumInterval);
          expect(hard).toBeLessThanOrEqual(good);
          expect(good).toBeLessThanOrEqual(easy);
          expect(easy).toBeLessThanOrEqual(maximumInterval);
        },
      ),
    );
  });

  it('R7 S7 gives what the preview showed, seconds later too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...grades), { maxLength: 12 }),
        fc.constantFrom(...grades),
        fc.nat(59_999),
        (ratings, grade, laterMs) => {
          const settings = { ...plain, fuzz: true };
          const state = reviewed(ratings, settings);
          const shown = dueMoment(state);
          const given = { at: (shown.at + laterMs) as Instant, day: shown.day };
          const scheduler = createScheduler(settings);
          const preview = scheduler.preview(card, state, shown)[grade];
          expect(scheduler.review(card, state, given, grade).delay).toEqual(preview.delay);
          expect(scheduler.review(card, state, shown, grade)).toEqual(preview);
        },
      ),
    );
  });

  it('R8 gives cards whose number and count add up to the same text their own fuzz', () => {
    const scheduler = createScheduler({ ...plain, fuzz: true });
    const base = reviewed(['good', 'good', 'good', 'good', 'good']);
    const intervals = new Set(
      Array.from({ length: 20 }, (_, n) => {
        const state = { ...base, reps: 30 - n } as CardState;
        const id = cardId('pack', 'fact', `${n}`);
        return JSON.stringify(scheduler.review(id, state, dueMoment(base), 'good').delay);
      }),
    );
    expect(intervals.size).toBeGreaterThan(8);
  });

  it('R9 starts with a stability below 0.1 if a weight says so', () => {
    const weights = [0.02, ...DEFAULT_WEIGHTS.slice(1)];
    const scheduler = createScheduler({ ...plain, model: { name: 'fsrs-6', weights } });
    expect(scheduler.nextMemory(null, 0, 'again').stability).toBe(0.02);
  });

  it('R10 refuses settings that the library would replace in silence', () => {
    const weights = DEFAULT_WEIGHTS.slice(1);
    const wrong: Partial<SchedulingSettings>[] = [
      { model: { name: 'fsrs-6', weights } },
      { model: { name: 'fsrs-6', weights: [...weights, NaN] } },
      { desiredRetention: 0 },
      { maximumInterval: 0 },
      { learningSteps: [0] },
      { relearningSteps: [1440] },
    ];
    for (const change of wrong) {
      expect(() => createScheduler({ ...plain, ...change })).toThrow(Object.keys(change)[0]);
    }
  });

  it('R11 lets one file import the library, which adds methods to every date', () => {
    const root = new URL('../../', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(ts|svelte|js)$/.test(file),
    );
    const importing = files.filter((file) =>
      /from\s*['"]ts-fsrs['"]|import\(\s*['"]ts-fsrs['"]/.test(
        readFileSync(new URL(file, root), 'utf8'),
      ),
    );
    expect(importing.map((file) => file.replaceAll('\\', '/'))).toEqual(['lib/study/scheduler.ts']);
  });

  it('R12 is due on a day, whatever the hour of the review', () => {
    const state = reviewed(['good']);
    const scheduler = createScheduler(plain);
    const due = [1, 23].map((hour) => {
      const at = Date.parse('2026-01-01T00:00:00Z') + hour * 3_600_000;
      const now = { at: at as Instant, day: '2026-01-01' as StudyDay };
      return scheduler.review(card, state, now, 'good').state;
    });
    expect(due.map((next) => (next.phase === 'review' ? next.dueDay : null))).toEqual([
      '2026-01-03',
      '2026-01-03',
    ]);
  });
});

describe('S10 study days', () => {
  const settings = { ...plain, learningSteps: [] };
  const elapsed = (zone: string, from: string, to: string) => {
    const scheduler = createScheduler(settings);
    const moment = (text: string): Moment => {
      const at = Date.parse(text) as Instant;
      return { at, day: studyDayAt(at, zone) };
    };
    const first = scheduler.review(card, NEW_STATE, moment(from), 'good').state;
    return scheduler.review(card, first, moment(to), 'good').elapsedDays;
  };

  it.each([
    // Los Angeles: clocks go forward on 8 March 2026, so that day has 23 hours.
    ['America/Los_Angeles', '2026-03-07T20:00:00-08:00', '2026-03-08T20:00:00-07:00', 1],
    ['America/Los_Angeles', '2026-03-07T23:30:00-08:00', '2026-03-08T03:59:00-07:00', 0],
    ['America/Los_Angeles', '2026-10-31T04:30:00-07:00', '2026-11-01T04:30:00-08:00', 1],
    ['Asia/Kolkata', '2026-05-01T03:59:00+05:30', '2026-05-01T04:00:00+05:30', 1],
    ['Asia/Kolkata', '2026-05-01T04:00:00+05:30', '2026-05-02T03:59:00+05:30', 0],
    // Auckland: clocks go back on 5 April 2026, so that day has 25 hours.
    ['Pacific/Auckland', '2026-04-04T22:00:00+13:00', '2026-04-05T22:00:00+12:00', 1],
    ['Pacific/Auckland', '2026-04-05T04:00:00+12:00', '2026-04-06T03:59:00+12:00', 0],
    ['Pacific/Auckland', '2026-09-26T23:00:00+12:00', '2026-10-06T05:00:00+13:00', 10],
  ])('%s: from %s to %s are %i', (zone, from, to, days) => {
    expect(elapsed(zone, from, to)).toBe(days);
  });

  it('a day flown back over the date line counts as none', () => {
    const scheduler = createScheduler(settings);
    const at = Date.parse('2026-05-01T20:00:00Z') as Instant;
    const auckland = { at, day: studyDayAt(at, 'Pacific/Auckland') };
    const later = (at + 12 * 3_600_000) as Instant;
    const honolulu = { at: later, day: studyDayAt(later, 'Pacific/Honolulu') };
    const first = scheduler.review(card, NEW_STATE, auckland, 'good').state;
    expect(daysBetween(auckland.day, honolulu.day)).toBe(-1);
    expect(scheduler.review(card, first, honolulu, 'good').elapsedDays).toBe(0);
  });
});

it('S11 never throws and never goes back', () => {
  const days = fc.integer({ min: -800_000, max: 2_900_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...grades), days)), (reviews) => {
      const scheduler = createScheduler({ ...plain, fuzz: true });
      let state: CardState = NEW_STATE;
      for (const [grade, offset] of reviews) {
        const day = addDays('2026-01-01' as StudyDay, Math.max(offset, -700_000));
        const at = (Date.UTC(2026, 0, 1) + offset * 86_400_000) as Instant;
        const {
          delay,
          elapsedDays,
          state: next,
        } = scheduler.review(card, state, { at, day }, grade);
        expect(delay.unit === 'days' ? delay.days : delay.minutes).toBeGreaterThan(0);
        expect(elapsedDays).toBeGreaterThanOrEqual(0);
        expect(next.memory.stability).toBeGreaterThan(0);
        expect(next.phase !== 'review' || next.dueDay >= day).toBe(true);
        state = next;
      }
    }),
  );
});

it('names a model by its weights', () => {
  const weights = [0.3, ...DEFAULT_WEIGHTS.slice(1)];
  expect(modelId(plain.model)).toBe('fsrs-6/default');
  expect(modelId({ name: 'fsrs-6', weights })).toMatch(/^fsrs-6\/[0-9a-f]{8}$/);
});

it('moves a due day only to where the settings would have put it', () => {
  const state = reviewed(['good', 'good', 'good']);
  if (state.phase !== 'review') throw new Error('three times Good is past the steps');
  expect(createScheduler(plain).reschedule(card, state)).toEqual(state);
  const stricter = createScheduler({ ...plain, desiredRetention: 0.97 }).reschedule(card, state);
  expect(stricter.interval).toBeLessThan(state.interval);
  expect(daysBetween(state.lastDay, stricter.dueDay)).toBe(stricter.interval);
});
