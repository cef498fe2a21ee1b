import { addDays, daysBetween, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { sampleCard } from '#lib/deck/card-builder.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import { appendToState } from '#lib/study/fold.ts';
import { EMPTY_STATE, recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { DEFAULT_SETTINGS, type LearningSettings } from '#lib/study/settings.ts';
import {
  dailyLoad,
  mean,
  simulate as studyForReal,
  type Simulated,
  type World,
} from '#lib/study/simulated-learner.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GradeShares } from './grade-shares.ts';
import { simulate, type SimulatedEnd } from './simulate.ts';
import { runToEnd } from './slices.ts';

/** The day on which the simulated learner of `study` begins. */
const START = '2026-01-05' as StudyDay;
const DAYS = 90;

/** Three cards of each fact. */
const deck = (facts: number, name = '') =>
  Array.from({ length: facts }, (_, n) =>
    ['when', 'who', 'where'].map((facet) => sampleCard(`fact-${n}`, facet + name)),
  ).flat();
/** One learner's luck alone moves 90 days of reviews by 2 to 3 %: so several learners are compared. */
const LEARNERS = ['a', 'b', 'c', 'd', 'e'];

/** As the simulated learner of `study` grades. */
const allGood = { again: 0, hard: 0, good: 1, easy: 0 };
const grades: GradeShares = { first: allGood, step: allGood, recalled: allGood };

/** The real thing: sessions, events, and the fold of each. */
const real: World = (state, cardId, grade, { at }) => {
  const device = createDevice('phone', new Date(at).toISOString(), 'UTC');
  const after = appendToState({ ...state, last: null }, device.review(cardId, grade));
  if (after === null) throw new Error('a later event');
  return after;
};

const startWith = (changes: Partial<LearningSettings>): LearningState => ({
  ...EMPTY_STATE,
  settings: { ...DEFAULT_SETTINGS, ...changes },
});

const recallOn = (
  state: Pick<LearningState, 'cards' | 'settings'>,
  cards: readonly Card[],
  day: StudyDay,
) =>
  mean(
    cards.map(({ id }) => {
      const { schedule } = recordOf(state, id);
      if (schedule.phase === 'new') return 0;
      const elapsed = daysBetween(schedule.lastDay, day);
      return recallAfter(state.settings.model, schedule.memory, elapsed);
    }),
  );

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each([
  { name: 'usual settings', changes: { newPerDay: 10 }, facts: 250 },
  {
    name: 'high retention, a limit a day, easy weekdays',
    changes: {
      desiredRetention: 0.95,
      newPerDay: 8,
      reviewsPerDay: 60,
      easyWeekdays: [6, 7],
      learningSteps: [1],
    },
    facts: 240,
  },
])('M1 against the real queue, $name', ({ changes, facts }) => {
  const decks = LEARNERS.map((name) => deck(facts, name));
  let truths: readonly Simulated[];
  let ours: readonly SimulatedEnd[];

  beforeAll(() => {
    const state = startWith(changes);
    truths = decks.map((cards) => studyForReal(state, cards, DAYS, real));
    ours = decks.map((cards, n) => {
      const seed = LEARNERS[n] ?? '';
      return runToEnd(simulate({ cards, state, today: START, days: DAYS, seed, grades }));
    });
  }, 120_000);

  const total = (of: readonly (readonly number[])[], from = 0, to = DAYS) =>
    sum(of.flatMap((days) => days.slice(from, to)));

  it('the daily load over 90 days is within 5 %, and so is that of each later month', () => {
    const loads = truths.map(dailyLoad);
    const predicted = ours.map(({ days }) => days.map(({ reviews }) => reviews));
    const difference = (from: number, to: number) =>
      total(predicted, from, to) / total(loads, from, to) - 1;
    process.stdout.write(
      `reviews a day over ${DAYS} days: real ${(total(loads) / DAYS / LEARNERS.length).toFixed(2)}, ` +
        `simulated ${(total(predicted) / DAYS / LEARNERS.length).toFixed(2)} (${(difference(0, DAYS) * 100).toFixed(1)} %)\n`,
    );
    expect(total(loads)).toBeGreaterThan(10_000);
    expect(Math.abs(difference(0, DAYS))).toBeLessThan(0.05);
    expect(Math.abs(difference(30, 60))).toBeLessThan(0.05);
    expect(Math.abs(difference(60, 90))).toBeLessThan(0.05);
  });

  it('nearly the same numbers of new cards and of answers', () => {
    ours.forEach(({ days }, n) => {
      // On the last days luck decides whether one more waits for its siblings.
      const real = truths[n]?.state.cards.size ?? 0;
      expect(Math.abs(sum(days.map(({ fresh }) => fresh)) - real)).toBeLessThanOrEqual(3);
    });
    const answers = total(ours.map(({ days }) => days.map((day) => day.answers)));
    const real = sum(truths.map(({ reviews }) => reviews.length));
    expect(Math.abs(answers / real - 1)).toBeLessThan(0.05);
  });

  it('the recall of an exam on the day after is within 2 points', () => {
    const exam = addDays(START, DAYS);
    const pairs = decks.map((cards, n) => {
      const [truth, end] = [truths[n], ours[n]];
      if (truth === undefined || end === undefined) throw new Error('a learner');
      return [recallOn(truth.state, cards, exam), recallOn(end, cards, exam)] as const;
    });
    const words = pairs.map((pair) => pair.map((one) => (one * 100).toFixed(1)).join('/'));
    process.stdout.write(`recall on the day, real/predicted in per cent: ${words.join(' ')}\n`);
    for (const [real, predicted] of pairs) expect(Math.abs(predicted - real)).toBeLessThan(0.02);
  });
});

describe('M2', () => {
  const state = startWith({ newPerDay: 5 });
  const cards = deck(30);
  const run = (more: object = {}) =>
    runToEnd(simulate({ cards, state, today: START, days: 30, seed: 'one', grades, ...more }));

  it('gives the same for the same seed, and changes nothing that it is given', () => {
    const copy = structuredClone(state);
    expect(run()).toEqual(run());
    expect(run({ seed: 'two' }).days).not.toEqual(run().days);
    expect(state).toEqual(copy);
  });

  it('studies nothing on days off, and says what waits', () => {
    const daysOff = [{ from: addDays(START, 10), to: addDays(START, 16) }];
    const { days } = run({ changes: { daysOff } });
    const off = days.slice(10, 17);
    expect(off.map(({ answers }) => answers)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(off.at(-1)?.waiting).toBeGreaterThan(0);
    expect(days[17]?.reviews).toBeGreaterThanOrEqual(off.at(-1)?.waiting ?? Infinity);
  });

  it('asks no more than the limit, and counts what is left over', () => {
    const { days } = run({ changes: { reviewsPerDay: 3 } });
    expect(Math.max(...days.map(({ reviews }) => reviews))).toBe(3);
    expect(days.at(-1)?.waiting).toBeGreaterThan(10);
  });

  it('breathes between portions', () => {
    const work = simulate({ cards, state, today: START, days: 5, seed: 'one' });
    let breaths = 0;
    while (work.next().done !== true) breaths += 1;
    expect(breaths).toBeGreaterThanOrEqual(5);
  });
});
