import { cardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { sampleCard } from '#lib/deck/card-builder.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import { countsFor } from '#lib/study/counts.ts';
import { seeded } from '#lib/base/random.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, levelsOf, monthsOf, studiedByMonth, sumOfDays, WEEKS } from './activity.ts';
import { addPrediction, calibrationOf, emptyPredictions } from './calibration.ts';
import { distributionsOf } from './distributions.ts';
import { forecastOf } from './forecast.ts';
import { cardA, cardB, handLog } from './hand-log.ts';
import { shadeOf } from './knowledge.ts';
import { masteryBy } from './mastery.ts';
import { addToLosses, emptyLosses, lossesOf, WINDOW } from './log-loss.ts';
import { mondayOf } from './retention.ts';
import { shareOf } from './share.ts';

const day = (text: string) => text as StudyDay;
const moment = (text: string) => ({
  at: Date.parse(`${text}T12:00:00Z`) as Instant,
  day: day(text),
});

const card = (id: string, more: Partial<Card> = {}): Card =>
  sampleCard(id, 'when', { id: id as Card['id'], sources: [], ...more });

describe('T2 shares', () => {
  // From a table of Wilson's interval.
  it.each([
    [8, 10, 0.4902, 0.9433],
    [2, 4, 0.15, 0.85],
    [0, 10, 0, 0.2775],
  ])('%i of %i lie between %f and %f', (hits, of, low, high) => {
    const share = shareOf(hits, of);
    expect(share?.low).toBeCloseTo(low, 3);
    expect(share?.high).toBeCloseTo(high, 3);
  });

  it('nothing counted is no share', () => {
    expect(shareOf(0, 0)).toBeNull();
  });
});

describe('A1 activity', () => {
  const state = foldLog(handLog());

  it('ends today and begins on a Monday 52 weeks before', () => {
    const calendar = calendarOf(state, day('2026-03-10'));
    expect(calendar[0]).toMatchObject({ day: '2025-03-10', week: 0, weekday: 0 });
    expect(calendar.at(-1)).toMatchObject({ day: '2026-03-10', week: WEEKS - 1, weekday: 1 });
    expect(calendar.filter(({ tally }) => tally.reviews > 0).map((one) => one.day)).toEqual([
      '2026-01-01',
      '2026-01-04',
      '2026-01-29',
      '2026-03-10',
    ]);
    const january = monthsOf(calendar).find(({ month }) => month === '2026-01');
    // 6 reviews of half a minute and a minute of practice.
    expect(january?.sum).toEqual({ daysStudied: 3, reviews: 6, crammed: 1, minutes: 4 });
  });

  it('tells each month by the days on which anything was done', () => {
    const months = studiedByMonth(calendarOf(state, day('2026-03-10')));
    expect(
      months.map(({ month, days }) => [
        month,
        days.map(({ day: on, tally }) => [on, tally.reviews]),
      ]),
    ).toEqual([
      [
        '2026-01',
        [
          ['2026-01-01', 3],
          ['2026-01-04', 1],
          ['2026-01-29', 2],
        ],
      ],
      ['2026-03', [['2026-03-10', 1]]],
    ]);
    expect(months[0]?.days[0]?.tally).toMatchObject({ crammed: 1, tookMs: 150_000 });
  });

  it('adds all days up', () => {
    expect(sumOfDays(state.days.values())).toEqual({
      daysStudied: 4,
      reviews: 7,
      crammed: 1,
      minutes: 4.5,
    });
  });

  it('draws quarters of the days apart, and nothing as nothing', () => {
    const level = levelsOf([0, 1, 2, 3, 4, 1000, 5, 6, 7]);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 1000].map(level)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(levelsOf([])(0)).toBe(0);
    expect(levelsOf([3])(3)).toBe(1);
  });

  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-16', '2026-11-16'],
    ['1969-12-31', '1969-12-29'],
  ])('the Monday of %s is %s', (one, monday) => {
    expect(mondayOf(day(one))).toBe(monday);
  });
});

describe('O1 forecast', () => {
  const cards = [card(cardA), card(cardB), card('pack/c#when'), card('pack/d#when')];

  it('three cards by hand: in 8 days, in 2 days, and still in its steps', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    // Without fuzz. Easy holds 8.2956 days; Good and Good again on one day 2.3065; Again waits for a minute.
    const state = foldLog([
      device.record('learningSettingsChanged', { changes: { fuzz: false }, reschedule: false }),
      device.review(cardA, 'easy'),
      device.review(cardB, 'good'),
      device.review(cardB, 'good'),
      device.review(cardId('pack', 'c', 'when'), 'again'),
    ]);
    const at = (today: string, length: number) => {
      const { backlog, days, later } = forecastOf(cards, state, { day: day(today) }, length);
      return { backlog, due: days.map((one) => one.due), later };
    };
    expect(at('2026-01-01', 9)).toEqual({
      backlog: 0,
      due: [1, 0, 1, 0, 0, 0, 0, 0, 1],
      later: 0,
    });
    expect(at('2026-01-01', 3)).toEqual({ backlog: 0, due: [1, 0, 1], later: 1 });
    expect(at('2026-01-01', 8)).toMatchObject({ backlog: 0, later: 1 });
    expect(at('2026-01-05', 5)).toEqual({ backlog: 1, due: [1, 0, 0, 0, 1], later: 0 });
  });

  it('puts every card on the one day on which it comes next', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const log: LogEvent[] = [
      device.review(cardA, 'easy'),
      device.review(cardB, 'easy'),
      device.review(cardId('pack', 'c', 'when'), 'easy'),
      device.record('cardSuspended', { cardId: cardB }),
    ];
    const state = foldLog(log);
    const schedule = state.cards.get(cardA)?.schedule;
    if (schedule?.phase !== 'review') throw new Error('easy leaves the steps');
    const at = (today: string) => forecastOf(cards, state, { day: day(today) }, 30);
    const early = at('2026-01-02');
    expect(early.days.find(({ due }) => due > 0)?.day).toBeDefined();
    expect(early.days.reduce((sum, { due }) => sum + due, 0)).toBe(2);
    expect(at('2025-01-02')).toMatchObject({ backlog: 0, later: 2 });
    expect(at('2027-01-02')).toMatchObject({ backlog: 2, later: 0 });
    expect(at(schedule.dueDay).days[0]?.due).toBeGreaterThanOrEqual(1);
  });

  it('a corrected card comes today, a buried one not before its day', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const log: LogEvent[] = [
      device.review(cardA, 'easy'),
      device.review(cardB, 'easy'),
      device.record('cardBuried', { cardId: cardB, until: day('2026-06-01') }),
    ];
    const state = foldLog(log);
    const corrected = [card(cardA, { rev: 2 }), card(cardB)];
    const { days, backlog } = forecastOf(corrected, state, { day: day('2026-05-31') }, 2);
    expect([backlog, ...days.map(({ due }) => due)]).toEqual([0, 1, 1]);
  });

  it('holds today and the backlog to what the page Today counts', () => {
    const ids = Array.from({ length: 12 }, (_, n) => cardId('pack', `f${n}`, 'when'));
    const all = ids.map((id) => card(id));
    const arbLog = fc.array(
      fc.tuple(
        fc.constantFrom(...ids),
        fc.constantFrom('again', 'hard', 'good', 'easy'),
        fc.constantFrom('review', 'suspend', 'bury', 'quiz'),
        fc.nat(9),
      ),
    );
    fc.assert(
      fc.property(arbLog, fc.nat(40), (acts, wait) => {
        const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
        const later = (days: number) => (device.at = (device.at + days * 86_400_000) as Instant);
        const log = acts.map(([id, grade, what, days]): LogEvent => {
          later(days);
          const event = device.review(id, grade);
          if (what === 'suspend') return device.record('cardSuspended', { cardId: id });
          if (what === 'bury')
            return device.record('cardBuried', { cardId: id, until: day('2026-03-01') });
          if (what === 'quiz')
            return device.record('quizTakenHome', { quizId: 'q', cardIds: [id] });
          return event;
        });
        later(wait);
        const state = foldLog(log);
        const now = moment(new Date(device.at).toISOString().slice(0, 10));
        const input = { cards: all, state, now, random: seeded('x') };
        const limits = { newPerDay: 0, reviewsPerDay: 9999 };
        const counts = countsFor({ ...input, limits });
        const forecast = forecastOf(all, state, now, 30);
        const today = forecast.backlog + (forecast.days[0]?.due ?? 0);
        expect(today).toBe(counts.due + counts.laterToday);
      }),
    );
  });
});

describe('D1 M1 cards', () => {
  const state = foldLog(handLog());
  const cards = [card(cardA), card(cardB, { category: 'actors' }), card('pack/c#when')];

  it('every met card stands in one bar of each distribution', () => {
    const { met, stability, difficulty, recall, medianStability } = distributionsOf(
      cards,
      state,
      moment('2026-03-10'),
    );
    expect(met).toBe(2);
    for (const bins of [stability, difficulty, recall])
      expect(bins.reduce((sum, bin) => sum + bin.cards, 0)).toBe(2);
    // Both were forgotten last: the memory is of days, not of weeks; A of today is surely recalled.
    expect(stability.slice(4).every((bin) => bin.cards === 0)).toBe(true);
    expect(recall.at(-1)?.cards).toBe(1);
    expect(medianStability).toBeGreaterThan(0);
  });

  it('two cards by hand, ten days after the last answer', () => {
    // By the formulas of FSRS-6, computed elsewhere: A holds 3.3646 days, is 7.39 hard, and would be recalled
    // at 0.8103; B holds 0.1853 days, is 8.80 hard, and would be at 0.4229.
    const told = distributionsOf(cards, state, moment('2026-03-20'));
    const filled = (bins: typeof told.recall) =>
      bins.flatMap(({ from, cards: count }) => (count === 0 ? [] : [[from, count]]));
    expect(filled(told.stability)).toEqual([
      [0, 1],
      [3, 1],
    ]);
    expect(filled(told.difficulty)).toEqual([
      [7, 1],
      [8, 1],
    ]);
    expect(filled(told.recall)).toEqual([
      [0.4, 1],
      [0.8, 1],
    ]);
    expect(told.medianStability).toBeCloseTo(3.3646, 3);
    const [dates, actors] = masteryBy(
      ({ category }) => category,
      cards,
      state,
      moment('2026-03-20'),
    );
    // Of two dates one was never met.
    expect(dates?.mastery).toBeCloseTo(0.8103 / 2, 4);
    expect(actors?.mastery).toBeCloseTo(0.4229, 4);
  });

  it('mastery by category: what was never met counts as none', () => {
    const [dates, actors] = masteryBy(
      ({ category }) => category,
      cards,
      state,
      moment('2026-03-10'),
    );
    // A is recalled today for certain, the third card not at all.
    expect(dates).toEqual({ key: 'dates', cards: 2, met: 1, mastery: 0.5 });
    expect(actors).toMatchObject({ key: 'actors', cards: 1, met: 1 });
  });

  it.each([
    [0, 0, 0, 'unasked'],
    [3, 0, 0, 'unmet'],
    [3, 1, 0.2, 'faint'],
    [3, 3, 0.4, 'half'],
    [3, 3, 0.7, 'most'],
    [3, 3, 0.9, 'sure'],
  ] as const)('K1 %i cards, %i met, %f recalled: %s', (cards, met, mastery, shade) => {
    expect(shadeOf({ key: '', cards, met, mastery })).toBe(shade);
  });
});

describe('P1 P2 predictions', () => {
  const scored = (predicted: number, recalled: boolean) =>
    ({ age: 'young', predicted, recalled }) as const;

  it('groups of equal size, each with its mean and its share', () => {
    const tally = emptyPredictions();
    for (let i = 0; i < 100; i++) {
      addPrediction(tally, scored(0.5, i % 2 === 0));
      addPrediction(tally, scored(0.9, i % 10 !== 0));
    }
    const groups = calibrationOf(tally);
    // Predictions that are the same cannot be parted: two groups of 100, not eight of 25.
    expect(groups.map(({ recalled }) => [recalled.of, recalled.share])).toEqual([
      [100, 0.5],
      [100, 0.9],
    ]);
    expect(groups[0]?.predicted).toBeCloseTo(0.5, 10);
    expect(groups[1]?.predicted).toBeCloseTo(0.9, 10);
  });

  it('every scored review is in one group', () => {
    const arbScored = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(arbScored, { minLength: 50, maxLength: 400 }), (all) => {
        const tally = emptyPredictions();
        for (const [predicted, recalled] of all) addPrediction(tally, scored(predicted, recalled));
        const groups = calibrationOf(tally);
        expect(groups.reduce((sum, { recalled }) => sum + recalled.of, 0)).toBe(all.length);
        const means = groups.map(({ predicted }) => predicted);
        expect(means).toEqual(means.toSorted((a, b) => a - b));
      }),
    );
  });

  it('three reviews by hand', () => {
    const tally = emptyLosses();
    for (const [predicted, recalled] of [
      [0.9, true],
      [0.8, false],
      [0.5, true],
    ] as const)
      addToLosses(tally, scored(predicted, recalled));
    const losses = lossesOf(tally);
    // −(ln 0.9 + ln 0.2 + ln 0.5) / 3; the average predicts 1/2, 2/3, 1/2.
    expect(losses?.scheduler).toBeCloseTo(0.80265, 5);
    expect(losses?.average).toBeCloseTo(0.8283, 5);
    expect(losses?.predicted).toBeCloseTo(2.2 / 3, 10);
  });

  it('the moving average forgets what is longer ago', () => {
    const tally = emptyLosses();
    for (let i = 0; i < WINDOW; i++) addToLosses(tally, scored(0.5, true));
    for (let i = 0; i < WINDOW; i++) addToLosses(tally, scored(0.5, false));
    const before = { ...tally };
    addToLosses(tally, scored(0.5, false));
    expect(tally.moving - before.moving).toBeCloseTo(-Math.log(1 - 1 / (WINDOW + 2)), 10);
    expect(tally.average - before.average).toBeCloseTo(
      -Math.log(1 - (WINDOW + 1) / (2 * WINDOW + 2)),
      10,
    );
  });

  it('certainty that was wrong costs much, not without end', () => {
    const tally = emptyLosses();
    addToLosses(tally, scored(1, false));
    expect(lossesOf(tally)?.scheduler).toBeCloseTo(20.72, 2);
  });
});
