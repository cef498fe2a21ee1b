import type { CardId } from '#lib/base/ids.ts';
import type { Memory } from '#lib/study/card-state.ts';
import type { CardReviewed } from '#lib/study/events.ts';

/** A review that counts, with what was known before it. */
export interface PastReview {
  readonly event: CardReviewed;
  /** What there was to go by; `null` for a first answer, or the first after a card was begun anew. */
  readonly before: {
    readonly memory: Memory;
    /** Study days since the review before; 0 on the same day. */
    readonly elapsedDays: number;
    /** The predicted chance of recall, 0 to 1. */
    readonly recall: number;
  } | null;
}

/** A review that says something of memory: the first of its study day, of a card met before (H4). */
export interface ScoredReview {
  readonly event: CardReviewed;
  readonly before: NonNullable<PastReview['before']>;
  readonly recalled: boolean;
}

/** Days of stability from which a memory counts as mature. */
export const MATURE_DAYS = 21;

export type Stage = 'first' | 'same-day' | 'young' | 'mature';

export function stageOf({ before }: PastReview): Stage {
  if (before === null) return 'first';
  if (before.elapsedDays === 0) return 'same-day';
  return before.memory.stability < MATURE_DAYS ? 'young' : 'mature';
}

export function scoredOf(reviews: readonly PastReview[]): ScoredReview[] {
  const scored: ScoredReview[] = [];
  for (const { event, before } of reviews) {
    if (before === null || before.elapsedDays === 0) continue;
    scored.push({ event, before, recalled: event.grade !== 'again' });
  }
  return scored;
}

/** The cards of some reviews, each once. */
export function cardsIn(reviews: readonly PastReview[]): ReadonlySet<CardId> {
  return new Set(reviews.map(({ event }) => event.cardId));
}
