/** P1, P3, P4 and P5: what a pack says of its documents' paragraphs, held beside them. */
import type { ReadDocument } from './documents.ts';
import { findRun, indexRuns } from './documents.ts';
import { holdsEntity, isInflectionOf, ownForms } from './held.ts';
import type { LoadedPack, PackPath } from './load.ts';
import { numbersIn } from './numbers.ts';
import type { PackIndex } from './pack-index.ts';
import type { Fact, Source } from './schema.ts';
import { slotOf } from './slots.ts';
import { capitalised, findWhole, fold, isDateWord, monthsIn, normalisePrint } from './words.ts';

export type ProofRuleId = 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
export type ProofReport = (rule: ProofRuleId, at: PackPath, message: string) => void;

export interface Beside {
  readonly loaded: LoadedPack;
  readonly index: PackIndex;
  /** By source id; a source whose document is missing is reported and left out. */
  readonly documents: ReadonlyMap<string, ReadDocument>;
}

export interface PlacedCitation {
  /** A fact's id or a comparison's. */
  readonly item: string;
  /** `c1`, or `positions.0.cites.1` of a comparison. */
  readonly cite: string;
  readonly at: PackPath;
  readonly source: string;
  readonly paragraph: number;
  readonly anchors: readonly string[];
}

/** Every citation of a pack, facts first. */
export function citationsOf({ pack }: LoadedPack): PlacedCitation[] {
  const ofFacts = pack.facts.flatMap((fact, position) =>
    Object.entries(fact.cites).map(([cite, { source, paragraph, anchors }]) => ({
      item: fact.id,
      cite,
      at: ['facts', position, 'cites', cite],
      source,
      paragraph,
      anchors,
    })),
  );
  const ofComparisons = pack.comparisons.flatMap((comparison, position) =>
    comparison.positions.flatMap((one, n) =>
      one.cites.map(({ source, paragraph, anchors }, c) => ({
        item: comparison.id,
        cite: `positions.${n}.cites.${c}`,
        at: ['comparisons', position, 'positions', n, 'cites', c],
        source,
        paragraph,
        anchors,
      })),
    ),
  );
  return [...ofFacts, ...ofComparisons];
}

export function checkParagraphs(beside: Beside, report: ProofReport): void {
  checkParagraphNumbers(beside, report);
  for (const citation of citationsOf(beside.loaded)) checkCitation(beside, citation, report);
  beside.loaded.pack.facts.forEach((fact, position) => {
    checkNamesAndNumbers(beside, fact, ['facts', position], report);
  });
  checkShared(beside, report);
}

function checkCitation({ documents }: Beside, citation: PlacedCitation, report: ProofReport): void {
  const document = documents.get(citation.source);
  const paragraph = document?.paragraphs[citation.paragraph - 1];
  if (document === undefined || paragraph === undefined) return;
  citation.anchors.forEach((anchor, n) => {
    const print = normalisePrint(anchor);
    if (findWhole(paragraph, print) !== -1) return;
    const elsewhere = document.paragraphs.findIndex((other) => findWhole(other, print) !== -1);
    const hint = paragraph.includes(print)
      ? 'there it is part of a longer word or number'
      : elsewhere === -1
        ? `it stands nowhere in ${document.file}`
        : `it stands in paragraph ${elsewhere + 1}`;
    report(
      'P1',
      [...citation.at, 'anchors', n],
      `found the anchor “${anchor}”, expected it in paragraph ${citation.paragraph} of ${document.file}; ${hint}`,
    );
  });
}

/** P4: a paragraph that is named exists. */
function checkParagraphNumbers({ loaded, documents }: Beside, report: ProofReport): void {
  const exists = (source: string, paragraph: number, at: PackPath) => {
    const document = documents.get(source);
    const last = document?.paragraphs.length ?? 0;
    if (
      document === undefined ||
      (Number.isInteger(paragraph) && paragraph >= 1 && paragraph <= last)
    )
      return;
    report('P4', at, `found paragraph ${paragraph}, expected 1 to ${last} (${document.file})`);
  };
  for (const { source, paragraph, at } of citationsOf(loaded))
    exists(source, paragraph, [...at, 'paragraph']);
  loaded.pack.glossary.forEach((term, at) =>
    term.cites?.forEach((cite, c) =>
      exists(cite.source, cite.paragraph, ['glossary', at, 'cites', c]),
    ),
  );
  loaded.pack.sources.forEach((source, position) => {
    const at: PackPath = ['sources', position];
    source.left_out.forEach((left, n) =>
      left.paragraphs.forEach((one, p) =>
        exists(source.id, one, [...at, 'left_out', n, 'paragraphs', p]),
      ),
    );
    source.shared_with.forEach((shared, n) => {
      shared.paragraphs.forEach((one, p) =>
        exists(source.id, one, [...at, 'shared_with', n, 'paragraphs', p]),
      );
      shared.theirs.forEach((one, p) =>
        exists(shared.source, one, [...at, 'shared_with', n, 'theirs', p]),
      );
    });
  });
}

/** P3: what the statement and its explanation name and count stands in the paragraphs that the fact cites. */
function checkNamesAndNumbers(
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

/** P5: passages said to be shared are. */
function checkShared({ loaded, documents }: Beside, report: ProofReport): void {
  loaded.pack.sources.forEach((source, position) =>
    source.shared_with.forEach((shared, n) => {
      const ours = documents.get(source.id);
      const theirs = documents.get(shared.source);
      if (ours === undefined || theirs === undefined) return;
      const runs = indexRuns([
        {
          file: theirs.file,
          paragraphs: shared.theirs.flatMap((one) => theirs.paragraphs[one - 1] ?? []),
        },
      ]);
      for (const [p, one] of shared.paragraphs.entries())
        if (findRun(runs, ours.paragraphs[one - 1] ?? '') === null)
          report(
            'P5',
            ['sources', position, 'shared_with', n, 'paragraphs', p],
            `found paragraph ${one} said to be shared, expected a passage of it in paragraphs ${shared.theirs.join(', ')} of ${theirs.file}`,
          );
    }),
  );
}
