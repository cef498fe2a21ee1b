/** What new weights would do to the due days, reckoned in slices. */
import type { StudyDay } from '#lib/base/time.ts';
import type { Memory } from '#lib/study/card-state.ts';
import { draftOf } from '#lib/study/fold.ts';
import type { LearningState } from '#lib/study/learning-state.ts';
import { cardsToReschedule, rescheduleCard } from '#lib/study/reducers.ts';
import { dueThrough, type RescheduleEffect } from '#lib/study/reschedule-effect.ts';
import { schedulerFor } from '#lib/study/scheduler.ts';
import type { Model } from '#lib/study/settings.ts';
import type { TrainingLog } from './training-items.ts';

/** Cards between two chances to breathe. */
const PORTION = 10;

/**
 * The same that `learningSettingsChanged` with this model and `reschedule` does, without doing it.
 *
 * @param log of the same answers as `state`
 */
export function* modelEffect(
  state: LearningState,
  { histories }: TrainingLog,
  model: Model,
  day: StudyDay,
): Generator<void, RescheduleEffect> {
  const changes = { model };
  const draft = draftOf({ ...state, settings: { ...state.settings, model } }, null);
  const scheduler = schedulerFor(draft.settings);
  // A card that began anew has several histories: the last is the one that counts.
  const lastOf = new Map(histories.map(({ cardId, reviews }) => [cardId, reviews]));
  let done = 0;
  for (const [id, reviews] of lastOf) {
    if (++done % PORTION === 0) yield;
    const record = draft.cards.get(id);
    if (record === undefined || record.schedule.phase === 'new') continue;
    let memory: Memory | null = null;
    for (const { grade, elapsedDays } of reviews) {
      memory = scheduler.nextMemory(memory, elapsedDays, grade);
    }
    // The plan does not look at memories, so it need not be told.
    if (memory !== null)
      draft.cards.set(id, { ...record, schedule: { ...record.schedule, memory } });
  }
  const remembered = new Map(draft.cards);
  for (const id of cardsToReschedule(draft)) {
    if (++done % PORTION === 0) yield;
    rescheduleCard(draft, id, changes);
  }
  const moved = [...draft.cards].filter(([id, record]) => record !== remembered.get(id)).length;
  return {
    moved,
    dueToday: { before: dueThrough(state.plan, day), after: dueThrough(draft.plan, day) },
  };
}
