import type { CardId } from '#lib/base/ids.ts';
import { addDays, type StudyDay } from '#lib/base/time.ts';
import { DEFAULT_WEIGHTS } from '#lib/study/settings.ts';
import { describe, expect, it } from 'vitest';
import { judgeTraining, windowsOf } from './gate.ts';
import { lossesOf, meanLoss } from './log-loss.ts';
import { runToEnd } from './slices.ts';
import { LEAST_ITEMS, packItems, trainingLogOf } from './training-items.ts';

const start = '2026-01-01' as StudyDay;
const run = <T>(work: Generator<void, T>) => Promise.resolve(runToEnd(work));

/** So many cards, each answered on the first day and a day later; every tenth was forgotten. */
const logOf = (cards: number) =>
  trainingLogOf(
    [0, 1].flatMap((day) =>
      Array.from({ length: cards }, (_, n) => ({
        cardId: `pack/f${n}#when` as CardId,
        grade: day === 1 && n % 10 === 0 ? ('again' as const) : ('good' as const),
        day: addDays(start, day),
      })),
    ),
  );

/** The standard weights with another stability after the first Good. */
const withFirstGood = (days: number) => DEFAULT_WEIGHTS.with(2, days);

describe('G1', () => {
  it('trains on nothing below 64 items, and says how many there are', async () => {
    let trainings = 0;
    const train = () => {
      trainings += 1;
      return Promise.resolve(DEFAULT_WEIGHTS);
    };
    const few = await judgeTraining(logOf(LEAST_ITEMS - 1), DEFAULT_WEIGHTS, { train, run });
    expect([few, trainings]).toEqual([{ outcome: 'too-few', items: 63 }, 0]);
    await judgeTraining(logOf(LEAST_ITEMS), DEFAULT_WEIGHTS, { train, run });
    expect(trainings).toBe(6);
  });
});

describe('G2', () => {
  it('gives each window what is older to train on, and the next part to try', () => {
    expect(windowsOf(600)).toEqual([
      { split: 100, end: 200 },
      { split: 200, end: 300 },
      { split: 300, end: 400 },
      { split: 400, end: 500 },
      { split: 500, end: 600 },
    ]);
  });

  it('trains on exactly those items, the last time on all', async () => {
    const sizes: number[] = [];
    const progress: string[] = [];
    await judgeTraining(logOf(120), DEFAULT_WEIGHTS, {
      run,
      train: ({ lengths }) => {
        sizes.push(lengths.length);
        return Promise.resolve(DEFAULT_WEIGHTS);
      },
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(sizes).toEqual([20, 40, 60, 80, 100, 120]);
    expect(progress).toEqual(['0/6', '1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
  });
});

describe('G3', () => {
  const judge = async (trained: readonly number[][], current = DEFAULT_WEIGHTS) => {
    let turn = 0;
    const train = () => Promise.resolve(trained[turn++ % trained.length] ?? []);
    const judged = await judgeTraining(logOf(600), current, { train, run });
    if (judged.outcome === 'too-few') throw new Error('enough');
    return judged;
  };
  // 0.9 was recalled a day after the first Good: a stability of one day foretells exactly that.
  const right = withFirstGood(1);
  const wrong = withFirstGood(60);

  it('takes weights that foretell better what was held out', async () => {
    const judged = await judge([right]);
    expect(judged.outcome).toBe('better');
    // The entropy of one in ten.
    expect(judged.mean.trained).toBeCloseTo(-0.9 * Math.log(0.9) - 0.1 * Math.log(0.1), 6);
    expect(judged.weights).toEqual(right);
  });

  it('refuses weights that foretell worse', async () => {
    expect((await judge([wrong])).outcome).toBe('no-better');
  });

  it('refuses weights that are as good as the current ones, or better than these alone', async () => {
    expect((await judge([right], right)).outcome).toBe('no-better');
    expect((await judge([withFirstGood(3)], wrong)).outcome).toBe('no-better');
  });

  it('refuses a better mean that comes from three windows', async () => {
    const judged = await judge([right, right, right, withFirstGood(2.31), withFirstGood(2.31)]);
    expect(judged.mean.trained).toBeLessThan(judged.mean.standard);
    expect(judged.outcome).toBe('no-better');
  });
});

describe('log loss', () => {
  it('is by hand what the forgetting curve gives', () => {
    // Good, then after 1 day Again: with a stability of one day recall was 0.9.
    const log = trainingLogOf([
      { cardId: 'p/a#w' as CardId, grade: 'good', day: start },
      { cardId: 'p/a#w' as CardId, grade: 'again', day: addDays(start, 1) },
    ]);
    const losses = runToEnd(lossesOf(log, withFirstGood(1)));
    expect(losses).toHaveLength(1);
    expect(meanLoss(losses)).toBeCloseTo(Math.log(10), 9);
  });
});

describe('training items', () => {
  const of = (cardId: string, grade: 'again' | 'good' | null, day: number) =>
    ({ cardId: cardId as CardId, grade, day: addDays(start, day) }) as const;

  it('are the answers at least a day after the one before, each with all before it', () => {
    const log = trainingLogOf([
      of('p/a#w', 'good', 0),
      of('p/b#w', 'again', 0),
      of('p/a#w', 'good', 0),
      of('p/b#w', 'good', 2),
      of('p/a#w', 'again', 5),
    ]);
    const { ratings, elapsedDays, lengths } = runToEnd(packItems(log, 9));
    expect([[...ratings], [...elapsedDays], [...lengths]]).toEqual([
      [1, 3, 3, 3, 1],
      [0, 2, 0, 0, 5],
      [2, 3],
    ]);
    expect([...runToEnd(packItems(log, 1)).lengths]).toEqual([2]);
  });

  it('begin anew where the card did, and count no days where the clock went back', () => {
    const log = trainingLogOf([
      of('p/a#w', 'good', 9),
      of('p/a#w', 'good', 3),
      of('p/a#w', null, 3),
      of('p/a#w', 'good', 20),
    ]);
    expect(log.items).toEqual([]);
    expect(log.histories.map(({ reviews }) => reviews.map((one) => one.elapsedDays))).toEqual([
      [0, 0],
      [0],
    ]);
  });
});
