import type { Passage } from '#lib/content/pack-index.ts';
import type { SlotValue } from '#lib/content/slots.ts';
import { boundsOf } from './amounts.ts';
import { spanOf } from './dates.ts';

/** Something that could stand beside the key, with the verdict on it. */
export interface Candidate {
  readonly text: string;
  readonly value: SlotValue;
  /** What it really belongs to, as a sentence. */
  readonly belongsTo: string;
  /** Where that stands; absent on what was invented, and on what no fact of the pack tells. */
  readonly citations?: readonly Passage[];
  /** The reason why it was dropped; `null` if it is known to be wrong. */
  readonly dropped: string | null;
  /** The reason why it is wrong. */
  readonly wrongBecause: string;
  /** Higher is nearer to what a learner might think. */
  readonly plausibility: number;
}

export const MOST_RIVALS = 3;
/** Fewer than this, and the card is asked in another format. */
export const LEAST_RIVALS = 2;

/** Where a value stands among its like: numbers by size, dates by day; `null` for what has no order. */
export function rankOf(value: SlotValue): number | null {
  if (value.type === 'amount') return boundsOf(value.amount)[0];
  return value.type === 'date' ? spanOf(value.date)[0] : null;
}

/** With so many known to be wrong, those farther off need not be looked at. */
const ENOUGH = 10;
/** As many are looked at altogether: a pack ten times as large takes ten times as long, not a hundred times. */
const MOST_ASSESSED = 60;

/** Assesses what is near to the key, and what is not only as far as that is too little. */
export function nearestFirst<T>(
  items: readonly T[],
  isNear: (item: T) => boolean,
  assess: (item: T) => Candidate,
): Candidate[] {
  const candidates: Candidate[] = [];
  let sound = 0;
  const take = (item: T) => {
    const candidate = assess(item);
    candidates.push(candidate);
    if (candidate.dropped === null) sound++;
  };
  const far: T[] = [];
  for (const item of items) {
    if (!isNear(item)) far.push(item);
    else if (candidates.length < MOST_ASSESSED) take(item);
  }
  for (const item of far) {
    if (sound >= ENOUGH || candidates.length >= MOST_ASSESSED) break;
    take(item);
  }
  return candidates;
}
