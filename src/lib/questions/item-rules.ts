/** Rules that a stem and its options have to keep; generation tries the next wording, and the linter checks again. */
import { clangs, contentWords, holdsPhrase } from './fold.ts';
import { kept } from './kept.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { namesOf } from './question-index.ts';

export const LONGEST_STEM = 200;
export const LONGEST_OPTION = 80;
/** A key of prose longer than the longest rival by this factor gives itself away. */
const TELLING_LENGTH = 1.5;

/** Straight apostrophes and quotation marks become typographic ones, whatever the pack's files have. */
export const typographic = kept((text) =>
  text
    .replace(/(?<=\p{L})'/gu, '’')
    .replace(/(?<=^|[\s(])"/g, '“')
    .replaceAll('"', '”'),
);

/** Every way to write the answer that a stem must not hold. */
function spellings(index: QuestionIndex, facet: Facet): readonly string[] {
  const { value } = facet.slot;
  if (value.type === 'text') return [value.text];
  if (value.type !== 'entities') return [facet.shown];
  return value.ids.flatMap((id) => {
    const entity = index.entities.get(id);
    return entity === undefined ? [] : namesOf(entity);
  });
}

/** What is wrong with a stem by itself; `null` if nothing is. */
export function stemFlaw(index: QuestionIndex, facet: Facet, stem: string): string | null {
  if (stem.length > LONGEST_STEM) return `longer than ${LONGEST_STEM} characters`;
  if (/[{}]/.test(stem)) return 'a role without a name';
  // `Pashinyan’s` names Pashinyan.
  const texts = [stem, stem.replace(/['’]s?(?![\p{L}\d])/gu, '')];
  const isHeld = (name: string) => texts.some((text) => holdsPhrase(text, name));
  if (spellings(index, facet).some(isHeld)) return 'holds the key';
  return null;
}

/** What is wrong with options beside a stem; `null` if nothing is. */
export function optionsFlaw(
  stem: string,
  key: string,
  rivals: readonly string[],
  isProse: boolean,
): string | null {
  if ([key, ...rivals].some((text) => text.length > LONGEST_OPTION))
    return `an option longer than ${LONGEST_OPTION} characters`;
  const longest = Math.max(...rivals.map(({ length }) => length));
  if (isProse && key.length > longest * TELLING_LENGTH) return 'the key is by far the longest';
  const echo = echoOf(stem, key, rivals);
  return echo === null ? null : `the stem repeats “${echo}”, a word of the key alone`;
}

/** A word that stands in the stem and in the key but in no rival. */
export function echoOf(stem: string, key: string, rivals: readonly string[]): string | null {
  const inStem = [...contentWords(stem)];
  const inRivals = rivals.flatMap((rival) => [...contentWords(rival)]);
  const echoes = (words: readonly string[], word: string) =>
    words.some((other) => clangs(word, other));
  const isEcho = (word: string) => echoes(inStem, word) && !echoes(inRivals, word);
  return [...contentWords(key)].find(isEcho) ?? null;
}
