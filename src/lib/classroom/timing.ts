/** Time as a room reckons it. The clock is the server's; a phone's own measure moves it by a round trip at most. */
import type { Instant } from '#lib/base/time.ts';
import type { Clock, Player } from './room.ts';
import type { ShownClock } from './visible.ts';

/** However slow a phone's network is, or says it is, no more than this is allowed for. */
const MOST_ROUND_TRIP_MS = 1000;

export function elapsedAt(clock: Clock, now: Instant): number {
  return clock.state === 'paused' ? clock.elapsedMs : Math.max(0, now - clock.since);
}

/** What is left for everybody, extra time apart; negative once it is over; `null`: no limit. */
export function remainingAt(clock: Clock, now: Instant): number | null {
  if (clock.state === 'paused') return clock.remainingMs;
  return clock.endsAt === null ? null : clock.endsAt - now;
}

/** From the question's appearance to its end, all extensions included; `null`: no limit. */
export function limitOf(clock: Clock): number | null {
  if (clock.state === 'running') return clock.endsAt === null ? null : clock.endsAt - clock.since;
  return clock.remainingMs === null ? null : clock.elapsedMs + clock.remainingMs;
}

/** A student's own limit: extra time is a share of the whole. */
export function limitFor(limitMs: number | null, { timeFactor }: Pick<Player, 'timeFactor'>) {
  return limitMs === null ? null : limitMs * timeFactor;
}

/**
 * From the question's appearance to the tap. What the phone claims is believed as far as the round trip
 * explains it: the answer was under way for that long at most.
 */
export function tookFor(elapsedMs: number, claimedMs: number | null, roundTripMs: number): number {
  if (claimedMs === null) return elapsedMs;
  const least = elapsedMs - Math.min(Math.max(0, roundTripMs), MOST_ROUND_TRIP_MS);
  return Math.max(0, Math.min(elapsedMs, Math.max(least, claimedMs)));
}

/** The clock as a student sees it. */
export function shownClock(
  clock: Clock,
  player: Pick<Player, 'timeFactor'>,
  now: Instant,
): ShownClock {
  const limit = limitFor(limitOf(clock), player);
  return {
    state: clock.state,
    remainingMs: limit === null ? null : Math.max(0, limit - elapsedAt(clock, now)),
  };
}
