/** The ends of a span in which a true value lies, 19 times of 20. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the normal distribution: intervals hold 95 %. */
export const Z95 = 1.959964;

/**
 * The interval of Wilson's score (1927) of a proportion: unlike the plain one it stays within 0 and 1 and is
 * honest for few.
 *
 * @param successes may be a fraction where ties are shared
 * @param n at least 1
 */
export function wilson(successes: number, n: number): Interval {
  const p = successes / n;
  const centre = p + Z95 ** 2 / (2 * n);
  const half = Z95 * Math.sqrt((p * (1 - p)) / n + Z95 ** 2 / (4 * n ** 2));
  const scale = 1 + Z95 ** 2 / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}
