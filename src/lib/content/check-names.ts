/** P3: what a comparison tells in our words, it tells from the paragraphs that it cites. */
import type { PackPath } from './load.ts';
import type { Beside, ProofReport } from './proof-rule.ts';
import type { Comparison } from './schema.ts';
import type { Printed } from './told-names.ts';
import { lackingNames, lackingNumbers } from './told-names.ts';

/** The names and numbers of a position in its own paragraphs, the names of the reader's sentence in any of them. */
export function checkNamesOfComparison(
  beside: Beside,
  comparison: Comparison,
  at: PackPath,
  report: ProofReport,
): void {
  const { index } = beside;
  const paragraphs = comparison.positions.map(({ cites }) => printedIn(beside, cites));
  const lacking = (items: readonly string[], path: PackPath, where: string) => {
    for (const item of items)
      report('P3', [...at, ...path], `found ${item}, expected it in a paragraph that ${where}`);
  };
  comparison.positions.forEach(({ gist }, n) => {
    const printed = paragraphs[n];
    if (printed === undefined) return;
    lacking(
      [...lackingNames(index, gist, printed), ...lackingNumbers(index, gist, printed)],
      ['positions', n, 'gist'],
      'the position cites',
    );
  });
  const all = {
    text: paragraphs.map(({ text }) => text).join('\n'),
    sources: paragraphs.flatMap(({ sources }) => sources),
  };
  lacking(lackingNames(index, comparison.reader, all), ['reader'], 'the comparison cites');
}

function printedIn(
  { index, documents }: Beside,
  cites: Comparison['positions'][number]['cites'],
): Printed {
  return {
    text: cites
      .map(({ source, paragraph }) => documents.get(source)?.paragraphs[paragraph - 1] ?? '')
      .join('\n'),
    sources: cites.flatMap(({ source }) => index.sources.get(source) ?? []),
  };
}
