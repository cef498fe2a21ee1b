/** The formats there are, and how a card is asked in one of them. */
import type { Comparison } from '#lib/content/schema.ts';
import { askedComparison, type ComparisonFacet } from './comparison.ts';
import type { Format, Question } from './question.ts';
import { askedFacet, type Asked, type Facet, type QuestionIndex } from './question-index.ts';

/** All formats; what gives most help comes first. */
export const formats = [
  'choice',
  'attribution',
  'corroboration',
  'typed',
  'number',
  'date',
  'order',
  'match',
  'recall',
] as const satisfies readonly Format[];

/** Makes the questions of one format: of a fact's slot, and of a comparison. `null`: it cannot be asked so. */
export interface Maker {
  readonly ofFacet: (index: QuestionIndex, facet: Facet, seed: number) => Question | null;
  readonly ofComparison: (
    index: QuestionIndex,
    comparison: Comparison,
    facet: ComparisonFacet,
    seed: number,
  ) => Question | null;
}

/** For formats in which no comparison can be asked. */
export const ofNoComparison = () => null;

export function askWith(
  { ofFacet, ofComparison }: Maker,
  index: QuestionIndex,
  card: Asked,
  seed: number,
): Question | null {
  const compared = askedComparison(index, card);
  if (compared !== null) return ofComparison(index, compared.comparison, compared.facet, seed);
  const facet = askedFacet(index, card);
  return facet === null ? null : ofFacet(index, facet, seed);
}
