import { dayNumber, type StudyDay } from '#lib/base/time.ts';
import { draftOf } from './fold.ts';
import type { DuePlan } from './due-plan.ts';
import type { LearningState } from './learning-state.ts';
import { rescheduleAll } from './reducers.ts';
import type { LearningSettings } from './settings.ts';

/** What new settings would do to the due days, if the learner lets them. */
export interface RescheduleEffect {
  /** Cards that would come on another day. */
  readonly moved: number;
  /** Cards due today or before, without and with it. */
  readonly dueToday: { readonly before: number; readonly after: number };
}

/** Cards due on a day or before. */
export function dueThrough({ load }: DuePlan, day: StudyDay): number {
  const today = dayNumber(day);
  return [...load].reduce((sum, [due, count]) => sum + (due <= today ? count : 0), 0);
}

/** The same that `learningSettingsChanged` with `reschedule` does, without doing it. */
export function rescheduleEffect(
  state: LearningState,
  changes: Partial<LearningSettings>,
  day: StudyDay,
): RescheduleEffect {
  const draft = draftOf(state, null);
  draft.settings = { ...draft.settings, ...changes };
  rescheduleAll(draft, changes);
  const moved = [...draft.cards].filter(([id, record]) => record !== state.cards.get(id)).length;
  const dueToday = { before: dueThrough(state.plan, day), after: dueThrough(draft.plan, day) };
  return { moved, dueToday };
}
