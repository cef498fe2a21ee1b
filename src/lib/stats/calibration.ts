import type { ScoredReview } from './past-review.ts';
import { shareOf, type Share } from './wilson.ts';

/** Below this nothing is said about the scheduler (P3). */
export const ENOUGH_SCORED = 100;
/** A group of fewer has an interval too wide to see anything. */
const LEAST_IN_GROUP = 25;
const MOST_GROUPS = 10;

/** Reviews of about the same prediction, and what came of them. */
export interface CalibrationGroup {
  /** The mean of the predictions. */
  readonly predicted: number;
  readonly recalled: Share;
}

/** Groups of equal size from the lowest prediction to the highest (P1). */
export function calibrationOf(scored: readonly ScoredReview[]): CalibrationGroup[] {
  const sorted = scored.toSorted((a, b) => a.before.recall - b.before.recall);
  const groups = Math.min(MOST_GROUPS, Math.floor(sorted.length / LEAST_IN_GROUP));
  return Array.from({ length: groups }, (_, n) => {
    const own = sorted.slice(
      Math.round((n * sorted.length) / groups),
      Math.round(((n + 1) * sorted.length) / groups),
    );
    const predicted = own.reduce((sum, { before }) => sum + before.recall, 0) / own.length;
    const recalled = shareOf(own.filter((review) => review.recalled).length, own.length);
    return recalled === null ? [] : [{ predicted, recalled }];
  }).flat();
}
