/** Cues: what tells the key to somebody who knows nothing of the matter. */
import { clangs, contentWords, fold, rootOfWord } from '../fold.ts';
import { withOptions } from './item.ts';
import { asksWho } from './own-form.ts';
import { formOf, membersOf } from './reading.ts';

/** The key may be the longest, but not by half the length of the others. */
const TELLING_LENGTH = 1.5;
/** A difference of less than a word or two is seen by nobody. */
const TELLING_CHARACTERS = 10;

/** A key told at more length than any rival. Names, numbers and dates are as long as they are. */
export const longestKey = withOptions((key, rivals, item) => {
  const { options, facts } = item;
  if (asksWho(item)) return null;
  if (facts?.held?.type === 'name' || facts?.held?.type === 'names') return null;
  if (options.every((option) => formOf(option) === 'name')) {
    // A name in full, with title and home, beside bare ones.
    const words = (text: string) => text.split(/\s+/).length;
    const most = Math.max(...rivals.map(words));
    return words(key) > 2 * most && key.length > 2 * Math.max(...rivals.map(({ length }) => length))
      ? key
      : null;
  }
  if (options.every((option) => ['name', 'number', 'date'].includes(formOf(option)))) return null;
  const lengths = rivals.map(({ length }) => length);
  const longest = Math.max(...lengths);
  return key.length > TELLING_LENGTH * longest && key.length - longest >= TELLING_CHARACTERS
    ? key
    : null;
});

/** A word of the stem that comes back in the key and in no rival. */
export const wordRepeat = withOptions((key, rivals, { stem }) => {
  const inStem = [...contentWords(stem)].filter((word) => word !== 'whether');
  const repeated = (text: string) =>
    [...contentWords(text)].filter((word) =>
      inStem.some((other) => clangs(word, other) || endsAlike(word, other)),
    );
  const inRivals = rivals.map(repeated);
  const own = repeated(key).filter((word) => !inRivals.flat().some((other) => clangs(word, other)));
  // The stem names both: `the Courier gives more` beside `the Lantern gives more`.
  const without = (text: string, words: readonly string[]) =>
    fold(text)
      .split(' ')
      .filter((word) => !words.includes(word))
      .join(' ');
  const told = own.find(
    (word) =>
      !rivals.some((rival, i) => without(rival, inRivals[i] ?? []) === without(key, [word])),
  );
  return told ?? null;
});

/** `Northquay` and `quay`: one the end of the other. */
function endsAlike(one: string, two: string): boolean {
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return short.length >= SHORTEST_END && long !== short && long.endsWith(short);
}

const SHORTEST_END = 4;

function rootsOf(text: string): ReadonlySet<string> {
  return new Set([...contentWords(text)].map(rootOfWord));
}

/**
 * Options that combine parts: the key is the one whose parts come back most often. Two rivals each share
 * another part with the key, and no option's parts are as frequent.
 */
export const convergenceCue = withOptions((key, rivals) => {
  const options = [key, ...rivals];
  if (
    options.some(
      (option) => ['number', 'date'].includes(formOf(option)) && membersOf(option).length < 2,
    )
  )
    return null;
  for (const partsOf of [
    (text: string) => membersOf(text).map(fold),
    // `In Geneva in May 1995`: one part for each preposition.
    (text: string) => text.split(/\s+(?=(?:in|on|at|by|from|to|with|under|for)\s)/i).map(fold),
    (text: string) => [...rootsOf(text)],
  ]) {
    const parts = options.map((option) => new Set(partsOf(option)));
    const common = [...(parts[0] ?? [])].filter((part) => parts.every((set) => set.has(part)));
    const own = parts.map((set) => [...set].filter((part) => !common.includes(part)));
    const [keyParts = [], ...rivalParts] = own;
    // Combinations have the same number of parts; sentences that happen to share words have not.
    if (keyParts.length < 2 || rivalParts.some((set) => set.length !== keyParts.length)) continue;
    const frequency = (part: string) => own.filter((set) => set.includes(part)).length;
    const weight = (set: readonly string[]) =>
      set.reduce((sum, part) => sum + frequency(part) - 1, 0) / set.length;
    const shared = rivalParts.map((set) => set.filter((part) => keyParts.includes(part)));
    const sharing = shared.filter((set) => set.length > 0);
    const divided =
      sharing.length > 1 && keyParts.every((part) => !sharing.every((set) => set.includes(part)));
    const everyPart = keyParts.every((part) => frequency(part) > 1);
    const heaviest = rivalParts.every((set) => set.length === 0 || weight(set) < weight(keyParts));
    if (everyPart && divided && heaviest) return key;
  }
  return null;
});
