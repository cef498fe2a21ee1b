import { editDistance } from './edit-distance.ts';
import { foldTight } from './fold.ts';
import type { Verdict } from './question.ts';

/** How many slips a name of this many letters forgives. */
export function slipsAllowed(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/**
 * A name as written against all its spellings. A slip is right unless the writing is as near to somebody else's
 * name; a changed digit is no slip.
 */
export function gradeName(
  text: string,
  accepted: readonly string[],
  confusable: readonly string[],
): Verdict {
  const written = foldTight(text);
  if (written === '') return 'wrong';
  const names = accepted.map(foldTight);
  if (names.includes(written)) return 'right';
  const others = confusable.map(foldTight);
  const distances = names
    .filter((name) => digitsOf(name) === digitsOf(written))
    .map((name) => ({ name, distance: editDistance(name, written, slipsAllowed(name.length)) }))
    .filter(({ name, distance }) => distance <= slipsAllowed(name.length));
  const nearest = Math.min(...distances.map(({ distance }) => distance));
  if (!Number.isFinite(nearest)) return 'wrong';
  return others.some((other) => editDistance(other, written, nearest) <= nearest)
    ? 'wrong'
    : 'slip';
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
