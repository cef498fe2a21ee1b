import type { Card } from '#lib/deck/card.ts';
import { daysBetween } from '#lib/base/time.ts';
import type { Moment } from './card-state.ts';
import { recordOf, type LearningState } from './learning-state.ts';
import { recallAfter } from './recall.ts';
import { reasonFor } from './selection.ts';

/** How a learner stands with a deck, whatever today's limits are; buried and suspended cards are left out of both counts. */
export interface DeckProgress {
  /** Cards due now, and those in their steps whose minute has come: what else is in its steps rests. */
  readonly due: number;
  /** Cards never answered. */
  readonly fresh: number;
  /** The expected share of its cards that would be recalled now, 0 to 1; a new card counts as 0. */
  readonly mastery: number;
}

export function deckProgress(
  cards: readonly Card[],
  state: LearningState,
  now: Moment,
): DeckProgress {
  const { model } = state.settings;
  let due = 0;
  let fresh = 0;
  let recall = 0;
  for (const card of cards) {
    const record = recordOf(state, card.id);
    const { schedule } = record;
    const reason = reasonFor(card, record, now);
    if (reason === 'new') fresh += 1;
    else if (reason === 'step' || reason === 'due') due += 1;
    if (schedule.phase === 'new') continue;
    recall += recallAfter(model, schedule.memory, daysBetween(schedule.lastDay, now.day));
  }
  return { due, fresh, mastery: cards.length === 0 ? 0 : recall / cards.length };
}
