import { wilson, type Interval } from '#lib/base/wilson.ts';

/** A share with the span in which the true one lies, 19 times of 20. */
export interface Share extends Interval {
  readonly of: number;
  readonly share: number;
}

/** @returns `null` for nothing counted */
export function shareOf(hits: number, of: number): Share | null {
  return of === 0 ? null : { of, share: hits / of, ...wilson(hits, of) };
}
