/** What formats that are answered in writing have in common. */
import { questionParts, soundStems } from '../question-parts.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { typographic } from '../item-rules.ts';

/** The parts of a written question; `null` if no stem can be formed without a flaw. */
export function writtenParts(index: QuestionIndex, facet: Facet, seed: number) {
  const [stem] = soundStems(index, facet, seed);
  return stem === undefined ? null : questionParts(index, facet, seed, stem);
}

/** Ways to write the answer, each once, the first as it is shown. */
export function waysToWrite(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(typographic))];
}

/** Values that a comparison calls compatible with this one: either is right. */
export function compatibleValues(facet: Facet): readonly (string | number)[] {
  return facet.comparisons
    .filter(({ verdict, about }) => verdict === 'compatible' && about.length < 2)
    .flatMap(({ positions }) => positions.flatMap(({ value }) => value ?? []));
}
