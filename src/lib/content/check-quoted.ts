/** P7: what stands in quotation marks is printed in a paragraph that the fact or the position cites. */
import { citationsOf } from './citations.ts';
import type { Beside, ProofReport } from './proof-rule.ts';
import { wordingOf } from './texts.ts';
import { quotationsIn, wordsOf } from './words.ts';

export function checkQuoted({ loaded, documents }: Beside, report: ProofReport): void {
  const printedBy = new Map<string, string>();
  for (const { item, source, paragraph } of citationsOf(loaded)) {
    const text = documents.get(source)?.paragraphs[paragraph - 1] ?? '';
    printedBy.set(item, `${printedBy.get(item) ?? ''} / ${spaced(text)}`);
  }
  for (const entry of loaded.entries) {
    const printed = printedBy.get(entry.key.replace(/^(facts|comparisons)\//, ''));
    if (printed === undefined || !/^(facts|comparisons)\//.test(entry.key)) continue;
    for (const { at, text } of wordingOf(entry)) {
      // Ids of anchors and reasons for what is not asked are no wording; a caution may quote from outside.
      if (at.includes('caution')) continue;
      for (const quoted of quotationsIn(text))
        if (!printed.includes(spaced(quoted)))
          report(
            'P7',
            at,
            `found “${quoted}” in quotation marks, expected it in a paragraph cited here`,
          );
    }
  }
}

/** The words alone, with a space on either side: `coup` is not found in `coups`. */
function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}
