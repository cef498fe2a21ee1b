import { daysBetween, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { recallAfter } from '#lib/study/recall.ts';

/** The share of cards that would be recalled on a day, 0 to 1; a card never answered counts as not. */
export function expectedRecall(
  cards: readonly Pick<Card, 'id'>[],
  state: Pick<LearningState, 'cards' | 'settings'>,
  day: StudyDay,
): number {
  let recalled = 0;
  for (const { id } of cards) {
    const { schedule } = recordOf(state, id);
    if (schedule.phase === 'new') continue;
    const elapsed = daysBetween(schedule.lastDay, day);
    recalled += recallAfter(state.settings.model, schedule.memory, elapsed);
  }
  return cards.length === 0 ? 0 : recalled / cards.length;
}
