import { isSamePassage, type Passage } from '#lib/content/pack-index.ts';

/** Under which numbers passages stand among the notes: `1`, or `2` and `4`, or `3–8`. */
export function numbersOf(passages: readonly Passage[], notes: readonly Passage[]): string {
  const numbers = notes.flatMap((note, at) =>
    passages.some((passage) => isSamePassage(passage, note)) ? [at + 1] : [],
  );
  const [first = 0] = numbers;
  const last = first + numbers.length - 1;
  const isRow = numbers.length > 2 && numbers.at(-1) === last;
  return isRow ? `${first}–${last}` : numbers.join('\u2009');
}
