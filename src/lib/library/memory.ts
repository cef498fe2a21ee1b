/** How well the facts of a pack are remembered. */
import type { Card } from '#lib/deck/card.ts';
import { deckProgress, type DeckProgress } from '#lib/study/deck-progress.ts';
import type { Moment } from '#lib/study/card-state.ts';
import type { LearningState } from '#lib/study/learning-state.ts';

export interface Memory extends DeckProgress {
  readonly cards: readonly Card[];
}

/** What a learner remembers of each fact or comparison that has cards, by its id. */
export function memoryOf(
  cards: readonly Card[],
  state: LearningState,
  now: Moment,
): ReadonlyMap<string, Memory> {
  const byItem = new Map<string, Card[]>();
  for (const card of cards) {
    const own = byItem.get(card.itemId);
    if (own === undefined) byItem.set(card.itemId, [card]);
    else own.push(card);
  }
  return new Map(
    [...byItem].map(([id, own]) => [id, { cards: own, ...deckProgress(own, state, now) }]),
  );
}
