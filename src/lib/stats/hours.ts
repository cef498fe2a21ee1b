import { createHourReader } from './local-hour.ts';
import type { PastReview } from './past-review.ts';
import { shareOf, type Share } from './wilson.ts';

/** What was done in one hour of the day, over all days. */
export interface HourTally {
  readonly reviews: number;
  /** Of the scored ones, how many were recalled; `null` if none was scored. */
  readonly recalled: Share | null;
}

/** The 24 hours of the wall clock, from midnight. */
export function hoursOf(reviews: readonly PastReview[]): HourTally[] {
  const hourOf = createHourReader();
  const tallies = Array.from({ length: 24 }, () => ({ reviews: 0, scored: 0, hits: 0 }));
  for (const { event, before } of reviews) {
    const tally = tallies[hourOf(event.at, event.zone)];
    if (tally === undefined) continue;
    tally.reviews += 1;
    if (before === null || before.elapsedDays === 0) continue;
    tally.scored += 1;
    if (event.grade !== 'again') tally.hits += 1;
  }
  return tallies.map(({ reviews: count, scored, hits }) => ({
    reviews: count,
    recalled: shareOf(hits, scored),
  }));
}
