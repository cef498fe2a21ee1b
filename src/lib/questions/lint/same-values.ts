/** When two texts say the same amount, date or words. */
import { fold } from '../fold.ts';
import { readDates, type WrittenDate } from '../read-date.ts';
import { dateRank, numberOf } from './reading.ts';

/** Nearer than this share to an amount, a number can be its rounding. */
export const ROUNDING = 0.1;

/** The same words in another order. */
export function sameWords(one: string, two: string): boolean {
  const sorted = (text: string) => fold(text).split(' ').sort().join(' ');
  return sorted(one) === sorted(two);
}

/** From where to where an amount reaches: `more than 5` has no end. */
export function extent(text: string): { low: number; high: number; unit: string } | null {
  const amount = numberOf(text);
  if (amount === null) return null;
  const { low, high, unit } = amount;
  if (/\b(?:more than|over|at least|or more|above)\b/i.test(text))
    return {
      low: /\b(?:more than|over|above)\b/i.test(text) ? low + 1 : low,
      high: Infinity,
      unit: unit.replace(/\bor more\b/, '').trim(),
    };
  if (/\b(?:fewer than|less than|under|below|at most|up to|or fewer|or less)\b/i.test(text))
    return {
      low: 0,
      high: /\b(?:than|under|below)\b/i.test(text) ? low - 1 : low,
      unit: unit.replace(/\bor (?:fewer|less)\b/, '').trim(),
    };
  return { low, high, unit };
}

export function writtenDate(text: string): WrittenDate | null {
  if (dateRank(text) === null) return null;
  return readDates(text.replace(/^(?:in|on) /i, ''))[0] ?? null;
}
