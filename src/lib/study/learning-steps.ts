import type { Grade } from './card-state.ts';

export interface StepDelay {
  /** Whole minutes, less than a day. */
  readonly minutes: number;
  /** Index of the step that the card then waits for. */
  readonly step: number;
}

const MINUTES_A_DAY = 1440;

/**
 * Where an answer within the steps leads, as in Anki; `null` if it leads out of them, to a day.
 * Hard on the first of several steps waits for the mean of Again and Good, on a single step half as
 * long again, on any later step as long as before (R3).
 *
 * @param steps minutes
 * @param step index of the present step; one that the settings no longer have counts as the last
 */
export function stepAfter(steps: readonly number[], step: number, grade: Grade): StepDelay | null {
  const first = steps[0];
  if (first === undefined || grade === 'easy') return null;
  const index = Math.min(step, steps.length - 1);
  const present = steps[index] ?? first;
  const following = steps[index + 1];
  switch (grade) {
    case 'again':
      return { minutes: whole(first), step: 0 };
    case 'hard':
      return { minutes: whole(index > 0 ? present : firstHard(first, following)), step: index };
    case 'good':
      return following === undefined ? null : { minutes: whole(following), step: index + 1 };
  }
}

function firstHard(first: number, following: number | undefined): number {
  return following === undefined ? first * 1.5 : (first + following) / 2;
}

/** Steps end within the day: what is longer would be a study day. */
function whole(minutes: number): number {
  return Math.min(Math.round(minutes), MINUTES_A_DAY - 1);
}
