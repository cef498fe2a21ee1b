/**
 * What formats other than a plain choice show by their own form. A rule asks here before it reads as a flaw
 * what the format is made of; whatever keeps to the form in part only is read as any other item.
 */
import { fold } from '../fold.ts';
import type { Item } from './item.ts';

/** Two numbered accounts and the four ways to give them to two givers: `(1) A, (2) B`, `Both from A`. */
export function isCoupling({ format, stem, options }: Item): boolean {
  if (format !== 'corroboration' || options.length !== 4) return false;
  if (!/: \(1\) [^?]+; \(2\) [^?]+\. Whose account is which\?$/.test(stem)) return false;
  const cells = options.map(cellOf);
  const givers = [...new Set(cells.flatMap((cell) => cell ?? []))];
  const filled = new Set(cells.map((cell) => cell?.join(' | ')));
  // Each giver for each account, once: nothing is left out, so that no option tells of another.
  return givers.length === 2 && filled.size === 4 && !filled.has(undefined);
}

/** To whom an option gives the first and the second account. */
function cellOf(option: string): readonly [string, string] | null {
  const both = /^Both from (.+)$/.exec(option)?.[1];
  if (both !== undefined) return [fold(both), fold(both)];
  const [, first, second] = /^\(1\) (.+), \(2\) (.+)$/.exec(option) ?? [];
  return first === undefined || second === undefined ? null : [fold(first), fold(second)];
}

/** `These events` are those that stand below the stem, to be put in order. */
export function listsEvents({ format }: Item): boolean {
  return format === 'order';
}

/** `Who said what?` and `what happened in which place?` are definite where both lists stand below the stem. */
export function asksForPairs({ format, stem }: Item): boolean {
  return (
    format === 'match' && /\b(?:who|what|which \p{L}+) \p{L}+ (?:in )?(?:what|which)\b/u.test(stem)
  );
}

/** Those who are asked for are named as they are called, at whatever length. */
export function asksWho({ format }: Item): boolean {
  return format === 'attribution';
}
