/** Days off: what they would move, what stays, and what the rest costs. */
import { addDays, dayNumber, daysBetween, type StudyDay } from '#lib/base/time.ts';
import type { CardId } from '#lib/base/ids.ts';
import { isDayOff } from '#lib/study/day-choice.ts';
import { dueDayOf } from '#lib/study/due-plan.ts';
import { draftOf } from '#lib/study/fold.ts';
import type { LearningState } from '#lib/study/learning-state.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { rescheduleAll } from '#lib/study/reducers.ts';
import type { DaysOff } from '#lib/study/settings.ts';

export interface HolidayEffect {
  readonly days: number;
  /** Cards due on those days as things stand. */
  readonly due: number;
  /** Of these, how many can move to another day within their spacing. */
  readonly moved: number;
  /** The others wait for the first day back. */
  readonly left: number;
  readonly back: StudyDay;
  /** The mean chance of recall of those left, on their day and on the first day back; 0 if there are none. */
  readonly recallOnTime: number;
  readonly recallBack: number;
}

/** What `learningSettingsChanged` with these days off and `reschedule` does. */
export function holidayEffect(state: LearningState, off: DaysOff, today: StudyDay): HolidayEffect {
  const daysOff = [...state.settings.daysOff, off];
  const draft = draftOf({ ...state, settings: { ...state.settings, daysOff } }, null);
  rescheduleAll(draft, { daysOff });
  const isOff = (id: CardId, cards: LearningState['cards']) => {
    const record = cards.get(id);
    const day = record === undefined ? null : dueDayOf(record);
    return day !== null && day >= dayNumber(today) && isDayOff([off], day);
  };
  const due = [...state.cards.keys()].filter((id) => isOff(id, state.cards));
  const left = due.filter((id) => isOff(id, draft.cards));
  const back = firstDayBack(daysOff, off);
  const recall = (on: (dueDay: StudyDay) => StudyDay) =>
    left.reduce((sum, id) => {
      const schedule = state.cards.get(id)?.schedule;
      if (schedule?.phase !== 'review') return sum;
      const elapsed = daysBetween(schedule.lastDay, on(schedule.dueDay));
      return sum + recallAfter(state.settings.model, schedule.memory, elapsed);
    }, 0) / Math.max(left.length, 1);
  return {
    days: daysBetween(off.from, off.to) + 1,
    due: due.length,
    moved: due.length - left.length,
    left: left.length,
    back,
    recallOnTime: recall((dueDay) => dueDay),
    recallBack: recall(() => back),
  };
}

function firstDayBack(daysOff: readonly DaysOff[], { to }: DaysOff): StudyDay {
  let day = addDays(to, 1);
  while (isDayOff(daysOff, dayNumber(day))) day = addDays(day, 1);
  return day;
}
