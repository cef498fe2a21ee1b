import { coverDocument, smallWordsIn } from '#lib/content/coverage.ts';
import type { ParagraphCoverage } from '#lib/content/coverage.ts';
import type { ReadDocument } from '#lib/content/documents.ts';
import type { LoadedPack } from '#lib/content/load.ts';
import { indexPack } from '#lib/content/pack-index.ts';
import type { Pack } from '#lib/content/schema.ts';
import { askedSlots } from '#lib/content/slots.ts';
import { categoryOf } from '#lib/questions/category.ts';

/** What `pack coverage` prints for one pack, and how much of its documents nobody has accounted for. */
export function formatCoverage(
  loaded: LoadedPack,
  documents: readonly ReadDocument[],
): { readonly text: string; readonly unexplained: number } {
  const { pack } = loaded;
  const own = pack.sources.flatMap((source) => {
    const document = documents.find((candidate) => candidate.file === source.file);
    return document === undefined ? [] : [{ source, document }];
  });
  const missing = pack.sources.filter((source) => !own.some((one) => one.source === source));
  const smallWords = smallWordsIn(own.map(({ document }) => document));

  const lines = [`${pack.id} ${pack.version}`];
  const rows: (readonly [string, number, number, number, number])[] = [];
  for (const { source, document } of own) {
    const paragraphs = coverDocument(loaded, source, document, smallWords);
    lines.push('', `${source.id} (${source.file})`, ...paragraphs.flatMap(formatParagraph));
    rows.push([source.id, ...countParagraphs(paragraphs)]);
  }
  for (const source of missing) lines.push('', `${source.id} (${source.file}): no such document`);

  const unexplained = rows.reduce((sum, row) => sum + row[4], 0) + missing.length;
  lines.push(
    '',
    table(['document', 'paragraphs', 'cited', 'left out', 'unexplained'], rows),
    '',
    ...tallies(pack).flatMap(([title, tally]) => [table([title, 'number'], tally), '']),
    `unexplained: ${unexplained}`,
  );
  return { text: lines.join('\n'), unexplained };
}

function formatParagraph(one: ParagraphCoverage): string[] {
  const how =
    one.leftOut !== null
      ? `left out: ${one.leftOut}`
      : one.citedBy.length > 0
        ? one.citedBy.join(', ')
        : 'not cited';
  return [
    `  ${one.paragraph}  ${how}`,
    ...one.unexplained.map(({ kind, text }) => `     unexplained ${kind}: ${text}`),
  ];
}

/** A paragraph neither cited nor left out counts as unexplained, even if it holds no name or number. */
function countParagraphs(paragraphs: readonly ParagraphCoverage[]) {
  const cited = paragraphs.filter((one) => one.citedBy.length > 0);
  const leftOut = paragraphs.filter((one) => one.leftOut !== null);
  const silent = paragraphs.filter(
    (one) => one.citedBy.length === 0 && one.leftOut === null && one.unexplained.length === 0,
  );
  const signals = paragraphs.reduce((sum, one) => sum + one.unexplained.length, 0);
  return [paragraphs.length, cited.length, leftOut.length, signals + silent.length] as const;
}

type Tally = readonly (readonly [string, number])[];

function tallies(pack: Pack): (readonly [string, Tally])[] {
  const facts = pack.facts.filter((fact) => fact.retired === undefined);
  const index = indexPack(pack);
  const categories = facts.flatMap((fact) =>
    askedSlots(fact).map((slot) => categoryOf(index, fact, slot.name)),
  );
  return [
    ['facts by kind', count(facts.map((fact) => fact.kind))],
    ['facts by episode', count(facts.map((fact) => fact.episode))],
    ['facts by importance', count(facts.map((fact) => String(fact.importance)))],
    ['comparisons', count(pack.comparisons.map((comparison) => comparison.verdict))],
    ['cards by category', count(categories)],
  ];
}

function count(items: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
