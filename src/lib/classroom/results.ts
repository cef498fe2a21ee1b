/**
 * What a class answered, in the one form that the report reads: from a live room, from sheets of paper
 * typed in, from homework handed in, from hands counted.
 */
import type { Instant } from '#lib/base/time.ts';
import type { Verdict } from '#lib/questions/question.ts';
import type { Quiz } from './quiz.ts';

type Channel = 'live' | 'paper' | 'homework' | 'hands';

/** sure: would bet on it · unsure: thinks so · guess: does not know */
export const confidences = ['sure', 'unsure', 'guess'] as const;
export type Confidence = (typeof confidences)[number];

export interface ResultsStudent {
  /** Unique in these results; of no meaning elsewhere. */
  readonly id: string;
  /** As it was given or chosen; shown as text only. */
  readonly name: string;
}

export interface ResultsAnswer {
  readonly studentId: string;
  /** Index in the quiz's items. */
  readonly question: number;
  /** 1: the first, and without peer instruction the only, vote; 2: after the discussion. */
  readonly vote: 1 | 2;
  readonly verdict: Verdict;
  /** What was answered as it is shown, `Baku` or `9 November 2020`; empty: nothing was, on purpose. */
  readonly text: string;
  /** Index of the chosen option in the question as `questionsOf` gives it; only where there are options. */
  readonly option?: number;
  /** From the question's appearance to the answer, where it is known. */
  readonly ms?: number;
  readonly confidence?: Confidence;
  /** Came after the time was up: kept and shown, not counted. */
  readonly late?: true;
  /** In hundredths of a point, of the room's scoring, where there is one. */
  readonly points?: number;
}

/** Hands counted for one question, where nobody's own answer is known. */
export interface HandCount {
  readonly question: number;
  readonly vote: 1 | 2;
  /** By option; for a question without options, those who had it right and those who had not. */
  readonly counts: readonly number[];
}

export interface ClassResults {
  readonly quiz: Quiz;
  readonly channel: Channel;
  readonly heldAt: Instant;
  /** Everybody who took part, also who answered nothing. */
  readonly students: readonly ResultsStudent[];
  /** At most one for each student, question and vote. */
  readonly answers: readonly ResultsAnswer[];
  /** Indexes of items that were skipped or never reached: they count for nobody. */
  readonly notAsked: readonly number[];
  /** Only where hands were counted; then there are neither students nor answers. */
  readonly hands?: readonly HandCount[];
}
