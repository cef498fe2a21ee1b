/**
 * On which of the days that fuzz allows a card comes back: on one that is not off if there is one, then on
 * one without a card of the same item, and then on one with less to do than the days around it.
 */
import type { CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { dayNumber, type StudyDay } from '#lib/base/time.ts';
import type { CardRecord } from './card-state.ts';
import { dueDayOf, type DuePlan } from './due-plan.ts';
import { pickDay, type DayRange } from './fuzz.ts';
import type { DaysOff } from './settings.ts';
import { itemOf } from './siblings.ts';

export interface DayWanted {
  readonly cardId: CardId;
  /** The review's count, so that each review has its own chance. */
  readonly reps: number;
  /** The day of the review. */
  readonly from: StudyDay;
  /** Days after it. */
  readonly range: DayRange;
}

/**
 * Gives a number of days within the range. It must follow from what it is asked and from the log before
 * the review, or a preview would promise another day than the review gives.
 */
export type DayChooser = (wanted: DayWanted) => number;

/**
 * By chance alone. The seed has no time in it, so that what was shown is what is given (R7), and hashes
 * the pair, so that card 1 at review 12 is not card 11 at review 2 (R8).
 */
export const byChance: DayChooser = ({ cardId, reps, range }) =>
  pickDay(range, chanceOf(cardId, reps).next());

const chanceOf = (cardId: CardId, reps: number) => seeded('fuzz', cardId, reps);

/** The load of an easy weekday against that of any other. */
const EASY_SHARE = 0.25;
/** Days looked at, at most: a range of years holds enough of them. */
const MOST_DAYS = 31;
/** Days before and after one that count as its week. */
const AROUND = 3;

/** Monday is 1, Sunday 7, as in ISO 8601; 1 January 1970 was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

interface Known {
  readonly cards: ReadonlyMap<CardId, CardRecord>;
  readonly plan: DuePlan;
  readonly settings: {
    readonly easyWeekdays: readonly number[];
    readonly daysOff: readonly DaysOff[];
  };
}

/** Whether a `dayNumber` lies in a stretch of days off. */
export function isDayOff(daysOff: readonly DaysOff[], day: number): boolean {
  return daysOff.some(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to));
}

/** Balances the days and keeps the cards of one item apart, by what is planned. */
export function byPlan({ cards, plan, settings: { easyWeekdays, daysOff } }: Known): DayChooser {
  const dueOn = (id: CardId) => {
    const record = cards.get(id);
    return record === undefined ? null : dueDayOf(record);
  };
  const siblingsOf = (cardId: CardId) =>
    (plan.byItem.get(itemOf(cardId)) ?? []).filter((id) => id !== cardId);
  /** The loads of so many days from one on, the card itself not counted. */
  const loadsFrom = (days: number, count: number, today: number, own: number | null) =>
    Array.from({ length: count }, (_, n) => {
      const day = today + days + n;
      const others = (plan.load.get(day) ?? 0) - (day === own ? 1 : 0);
      const isEasy = easyWeekdays.length > 0 && easyWeekdays.includes(weekdayOf(day));
      return isEasy ? others / EASY_SHARE : others;
    });
  return ({ cardId, reps, from, range: { least, most } }) => {
    if (least === most) return least;
    const random = chanceOf(cardId, reps);
    const size = Math.min(most - least + 1, MOST_DAYS);
    const first = least + random.integer(most - least + 2 - size);
    const turn = random.integer(size);
    const today = dayNumber(from);
    const taken = new Set(siblingsOf(cardId).map(dueOn));
    const loads = loadsFrom(first - AROUND, size + 2 * AROUND, today, dueOn(cardId));

    let best = { days: first, worse: Infinity, crowding: Infinity };
    for (let i = 0; i < size; i++) {
      const place = (turn + i) % size;
      const days = first + place;
      const isOff = isDayOff(daysOff, today + days);
      const worse = (isOff ? 2 : 0) + (taken.has(today + days) ? 1 : 0);
      const crowding = crowdingAt(loads, place + AROUND, days);
      const isBetter = worse === best.worse ? crowding < best.crowding : worse < best.worse;
      if (isBetter) best = { days, worse, crowding };
    }
    return best.days;
  };
}

/**
 * The load of a day against that of the week around, as far as that lies after the review. By itself the
 * load would draw cards to the far end of their range, where less is planned because it is farther, and
 * recall would suffer.
 *
 * @param days from the review to the day
 */
function crowdingAt(loads: readonly number[], place: number, days: number): number {
  const begin = place - Math.min(AROUND, days - 1);
  const end = place + AROUND;
  let week = 0;
  for (let near = begin; near <= end; near++) week += loads[near] ?? 0;
  return ((loads[place] ?? 0) + 1) / (week / (end - begin + 1) + 1);
}
