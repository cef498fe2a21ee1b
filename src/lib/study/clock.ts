import type { Brand } from '#lib/base/brand.ts';
import type { Instant } from '#lib/base/time.ts';

/**
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): real time where that moves
 * on, a counter where it stands still or goes back. A later event on a device always has a later clock.
 */
export interface HybridClock {
  /** Epoch milliseconds, never less than those of any event seen. */
  readonly ms: number;
  /** Tells apart what happened within the same millisecond, 0 to 65,535. */
  readonly counter: number;
}

/** The clock as events carry it: 13 digits, a hyphen, 4 hexadecimal digits. Sorts as text. */
export type ClockText = Brand<string, 'ClockText'>;

export const CLOCK_START: HybridClock = { ms: 0, counter: 0 };

/** The most that 13 digits hold: the year 2286. */
const LAST_MS = 9_999_999_999_999;
const LAST_COUNTER = 0xffff;

/**
 * How far ahead of our own time another device's clock may pull ours. Beyond it the other clock is
 * taken to be wrong: its events are kept and keep their place in the order, but ours does not follow.
 */
export const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

const realMs = (now: Instant) => Math.min(Math.max(Math.trunc(now), 0), LAST_MS);

const after = (clock: HybridClock): HybridClock =>
  clock.counter < LAST_COUNTER
    ? { ms: clock.ms, counter: clock.counter + 1 }
    : { ms: clock.ms + 1, counter: 0 };

/** The clock of a new event on this device: later than `last`, and real time whenever that is later. */
export function tick(last: HybridClock, now: Instant): HybridClock {
  const ms = realMs(now);
  return ms > last.ms ? { ms, counter: 0 } : after(last);
}

/** The clock of this device after it has seen an event of another: later than both, within the bound. */
export function receive(last: HybridClock, remote: HybridClock, now: Instant): HybridClock {
  const trusted = remote.ms <= realMs(now) + MAX_AHEAD_MS;
  return tick(trusted && compareClocks(remote, last) > 0 ? remote : last, now);
}

export function compareClocks(a: HybridClock, b: HybridClock): number {
  return a.ms - b.ms || a.counter - b.counter;
}

export function clockToText(clock: HybridClock): ClockText {
  const ms = String(clock.ms).padStart(13, '0');
  return `${ms}-${clock.counter.toString(16).padStart(4, '0')}` as ClockText;
}

export function isClockText(text: string): text is ClockText {
  return /^\d{13}-[0-9a-f]{4}$/.test(text);
}

export function clockFromText(text: ClockText): HybridClock {
  return { ms: Number(text.slice(0, 13)), counter: Number.parseInt(text.slice(14), 16) };
}
