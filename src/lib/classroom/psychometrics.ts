/**
 * Classical item analysis. Every figure comes with its interval (95 %), and says when there are too few
 * students to say anything by it.
 */
import { wilson, Z95, type Interval } from '#lib/base/wilson.ts';

/** Below so many students a figure about an item is mostly chance. */
export const ENOUGH_STUDENTS = 30;
/** Upper and lower group: the share at which their difference tells most (Kelley 1939). */
const GROUP_SHARE = 0.27;

/** A figure with its interval, or why there is none. */
export type Estimate =
  | (Interval & {
      readonly known: true;
      readonly value: number;
      /** Students that it rests on. */
      readonly n: number;
      readonly enough: boolean;
    })
  /** nobody: nobody answered · alike: all did the same, so that nothing varies · few: no interval can be given */
  | { readonly known: false; readonly why: 'nobody' | 'alike' | 'few' };

const none = (why: 'nobody' | 'alike' | 'few'): Estimate => ({ known: false, why });

function estimate(value: number, { low, high }: Interval, n: number): Estimate {
  return { known: true, value, low, high, n, enough: n >= ENOUGH_STUDENTS };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Of the sample, with n − 1; 0 for fewer than two. */
function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}

export function proportion(successes: number, n: number): Estimate {
  return n === 0 ? none('nobody') : estimate(successes / n, wilson(successes, n), n);
}

/** The interval of a difference of two independent proportions: Newcombe 1998, method 10. */
export function newcombe(a: number, nA: number, b: number, nB: number): Interval {
  const [pA, pB] = [a / nA, b / nB];
  const [ofA, ofB] = [wilson(a, nA), wilson(b, nB)];
  return {
    low: pA - pB - Math.hypot(pA - ofA.low, ofB.high - pB),
    high: pA - pB + Math.hypot(ofA.high - pA, pB - ofB.low),
  };
}

/** One student in the analysis of an item. */
export interface Scored {
  /** Of the whole quiz. */
  readonly total: number;
  readonly right: boolean;
}

/** Weights with which a student belongs to the upper and to the lower group. */
interface Belonging {
  readonly upper: number;
  readonly lower: number;
}

/**
 * How far each student belongs to the upper and lower 27 % by total. Students with the same total at the edge
 * of a group share its last places evenly, so that the order of a list decides nothing.
 */
export function groupsOf(totals: readonly number[]): readonly Belonging[] {
  const size = Math.max(1, Math.round(totals.length * GROUP_SHARE));
  const share = (isBefore: (other: number, own: number) => boolean) => (own: number) => {
    const before = totals.filter((other) => isBefore(other, own)).length;
    const tied = totals.filter((other) => other === own).length;
    return Math.min(1, Math.max(0, (size - before) / tied));
  };
  const upper = share((other, own) => other > own);
  const lower = share((other, own) => other < own);
  return totals.map((total) => ({ upper: upper(total), lower: lower(total) }));
}

/** How much better the upper 27 % did than the lower 27 %: −1 to 1. */
export function discrimination(students: readonly Scored[]): Estimate {
  if (students.length === 0) return none('nobody');
  if (variance(students.map(({ total }) => total)) === 0) return none('alike');
  const groups = groupsOf(students.map(({ total }) => total));
  const count = (group: keyof Belonging, of: (student: Scored) => boolean) =>
    sum(students.map((student, at) => (of(student) ? (groups[at]?.[group] ?? 0) : 0)));
  const all = () => true;
  const [inUpper, inLower] = [count('upper', all), count('lower', all)];
  const upper = count('upper', ({ right }) => right);
  const lower = count('lower', ({ right }) => right);
  const value = upper / inUpper - lower / inLower;
  return estimate(value, newcombe(upper, inUpper, lower, inLower), students.length);
}

/** Pearson's r; `null` where one of the two does not vary. */
function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [mx, my] = [mean(xs), mean(ys)];
  const xx = sum(xs.map((x) => (x - mx) ** 2));
  const yy = sum(ys.map((y) => (y - my) ** 2));
  if (!(xx > 0) || !(yy > 0)) return null;
  const xy = sum(xs.map((x, i) => (x - mx) * ((ys[i] ?? my) - my)));
  return xy / Math.sqrt(xx * yy);
}

/**
 * The point-biserial correlation of an item with the rest of the quiz: its own point is taken out of the total,
 * which would otherwise agree with itself. The interval is Fisher's.
 */
export function pointBiserial(students: readonly Scored[]): Estimate {
  if (students.length === 0) return none('nobody');
  const points = students.map(({ right }) => (right ? 1 : 0));
  const rest = students.map(({ total }, at) => total - (points[at] ?? 0));
  const r = correlation(points, rest);
  if (r === null) return none('alike');
  if (students.length < 4) return none('few');
  const half = Z95 / Math.sqrt(students.length - 3);
  // At ±1 the transformation has no value; there the interval shrinks to a point.
  const z = Math.atanh(r);
  return estimate(r, { low: Math.tanh(z - half), high: Math.tanh(z + half) }, students.length);
}

/**
 * Cronbach's alpha; for items that are right or wrong it is KR-20. The interval is Bonett's (2002).
 *
 * @param rows one for each student: the points of each item, all equally many
 */
export function alpha(rows: readonly (readonly number[])[]): Estimate {
  const items = rows[0]?.length ?? 0;
  const n = rows.length;
  if (n === 0) return none('nobody');
  if (items < 2 || n < 3) return none('few');
  const ofTotal = variance(rows.map(sum));
  if (ofTotal === 0) return none('alike');
  const ofItems = sum(
    Array.from({ length: items }, (_, item) => variance(rows.map((row) => row[item] ?? 0))),
  );
  const value = (items / (items - 1)) * (1 - ofItems / ofTotal);
  const spread = Z95 * Math.sqrt((2 * items) / ((items - 1) * (n - 2)));
  // A perfect alpha has no logarithm of its distance from 1.
  const log = Math.log(Math.max(1 - value, Number.MIN_VALUE));
  return estimate(value, { low: 1 - Math.exp(log + spread), high: 1 - Math.exp(log - spread) }, n);
}

/** How many had it right, of how many. */
export interface Counted {
  readonly right: number;
  readonly n: number;
}

/**
 * The gain between two counts of hands, where nobody's own two votes are known. The interval is Newcombe's for
 * independent groups: the same people raise their hands twice and mostly alike, so it is rather too wide.
 */
export function gainOfCounts(before: Counted, after: Counted): Estimate {
  if (before.n === 0 || after.n === 0) return none('nobody');
  const bounds = newcombe(after.right, after.n, before.right, before.n);
  const value = after.right / after.n - before.right / before.n;
  return estimate(value, bounds, Math.min(before.n, after.n));
}

/** How the same students voted before and after they talked. */
export interface Paired {
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * The gain from the first vote to the second, as a difference of shares. The interval is Wald's with half a
 * student added to each cell (Agresti and Min 2005), which holds for small classes too.
 */
export function gain(votes: readonly Paired[]): Estimate {
  const n = votes.length;
  if (n === 0) return none('nobody');
  const won = votes.filter(({ before, after }) => !before && after).length;
  const lost = votes.filter(({ before, after }) => before && !after).length;
  const [b, c, m] = [won + 0.5, lost + 0.5, n + 2];
  const centre = (b - c) / m;
  const half = (Z95 * Math.sqrt(b + c - (b - c) ** 2 / m)) / m;
  const bounds = { low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
  return estimate((won - lost) / n, bounds, n);
}
