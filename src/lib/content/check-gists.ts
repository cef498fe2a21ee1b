/** G1 and G2: each paragraph that the pack takes anything from has its line, and the line says what stands there. */
import { citationsOf } from './citations.ts';
import type { LoadedPack } from './load.ts';
import type { Beside, ProofReport } from './proof-rule.ts';
import type { Report, Subject } from './rule.ts';
import type { Source } from './schema.ts';
import { lackingNames, lackingNumbers } from './told-names.ts';
import { quotationsIn, wordsOf } from './words.ts';

/** Paragraphs of which nothing at all is curated. */
function leftOutOf(source: Source): Set<number> {
  const whole = source.left_out.filter(({ words }) => words === undefined);
  return new Set(whole.flatMap(({ paragraphs }) => paragraphs));
}

/** G1, without the documents. */
export function checkGists({ loaded }: Subject, report: Report): void {
  const { gists, pack } = loaded;
  if (gists === null) return;
  for (const id of Object.keys(gists.sources))
    if (!pack.sources.some((source) => source.id === id))
      report('G1', ['gists', id], `found the unknown source ${id}`);
  for (const source of pack.sources) {
    const own = gists.sources[source.id] ?? {};
    const leftOut = leftOutOf(source);
    const cited = new Set(
      citationsOf(loaded).flatMap((one) => (one.source === source.id ? [one.paragraph] : [])),
    );
    for (const paragraph of cited)
      if (own[paragraph] === undefined)
        report(
          'G1',
          ['gists', source.id],
          `found no line for paragraph ${paragraph}, which is cited`,
        );
    for (const paragraph of Object.keys(own))
      if (leftOut.has(Number(paragraph)) && !cited.has(Number(paragraph)))
        report(
          'G1',
          ['gists', source.id, paragraph],
          `found a line for paragraph ${paragraph}, which is left out with its reason`,
        );
  }
}

/** G2, beside them. */
export function checkGistsBeside({ loaded, index, documents }: Beside, report: ProofReport): void {
  for (const [id, own] of gistsOf(loaded)) {
    const document = documents.get(id);
    const source = index.sources.get(id);
    if (document === undefined || source === undefined) continue;
    const leftOut = leftOutOf(source);
    const last = document.paragraphs.length;
    for (let paragraph = 1; paragraph <= last; paragraph++)
      if (own[paragraph] === undefined && !leftOut.has(paragraph))
        report(
          'G2',
          ['gists', id],
          `found no line for paragraph ${paragraph}, expected one, or the paragraph left out`,
        );
    for (const [paragraph, gist] of Object.entries(own)) {
      const at = ['gists', id, paragraph];
      const text = document.paragraphs[Number(paragraph) - 1];
      if (text === undefined) {
        report('G2', at, `found paragraph ${paragraph}, expected 1 to ${last} (${document.file})`);
        continue;
      }
      const printed = { text, sources: [source] };
      const lacking = [
        ...lackingNames(index, gist, printed),
        ...lackingNumbers(index, gist, printed),
      ];
      const words = ` ${wordsOf(text).join(' ')} `;
      const misquoted = quotationsIn(gist).filter(
        (quoted) => !words.includes(` ${wordsOf(quoted).join(' ')} `),
      );
      for (const one of [...lacking, ...misquoted])
        report('G2', at, `found ${one}, expected it in paragraph ${paragraph}`);
    }
  }
}

function gistsOf({ gists }: LoadedPack) {
  return Object.entries(gists?.sources ?? {});
}
