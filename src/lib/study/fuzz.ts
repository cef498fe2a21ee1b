/**
 * Intervals are spread a little, so that cards learned together do not stay together. The ranges are
 * Anki's (rslib, scheduler/states/fuzz.rs).
 */
const ranges = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
] as const;

/** Whole days, both included. */
export interface DayRange {
  readonly least: number;
  readonly most: number;
}

/** How far an interval may be moved either way, in days. Less than 2.5 days stay as they are. */
function spread(interval: number): number {
  if (interval < 2.5) return 0;
  return ranges.reduce(
    (days, { from, to, share }) => days + share * Math.max(Math.min(interval, to) - from, 0),
    1,
  );
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/**
 * The days that an interval may become.
 *
 * @param interval days, not yet rounded
 * @param least not to be undercut: an easier grade gives a longer interval; gives way to `most`
 * @param most the maximum interval, which holds after fuzz too (R6)
 */
export function fuzzRange(interval: number, least: number, most: number): DayRange {
  const floor = Math.min(least, most);
  const centre = clamp(interval, floor, most);
  const days = spread(centre);
  const lower = clamp(Math.round(centre - days), floor, most);
  const upper = clamp(Math.round(centre + days), floor, most);
  const isWidened = upper === lower && upper > 2 && upper < most;
  return { least: lower, most: isWidened ? upper + 1 : upper };
}

/** @param chance 0 ≤ chance < 1 */
export function pickDay({ least, most }: DayRange, chance: number): number {
  return least + Math.floor(chance * (most - least + 1));
}

/** The interval without fuzz, within its limits. */
export function plainDay(interval: number, least: number, most: number): number {
  return clamp(Math.round(interval), Math.min(least, most), most);
}
