import type { Memory } from '#lib/study/card-state.ts';
import type { CardReviewed } from '#lib/study/events.ts';

/** A review that counts, with what was known before it. */
export interface PastReview {
  readonly event: CardReviewed;
  /** Of the wall clock where it happened, 0 to 23. */
  readonly hour: number;
  /** What there was to go by; `null` for a first answer, or the first after a card was begun anew. */
  readonly before: {
    readonly memory: Memory;
    /** Study days since the review before; 0 on the same day. */
    readonly elapsedDays: number;
    /** The predicted chance of recall, 0 to 1. */
    readonly recall: number;
  } | null;
}

/** Days of stability from which a memory counts as mature (H5). */
const MATURE_DAYS = 21;

export const stages = ['first', 'same-day', 'young', 'mature'] as const;
/** How far along the memory was that a review asked. The last two are scored (H4). */
export type Stage = (typeof stages)[number];
export type Age = Extract<Stage, 'young' | 'mature'>;

export function stageOf({ before }: PastReview): Stage {
  if (before === null) return 'first';
  if (before.elapsedDays === 0) return 'same-day';
  return before.memory.stability < MATURE_DAYS ? 'young' : 'mature';
}

/** What a review says of memory: the prediction and what came of it. */
export interface Scored {
  readonly age: Age;
  readonly predicted: number;
  readonly recalled: boolean;
}

/** `null` for a review that is not the first of its study day, or of a card not met before (H4). */
export function scoreOf(review: PastReview): Scored | null {
  const { before, event } = review;
  const stage = stageOf(review);
  if (before === null || stage === 'first' || stage === 'same-day') return null;
  return { age: stage, predicted: before.recall, recalled: event.grade !== 'again' };
}
