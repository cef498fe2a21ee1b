/** After a break: how the backlog is worked off, so many cards a day. */
import type { StudyDay } from '#lib/base/time.ts';
import { select } from '#lib/study/selection.ts';
import { seeded } from '#lib/base/random.ts';
import type { Moment } from '#lib/study/card-state.ts';
import { simulate, type Simulation } from './simulate.ts';

export interface CatchUpForecast {
  readonly perDay: number;
  /** The first day at whose end no due card waits; `null` if none is within the days looked at. */
  readonly clearOn: StudyDay | null;
  /** Minutes on a day until then. */
  readonly minutesADay: number;
  /** Due cards asked until then, and how many of them would be forgotten. */
  readonly reviews: number;
  readonly forgotten: number;
}

/** As far as is looked ahead. */
const MOST_DAYS = 180;

/** All that is due today or before and not yet answered, whatever a day's limit is. */
export function backlogOf(
  cards: Simulation['cards'],
  state: Simulation['state'],
  now: Moment,
): number {
  const limits = { reviewsPerDay: Infinity, newPerDay: 0 };
  const input = { cards, state, now, random: seeded('backlog'), limits };
  const { due, steps } = select(input, (all) => all);
  return due.length + steps.length;
}

/** Within how many days a backlog may be worked off: about a month, a fortnight, a week, three days. */
const WITHIN_DAYS = [30, 14, 7, 3] as const;

/** Numbers of cards a day worth comparing for a backlog, in tens; the one in force is among them. */
export function capsToCompare(backlog: number, current: number | null): readonly number[] {
  const caps = WITHIN_DAYS.map((days) => Math.ceil(backlog / days / 10) * 10);
  return [...new Set([...caps, ...(current === null ? [] : [current])])].sort((a, b) => a - b);
}

export type CatchUpInput = Omit<Simulation, 'days' | 'changes' | 'reschedule'>;

export function* forecastCatchUp(
  input: CatchUpInput,
  perDay: number,
): Generator<void, CatchUpForecast> {
  // In portions, since most backlogs are clear long before the last day looked at.
  for (let days = 30; ; days = Math.min(days * 3, MOST_DAYS)) {
    const end = yield* simulate({ ...input, days, changes: { catchUpPerDay: perDay } });
    const clear = end.days.findIndex(({ waiting }) => waiting === 0);
    if (clear < 0 && days < MOST_DAYS) continue;
    const until = clear < 0 ? end.days : end.days.slice(0, clear + 1);
    const sum = (of: 'reviews' | 'forgotten' | 'minutes') =>
      until.reduce((total, day) => total + day[of], 0);
    return {
      perDay,
      clearOn: end.days[clear]?.day ?? null,
      minutesADay: sum('minutes') / until.length,
      reviews: sum('reviews'),
      forgotten: sum('forgotten'),
    };
  }
}
