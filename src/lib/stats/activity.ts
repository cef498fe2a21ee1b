import { addDays, daysBetween, type StudyDay } from '#lib/base/time.ts';
import { dayOf, type DayTally, type LearningState } from '#lib/study/learning-state.ts';
import { grouped } from './grouped.ts';
import { mondayOf } from './retention.ts';

/** One square of the calendar. */
export interface CalendarDay {
  readonly day: StudyDay;
  /** 0 for the first column. */
  readonly week: number;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  readonly tally: DayTally;
}

export const WEEKS = 53;

/** The year up to today, in whole weeks from a Monday; the days after today are left out. */
export function calendarOf(state: Pick<LearningState, 'days'>, today: StudyDay): CalendarDay[] {
  const first = addDays(mondayOf(today), -7 * (WEEKS - 1));
  const days = daysBetween(first, today) + 1;
  return Array.from({ length: days }, (_, n) => {
    const day = addDays(first, n);
    return { day, week: Math.floor(n / 7), weekday: n % 7, tally: dayOf(state, day) };
  });
}

const LEVELS = 4;

/**
 * How strongly a day is drawn, 0 for nothing done to 4: by quarters of the days on which something was done,
 * so that one great day does not make all others look like nothing.
 */
export function levelsOf(counts: readonly number[]): (count: number) => number {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const limits = Array.from(
    { length: LEVELS - 1 },
    (_, n) => sorted[Math.ceil(((n + 1) * sorted.length) / LEVELS) - 1] ?? 0,
  );
  return (count) => (count <= 0 ? 0 : 1 + limits.filter((limit) => count > limit).length);
}

/** Sums over some days. */
export interface Activity {
  readonly daysStudied: number;
  readonly reviews: number;
  readonly crammed: number;
  readonly minutes: number;
}

export function sumOfDays(tallies: Iterable<DayTally>): Activity {
  let [daysStudied, reviews, crammed, tookMs] = [0, 0, 0, 0];
  for (const tally of tallies) {
    if (tally.reviews + tally.crammed > 0) daysStudied += 1;
    reviews += tally.reviews;
    crammed += tally.crammed;
    tookMs += tally.tookMs;
  }
  return { daysStudied, reviews, crammed, minutes: tookMs / 60_000 };
}

/** The calendar by months, `2026-11`, each with its sums: what a table tells of it. */
export function monthsOf(
  calendar: readonly CalendarDay[],
): { readonly month: string; readonly sum: Activity }[] {
  const months = grouped(calendar, ({ day }) => day.slice(0, 7));
  return [...months].map(([month, days]) => ({
    month,
    sum: sumOfDays(days.map(({ tally }) => tally)),
  }));
}

/** The days on which anything was done, by months: a table of the squares that are not empty. */
export function studiedByMonth(
  calendar: readonly CalendarDay[],
): { readonly month: string; readonly days: readonly CalendarDay[] }[] {
  const studied = calendar.filter(({ tally }) => tally.reviews + tally.crammed > 0);
  return [...grouped(studied, ({ day }) => day.slice(0, 7))].map(([month, days]) => ({
    month,
    days,
  }));
}
