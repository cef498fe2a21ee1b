/** What a pack says of its documents' paragraphs, held beside them: P1, P4 and P5 here, P3, P7 and P8 in files of their own. */
import { checkAddressees } from './check-addressee.ts';
import { checkGistsBeside } from './check-gists.ts';
import { checkNamesOfComparison } from './check-names.ts';
import { checkQuoted } from './check-quoted.ts';
import type { PlacedCitation } from './citations.ts';
import { citationsOf } from './citations.ts';
import { findRun, indexRuns } from './documents.ts';
import type { PackPath } from './load.ts';
import type { Beside, ProofReport } from './proof-rule.ts';
import { findWhole, normalisePrint } from './words.ts';

export function checkParagraphs(beside: Beside, report: ProofReport): void {
  checkParagraphNumbers(beside, report);
  for (const citation of citationsOf(beside.loaded)) checkCitation(beside, citation, report);
  beside.loaded.pack.comparisons.forEach((comparison, position) => {
    checkNamesOfComparison(beside, comparison, ['comparisons', position], report);
  });
  checkQuoted(beside, report);
  checkAddressees(beside, report);
  checkShared(beside, report);
  checkGistsBeside(beside, report);
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
