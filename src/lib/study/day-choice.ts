/**
 * On which of the days that fuzz allows a card comes back: on one without a card of the same item if
 * there is one, and then on one with less to do than the days around it.
 */
import type { CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { dayNumber, type StudyDay } from '#lib/base/time.ts';
import type { CardRecord } from './card-state.ts';
import { dueDayOf, type DuePlan } from './due-plan.ts';
import { pickDay, type DayRange } from './fuzz.ts';
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
export const EASY_SHARE = 0.25;
/** Days looked at, at most: a range of years holds enough of them. */
const MOST_DAYS = 31;

/** Monday is 1, Sunday 7, as in ISO 8601; 1 January 1970 was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

interface Known {
  readonly cards: ReadonlyMap<CardId, CardRecord>;
  readonly plan: DuePlan;
  readonly settings: { readonly easyWeekdays: readonly number[] };
}

/** Balances the days and keeps the cards of one item apart, by what is planned. */
export function byPlan({ cards, plan, settings }: Known): DayChooser {
  const dueOn = (id: CardId) => {
    const record = cards.get(id);
    return record === undefined ? null : dueDayOf(record);
  };
  return ({ cardId, reps, from, range: { least, most } }) => {
    if (least === most) return least;
    const own = dueOn(cardId);
    const siblings = (plan.byItem.get(itemOf(cardId)) ?? []).filter((id) => id !== cardId);
    const taken = new Set(siblings.map(dueOn));
    const random = chanceOf(cardId, reps);
    const size = Math.min(most - least + 1, MOST_DAYS);
    const first = least + random.integer(most - least + 2 - size);
    const turn = random.integer(size);
    const today = dayNumber(from);

    const loadOf = (day: number) => {
      const others = (plan.load.get(day) ?? 0) - (day === own ? 1 : 0);
      return settings.easyWeekdays.includes(weekdayOf(day)) ? others / EASY_SHARE : others;
    };
    /**
     * The load against that of the week around. By itself the load would draw cards to the far end of
     * their range, where less is planned because it is farther, and recall would suffer.
     */
    const crowding = (day: number) => {
      const begin = Math.max(day - 3, today + 1);
      let week = 0;
      for (let near = begin; near <= day + 3; near++) week += loadOf(near);
      return (loadOf(day) + 1) / (week / (day + 4 - begin) + 1);
    };

    let best = { days: first, isTaken: true, crowding: Infinity };
    for (let i = 0; i < size; i++) {
      const days = first + ((turn + i) % size);
      const candidate = {
        days,
        isTaken: taken.has(today + days),
        crowding: crowding(today + days),
      };
      const isBetter =
        candidate.isTaken === best.isTaken ? candidate.crowding < best.crowding : best.isTaken;
      if (isBetter) best = candidate;
    }
    return best.days;
  };
}
