/** A share with the span in which the true one lies, 19 times of 20. */
export interface Share {
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * The interval of Wilson's score (1927): unlike the plain one it stays within 0 and 1 and is honest for few.
 *
 * @returns `null` for nothing counted
 */
export function shareOf(hits: number, of: number): Share | null {
  if (of === 0) return null;
  const share = hits / of;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { of, share, low: Math.max(middle - half, 0), high: Math.min(middle + half, 1) };
}
