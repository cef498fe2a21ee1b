import type { Scored } from './past-review.ts';

/** The moving average looks back so many scored reviews. */
export const WINDOW = 100;

/** Sums over scored reviews in the order of the log. */
export interface LossTally {
  of: number;
  hits: number;
  predicted: number;
  scheduler: number;
  average: number;
  moving: number;
  /** Whether the last `WINDOW` were recalled, the oldest first. */
  readonly lately: boolean[];
}

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

export function emptyLosses(): LossTally {
  return { of: 0, hits: 0, predicted: 0, scheduler: 0, average: 0, moving: 0, lately: [] };
}

export function addToLosses(tally: LossTally, { predicted, recalled }: Scored): void {
  const { lately } = tally;
  const latelyHits = lately.reduce((sum, hit) => sum + (hit ? 1 : 0), 0);
  tally.predicted += predicted;
  tally.scheduler += lossOf(predicted, recalled);
  tally.average += lossOf(expected(tally.hits, tally.of), recalled);
  tally.moving += lossOf(expected(latelyHits, lately.length), recalled);
  tally.of += 1;
  if (recalled) tally.hits += 1;
  lately.push(recalled);
  if (lately.length > WINDOW) lately.shift();
}

/** `null` if nothing was scored. */
export function lossesOf({
  of,
  hits,
  predicted,
  scheduler,
  average,
  moving,
}: LossTally): Losses | null {
  if (of === 0) return null;
  return {
    of,
    recalled: hits / of,
    predicted: predicted / of,
    scheduler: scheduler / of,
    average: average / of,
    moving: moving / of,
  };
}
