/** Words of the glossary, found in running text. */
import type { Manifest } from '#lib/content/schema.ts';

export type Term = Manifest['glossary'][number];

export interface Segment {
  readonly text: string;
  /** The glossary's entry for these words; `null` for plain text. */
  readonly term: Term | null;
}

/**
 * Cuts a text where it uses a word of the glossary: whole words, the longest name first, each entry only
 * where it first comes. The segments joined give the text again.
 */
export function glossed(text: string, glossary: readonly Term[]): Segment[] {
  const byName = new Map(
    glossary.flatMap((term) =>
      [term.term, ...(term.aliases ?? [])].map((name) => [name.toLowerCase(), term] as const),
    ),
  );
  if (byName.size === 0) return [{ text, term: null }];
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const segments: Segment[] = [];
  const met = new Set<Term>();
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const term = byName.get(match[0].toLowerCase());
    const after = text.slice(match.index + match[0].length);
    // A capital letter goes on with a longer name: of the Harbour Council Gazette the Council explains nothing.
    const isPartOfName = /^\p{Lu}/u.test(match[0]) && /^[ -]\p{Lu}/u.test(after);
    if (term === undefined || met.has(term) || isPartOfName) continue;
    met.add(term);
    if (match.index > end) segments.push({ text: text.slice(end, match.index), term: null });
    segments.push({ text: match[0], term });
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ text: text.slice(end), term: null });
  return segments;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A name for a term in an address: `general-staff`. */
export function termId({ term }: Term): string {
  return term
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
