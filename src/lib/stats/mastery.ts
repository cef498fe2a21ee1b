import type { Card } from '#lib/deck/card.ts';
import type { Moment } from '#lib/study/card-state.ts';
import { deckProgress } from '#lib/study/deck-progress.ts';
import type { LearningState } from '#lib/study/learning-state.ts';
import { grouped } from './grouped.ts';

export interface Mastery {
  readonly key: string;
  readonly cards: number;
  /** Cards that were ever answered. */
  readonly met: number;
  /** The expected share recalled today, 0 to 1; a card never met counts as 0. */
  readonly mastery: number;
}

/** Mastery of the cards together. */
export function masteryOf(
  key: string,
  cards: readonly Card[],
  state: LearningState,
  now: Moment,
): Mastery {
  const met = cards.filter(
    ({ id }) => (state.cards.get(id)?.schedule.phase ?? 'new') !== 'new',
  ).length;
  return { key, cards: cards.length, met, mastery: deckProgress(cards, state, now).mastery };
}

/** Mastery by what `keyOf` says of a card, in the order in which the keys first come. */
export function masteryBy(
  keyOf: (card: Card) => string,
  cards: readonly Card[],
  state: LearningState,
  now: Moment,
): Mastery[] {
  return [...grouped(cards, keyOf)].map(([key, own]) => masteryOf(key, own, state, now));
}
