/** The names and numbers of a text in our words, and which of them a printed text does not hold. */
import { holdsEntity, isInflectionOf, ownForms } from './held.ts';
import { numbersIn } from './numbers.ts';
import type { PackIndex } from './pack-index.ts';
import type { Source } from './schema.ts';
import { capitalised, findWhole, fold, isDateWord, monthsIn, normalisePrint } from './words.ts';

/** What a text of ours is held against. */
export interface Printed {
  readonly text: string;
  /** The sources it comes from: an outlet, an agency and an author may be named. */
  readonly sources: readonly Source[];
}

/** Names that the print does not hold: of entities, and any other capitalised word inside of a sentence. */
export function lackingNames(index: PackIndex, text: string, printed: Printed): string[] {
  const { rest, names } = takeNames(index, normalisePrint(text));
  const outlets = printed.sources.flatMap(({ outlet, agency, authors }) => [
    outlet,
    agency ?? '',
    ...(authors ?? []),
  ]);
  const capitals = capitalised(printed.text);
  const entities = names
    .filter(({ ids }) => !ids.some((id) => holdsEntity(index, id, printed.text)))
    .map(({ form }) => form)
    .filter((form) => !outlets.some((outlet) => outlet.includes(form)));
  const others = capitalisedInside(rest).filter((word) => {
    const plain = fold(word);
    return !(
      isDateWord(word) ||
      capitals.some((other) => other === plain || isInflectionOf(other, plain)) ||
      outlets.some((outlet) => fold(outlet).includes(plain))
    );
  });
  return [...entities, ...others];
}

/** Numbers that the print does not hold; `two reports` and `the two` count what is cited, and `one` counts nothing. */
export function lackingNumbers(
  index: PackIndex,
  text: string,
  printed: Printed,
  known: ReadonlySet<number> = new Set(),
): string[] {
  const held = new Set(numbersIn(printed.text).map(({ value }) => value));
  const { rest } = takeNames(index, normalisePrint(text));
  return numbersIn(rest.replace(countsNothingPrinted, ''))
    .filter(({ value, text: number }) => number !== 'one' && !held.has(value) && !known.has(value))
    .map(({ text: number }) => number);
}

const countsNothingPrinted =
  /\b(the|these|those|both|its|their) two\b|\b(two|three|four|five|six)(?= (of (the|these) )?(other )?(reports|passages|sentences|documents|others)\b)/gi;

interface Name {
  readonly form: string;
  /** All that share the form (a surname, `the Council`): it is held if it stands for one of them. */
  readonly ids: readonly string[];
}

/** The names in a text, longest first, and the text without them. */
function takeNames(index: PackIndex, text: string): { rest: string; names: Name[] } {
  const idsByForm = new Map<string, string[]>();
  for (const entity of index.entities.values())
    for (const form of ownForms(entity).map(normalisePrint))
      if (/[\p{Lu}\d]/u.test(form))
        idsByForm.set(form, [...(idsByForm.get(form) ?? []), entity.id]);

  let rest = text;
  const names: Name[] = [];
  for (const [form, ids] of [...idsByForm].sort(([a], [b]) => b.length - a.length)) {
    if (findWhole(rest, form) === -1) continue;
    // Our own label of an event (`the war of 2020`) holds no name that a document would have to print.
    if (capitalised(form).length > monthsIn(form).length) names.push({ form, ids });
    for (let at = findWhole(rest, form); at !== -1; at = findWhole(rest, form))
      rest = rest.slice(0, at) + '·'.repeat(form.length) + rest.slice(at + form.length);
  }
  return { rest, names };
}

/** Capitalised words that do not merely begin a sentence. */
function capitalisedInside(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*/gu)]
    .filter((match) => !/(^|[.!?:]["']?\s+|^["'])$/.test(text.slice(0, match.index)))
    .map((match) => match[0])
    .filter((word) => word.length > 1);
}
