import type { ScoredReview } from './past-review.ts';

/** The moving average looks back so many scored reviews. */
export const WINDOW = 100;

/** Mean log loss of three ways to predict the same reviews, each from the past alone. Less is better. */
export interface Losses {
  readonly of: number;
  /** The share recalled, 0 to 1, and the mean of what the scheduler predicted. */
  readonly recalled: number;
  readonly predicted: number;
  readonly scheduler: number;
  /** Always the share recalled so far. */
  readonly average: number;
  /** The share of the last `WINDOW`. */
  readonly moving: number;
}

/** Keeps a prediction of certainty from costing without end. */
const LEAST = 1e-9;

const lossOf = (recall: number, recalled: boolean) =>
  -Math.log(Math.max(recalled ? recall : 1 - recall, LEAST));

/** A share before anything is known: as if one of two had been recalled (P2). */
const expected = (hits: number, of: number) => (hits + 1) / (of + 2);

/**
 * @param scored in the order of the log
 * @returns `null` if there are none
 */
export function lossesOf(scored: readonly ScoredReview[]): Losses | null {
  if (scored.length === 0) return null;
  const sum = { predicted: 0, scheduler: 0, average: 0, moving: 0 };
  let hits = 0;
  let lately = 0;
  for (const [n, { before, recalled }] of scored.entries()) {
    sum.predicted += before.recall;
    sum.scheduler += lossOf(before.recall, recalled);
    sum.average += lossOf(expected(hits, n), recalled);
    sum.moving += lossOf(expected(lately, Math.min(n, WINDOW)), recalled);
    if (recalled) {
      hits += 1;
      lately += 1;
    }
    if (scored[n - WINDOW]?.recalled) lately -= 1;
  }
  const of = scored.length;
  return {
    of,
    recalled: hits / of,
    predicted: sum.predicted / of,
    scheduler: sum.scheduler / of,
    average: sum.average / of,
    moving: sum.moving / of,
  };
}
