/** P3: what a fact tells in our words, it tells from the paragraphs that it cites. */
import { holdsEntity, isInflectionOf, ownForms } from './held.ts';
import type { PackPath } from './load.ts';
import { numbersIn } from './numbers.ts';
import type { PackIndex } from './pack-index.ts';
import type { Beside, ProofReport } from './proof-rule.ts';
import type { Fact, Source } from './schema.ts';
import { slotOf } from './slots.ts';
import { capitalised, findWhole, fold, isDateWord, monthsIn, normalisePrint } from './words.ts';

/** Every name and number of the statement and its explanation. */
export function checkNamesAndNumbers(
  { index, documents }: Beside,
  fact: Fact,
  at: PackPath,
  report: ProofReport,
): void {
  const cited = Object.values(fact.cites);
  const sources = cited.flatMap((citation) => index.sources.get(citation.source) ?? []);
  const printed = cited
    .map(({ source, paragraph }) => documents.get(source)?.paragraphs[paragraph - 1] ?? '')
    .join('\n');
  if (cited.some(({ source }) => !documents.has(source))) return;

  const known = knownDateParts(fact, sources, printed);
  const printedNumbers = new Set(numbersIn(printed).map((number) => number.value));
  const printedCapitals = capitalised(printed);
  const outlets = sources.flatMap(({ outlet, agency, authors }) => [
    outlet,
    agency ?? '',
    ...(authors ?? []),
  ]);

  for (const key of ['statement', 'explain'] as const) {
    const text = normalisePrint(fact[key]);
    const { rest, names } = takeNames(index, text);
    for (const { ids, form } of names)
      if (
        !ids.some((id) => holdsEntity(index, id, printed)) &&
        !outlets.some((outlet) => outlet.includes(form))
      )
        report('P3', [...at, key], `found ${form}, expected it in a paragraph that the fact cites`);
    for (const { value, text: number } of numbersIn(
      rest.replace(/\b(the|these|those|both|its|their) two\b/gi, ''),
    ))
      if (number !== 'one' && !printedNumbers.has(value) && !known.has(value))
        report(
          'P3',
          [...at, key],
          `found ${number}, expected that number in a paragraph that the fact cites`,
        );
    for (const word of capitalisedInside(rest)) {
      const plain = fold(word);
      const held =
        isDateWord(word) ||
        printedCapitals.some((other) => other === plain || isInflectionOf(other, plain)) ||
        outlets.some((outlet) => fold(outlet).includes(plain));
      if (!held)
        report('P3', [...at, key], `found ${word}, expected it in a paragraph that the fact cites`);
    }
  }
}

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

/** Years, months and days that follow from the dates of the fact and of its sources rather than from the paragraph. */
function knownDateParts(
  fact: Fact,
  sources: readonly Source[],
  printed: string,
): ReadonlySet<number> {
  const when = slotOf(fact, 'when')?.value;
  const dates = [
    when?.type === 'date' ? when.date : '',
    fact.as_of ?? '',
    ...sources.map((source) => source.published.date),
  ];
  const parts = dates.flatMap((date) => date.split(/[-/]/).map(Number));
  // `last year`, `last fall`
  if (/\blast\b/i.test(printed))
    parts.push(...sources.map((source) => Number(source.published.date.slice(0, 4)) - 1));
  return new Set(parts);
}
