import type { Card } from '#lib/deck/card.ts';
import { daysBetween } from '#lib/base/time.ts';
import type { Moment } from './card-state.ts';
import { recordOf, type LearningState } from './learning-state.ts';
import { recallAfter } from './recall.ts';

/** How a learner stands with a deck, whatever today's limits are. */
export interface DeckProgress {
  /** Cards due today, those in their steps included. */
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
  for (const { id } of cards) {
    const { schedule, suspended } = recordOf(state, id);
    if (schedule.phase === 'new') {
      fresh += suspended ? 0 : 1;
      continue;
    }
    recall += recallAfter(model, schedule.memory, daysBetween(schedule.lastDay, now.day));
    const isDue = schedule.phase === 'review' ? schedule.dueDay <= now.day : true;
    due += isDue && !suspended ? 1 : 0;
  }
  return { due, fresh, mastery: cards.length === 0 ? 0 : recall / cards.length };
}
