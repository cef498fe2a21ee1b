import type { Scored } from './past-review.ts';
import { shareOf, type Share } from './share.ts';

/** Below this nothing is said about the scheduler (P3). */
export const ENOUGH_SCORED = 100;
/** A group of fewer has an interval too wide to see anything. */
const LEAST_IN_GROUP = 25;
const MOST_GROUPS = 10;
const STEPS = 1000;

/** Scored reviews by their prediction in thousandths: what was predicted together, and what was recalled. */
export interface PredictionTally {
  readonly of: number[];
  readonly hits: number[];
  readonly predicted: number[];
}

/** Reviews of about the same prediction, and what came of them. */
export interface CalibrationGroup {
  /** The mean of the predictions. */
  readonly predicted: number;
  readonly recalled: Share;
}

export function emptyPredictions(): PredictionTally {
  const zeros = () => Array.from({ length: STEPS }, () => 0);
  return { of: zeros(), hits: zeros(), predicted: zeros() };
}

export function addPrediction(tally: PredictionTally, { predicted, recalled }: Scored): void {
  const step = Math.min(Math.floor(predicted * STEPS), STEPS - 1);
  tally.of[step] = (tally.of[step] ?? 0) + 1;
  tally.hits[step] = (tally.hits[step] ?? 0) + (recalled ? 1 : 0);
  tally.predicted[step] = (tally.predicted[step] ?? 0) + predicted;
}

/** Groups of about equal size from the lowest prediction to the highest, whole thousandths each (P1). */
export function calibrationOf(tally: PredictionTally): CalibrationGroup[] {
  const all = tally.of.reduce((sum, of) => sum + of, 0);
  const wanted = Math.min(MOST_GROUPS, Math.floor(all / LEAST_IN_GROUP));
  const groups: { of: number; hits: number; predicted: number }[] = [];
  let group = { of: 0, hits: 0, predicted: 0 };
  let seen = 0;
  for (const [step, of] of tally.of.entries()) {
    group.of += of;
    group.hits += tally.hits[step] ?? 0;
    group.predicted += tally.predicted[step] ?? 0;
    seen += of;
    if (group.of < LEAST_IN_GROUP || seen * wanted < (groups.length + 1) * all) continue;
    groups.push(group);
    group = { of: 0, hits: 0, predicted: 0 };
  }
  // Too few for a group of their own: they join the last.
  const last = groups.at(-1);
  if (last !== undefined) {
    last.of += group.of;
    last.hits += group.hits;
    last.predicted += group.predicted;
  }
  return groups.flatMap(({ of, hits, predicted }) => {
    const recalled = shareOf(hits, of);
    return recalled === null ? [] : { predicted: predicted / of, recalled };
  });
}
