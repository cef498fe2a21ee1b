import type { Amount } from '#lib/content/schema.ts';
import { boundsOf } from './amounts.ts';
import type { Verdict } from './question.ts';
import { readAmount, type WrittenAmount } from './read-amount.ts';

/** A share of the right value: so far an approximate figure is right, and an exact one near. */
const RIGHT_WITHIN = 0.1;
const NEAR_WITHIN = 0.25;

const spans = ['minute', 'hour', 'day', 'week', 'month', 'year', 'per cent'];

/** A number as written against the amounts that are right; the best verdict counts. */
export function gradeAmount(text: string, amounts: readonly Amount[]): Verdict {
  const written = readAmount(text);
  if (written === null) return 'wrong';
  const verdicts = amounts.map((amount) => verdictOn(written, amount));
  return verdicts.includes('right') ? 'right' : verdicts.includes('near') ? 'near' : 'wrong';
}

function verdictOn(written: WrittenAmount, amount: Amount): Verdict {
  if (namesAnotherSpan(written.unit, amount.unit)) return 'wrong';
  const [low, high] = boundsOf(amount);
  const off = Math.max(distance(written.low, low), distance(written.high, high));
  if (off === 0) return 'right';
  if (low !== high) {
    if (off <= RIGHT_WITHIN) return 'right';
    const inside =
      written.low >= low * (1 - RIGHT_WITHIN) && written.high <= high * (1 + RIGHT_WITHIN);
    return inside || off <= NEAR_WITHIN ? 'near' : 'wrong';
  }
  if (amount.qualifier === 'about')
    return off <= RIGHT_WITHIN ? 'right' : off <= NEAR_WITHIN ? 'near' : 'wrong';
  return off <= RIGHT_WITHIN ? 'near' : 'wrong';
}

function distance(written: number, right: number): number {
  return right === 0 ? (written === 0 ? 0 : Infinity) : Math.abs(written - right) / Math.abs(right);
}

/** `44 weeks` is no answer where 44 days is right; other words after the number are let pass. */
function namesAnotherSpan(written: string, unit: string): boolean {
  const spanOf = (text: string) => spans.find((span) => text.startsWith(span));
  const [theirs, ours] = [spanOf(written), spanOf(unit)];
  return theirs !== undefined && ours !== undefined && theirs !== ours;
}
