import { typographic } from '#lib/questions/item-rules.ts';

/**
 * Literal words of a document, other spellings of a name, and values, from which questions are made: those are set
 * when they are asked, and a seed must give the same question here as from the files.
 */
const literal: ReadonlySet<string> = new Set(['anchors', 'words', 'aliases', 'values']);

function set(value: unknown): unknown {
  if (typeof value === 'string') return typographic(value);
  if (Array.isArray(value)) return value.map(set);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, literal.has(key) ? part : set(part)]),
  );
}

/** A pack, or its gists, with typographic apostrophes and quotation marks in all that is read, as a printed page has them. */
export function typeset<T extends object>(content: T): T {
  return set(content) as T;
}
