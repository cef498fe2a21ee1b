/** How much there is to do now. */
import { select, type Selecting } from './selection.ts';

export interface Counts {
  /** Cards in their steps whose minute has come, and due cards. */
  readonly due: number;
  readonly fresh: number;
  /** Cards in their steps that come later today. */
  readonly laterToday: number;
  /** What they will take by the learner's own pace, in minutes. */
  readonly minutes: number;
}

/** Before there are answers to go by: the seconds are an assumption. */
const ASSUMED_ANSWER_MS = 10_000;
/** Reading the feedback, which `tookMs` does not hold: an assumption too. */
const FEEDBACK_MS = 8000;

/**
 * What `buildQueue` would ask. The order does not matter to the numbers unless more is due than a day
 * allows; then the number of new cards may differ by those whose fact is left for tomorrow.
 */
export function countsFor(input: Selecting): Counts {
  const { steps, later, due, fresh } = select(input, (cards) => cards);
  const { recentTookMs, settings } = input.state;
  const answersOfNew = Math.max(settings.learningSteps.length, 1);
  const answers = steps.length + due.length + fresh.length * answersOfNew;
  return {
    due: steps.length + due.length,
    fresh: fresh.length,
    laterToday: later.length,
    minutes: minutesFor(answers, recentTookMs),
  };
}

/** Minutes that so many answers take, rounded up, by the median of the last answers. */
export function minutesFor(answers: number, recentTookMs: readonly number[]): number {
  return Math.ceil((answers * answerMs(recentTookMs)) / 60_000);
}

/** Milliseconds that an answer takes with its feedback, by the median of the last answers. */
export function answerMs(recentTookMs: readonly number[]): number {
  const sorted = recentTookMs.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? ASSUMED_ANSWER_MS) + FEEDBACK_MS;
}
