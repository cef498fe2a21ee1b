/** A streak that forgives: it counts days of study, and one missed day a week does not end it. */
import { addDays, dayNumber, type StudyDay } from '#lib/base/time.ts';
import { isDayOff } from '#lib/study/day-choice.ts';
import { dayOf, type LearningState } from '#lib/study/learning-state.ts';

export interface Streak {
  /** Days with an answer since the last break; forgiven days are not among them. */
  readonly days: number;
  /** The longest there has been. */
  readonly longest: number;
  /** Whether something was answered today. */
  readonly isTodayDone: boolean;
  /** Whether missing today would end it, today not being done. */
  readonly isAtRisk: boolean;
}

/** A missed day is forgiven if none was in so many days before it. */
const FORGIVEN_WITHIN = 6;

export const answersOn = (state: Pick<LearningState, 'days'>, day: StudyDay): number => {
  const { reviews, crammed } = dayOf(state, day);
  return reviews + crammed;
};

/** Reckoned forwards, so that a streak which was seen to end does not come back to life. */
export function streakOf(state: Pick<LearningState, 'days' | 'settings'>, today: StudyDay): Streak {
  const { daysOff } = state.settings;
  const first = [...state.days.keys()].filter((day) => answersOn(state, day) > 0).sort()[0];
  let days = 0;
  let longest = 0;
  /** The last missed day that was forgiven, as `dayNumber`. */
  let forgiven = -Infinity;
  const isTodayDone = answersOn(state, today) > 0;
  if (first === undefined || first > today) {
    return { days, longest, isTodayDone, isAtRisk: false };
  }
  for (let day = first; day < today; day = addDays(day, 1)) {
    const number = dayNumber(day);
    if (answersOn(state, day) > 0) days += 1;
    else if (!isDayOff(daysOff, number)) {
      if (number - forgiven > FORGIVEN_WITHIN) forgiven = number;
      else days = 0;
    }
    longest = Math.max(longest, days);
  }
  const mayMiss =
    isDayOff(daysOff, dayNumber(today)) || dayNumber(today) - forgiven > FORGIVEN_WITHIN;
  days += isTodayDone ? 1 : 0;
  longest = Math.max(longest, days);
  return { days, longest, isTodayDone, isAtRisk: days > 0 && !isTodayDone && !mayMiss };
}
