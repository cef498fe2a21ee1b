import { dayFromNumber, dayNumber, type StudyDay } from '#lib/base/time.ts';
import { grouped } from './grouped.ts';
import type { Age, Scored } from './past-review.ts';
import { shareOf, type Share } from './share.ts';

export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

/** Scored reviews and how many of them were recalled. */
export interface Hits {
  of: number;
  hits: number;
}

type AgeHits = Readonly<Record<Age, Hits>>;

/** By study day. */
export type RetentionTally = Map<StudyDay, AgeHits>;

export interface RetentionOf {
  readonly all: Share | null;
  readonly young: Share | null;
  readonly mature: Share | null;
}

export interface RetentionIn extends RetentionOf {
  /** The day itself, the Monday of a week, `2026-11` for a month. */
  readonly from: string;
}

const nothing = (): AgeHits => ({ young: { of: 0, hits: 0 }, mature: { of: 0, hits: 0 } });

export function addToRetention(
  days: RetentionTally,
  day: StudyDay,
  { age, recalled }: Scored,
): void {
  let own = days.get(day);
  if (own === undefined) days.set(day, (own = nothing()));
  own[age].of += 1;
  if (recalled) own[age].hits += 1;
}

function sharesOf(tallies: Iterable<AgeHits>): RetentionOf {
  const sum = nothing();
  for (const tally of tallies) {
    for (const age of ['young', 'mature'] as const) {
      sum[age].of += tally[age].of;
      sum[age].hits += tally[age].hits;
    }
  }
  const { young, mature } = sum;
  return {
    all: shareOf(young.hits + mature.hits, young.of + mature.of),
    young: shareOf(young.hits, young.of),
    mature: shareOf(mature.hits, mature.of),
  };
}

/** From `from` on, or of all time. */
export function retentionOf(days: RetentionTally, from?: StudyDay): RetentionOf {
  return sharesOf(
    [...days].flatMap(([day, tally]) => (from === undefined || day >= from ? [tally] : [])),
  );
}

/** Day 0, 1 January 1970, was a Thursday. */
const DAYS_SINCE_MONDAY = 3;

/** The Monday of a day's week. */
export function mondayOf(day: StudyDay): StudyDay {
  const number = dayNumber(day);
  return dayFromNumber(number - ((((number + DAYS_SINCE_MONDAY) % 7) + 7) % 7));
}

const startOf: Readonly<Record<Span, (day: StudyDay) => string>> = {
  day: (day) => day,
  week: mondayOf,
  month: (day) => day.slice(0, 7),
};

/** The spans in which something was scored, the latest `most` of them in order of time (T1). */
export function retentionBy(span: Span, days: RetentionTally, most: number): RetentionIn[] {
  const groups = grouped(days, ([day]) => startOf[span](day));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-most)
    .map(([from, own]) => ({ from, ...sharesOf(own.map(([, tally]) => tally)) }));
}
