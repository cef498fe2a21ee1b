import { dayFromNumber, dayNumber, type StudyDay } from '#lib/base/time.ts';
import { MATURE_DAYS, type ScoredReview } from './past-review.ts';
import { shareOf, type Share } from './wilson.ts';

export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

export interface RetentionOf {
  readonly all: Share | null;
  readonly young: Share | null;
  readonly mature: Share | null;
}

export interface RetentionIn extends RetentionOf {
  /** The first day of the week, `2026-11` for a month, the day itself. */
  readonly from: string;
}

class Tally {
  #hits = { young: 0, mature: 0 };
  #of = { young: 0, mature: 0 };

  add({ before, recalled }: ScoredReview): void {
    const age = before.memory.stability < MATURE_DAYS ? 'young' : 'mature';
    this.#of[age] += 1;
    if (recalled) this.#hits[age] += 1;
  }

  shares(): RetentionOf {
    const [hits, of] = [this.#hits, this.#of];
    return {
      all: shareOf(hits.young + hits.mature, of.young + of.mature),
      young: shareOf(hits.young, of.young),
      mature: shareOf(hits.mature, of.mature),
    };
  }
}

export function retentionOf(scored: readonly ScoredReview[]): RetentionOf {
  const tally = new Tally();
  for (const review of scored) tally.add(review);
  return tally.shares();
}

/** Day 0, 1 January 1970, was a Thursday. */
const MONDAY_BEFORE_DAY_0 = 3;

/** The Monday of a day's week. */
export function mondayOf(day: StudyDay): StudyDay {
  const number = dayNumber(day);
  return dayFromNumber(number - ((((number + MONDAY_BEFORE_DAY_0) % 7) + 7) % 7));
}

const startOf: Readonly<Record<Span, (day: StudyDay) => string>> = {
  day: (day) => day,
  week: mondayOf,
  month: (day) => day.slice(0, 7),
};

/** The spans in which something was scored, the latest `most` of them in order of time. */
export function retentionBy(
  span: Span,
  scored: readonly ScoredReview[],
  most: number,
): RetentionIn[] {
  const starts = new Map<StudyDay, string>();
  const tallies = new Map<string, Tally>();
  for (const review of scored) {
    const { day } = review.event;
    let from = starts.get(day);
    if (from === undefined) starts.set(day, (from = startOf[span](day)));
    let tally = tallies.get(from);
    if (tally === undefined) tallies.set(from, (tally = new Tally()));
    tally.add(review);
  }
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-most)
    .map(([from, tally]) => ({ from, ...tally.shares() }));
}
