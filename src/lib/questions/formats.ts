/** The formats there are, and what makes the questions of one. */
import type { Comparison } from '#lib/content/schema.ts';
import type { Format, Question } from './question.ts';
import type { ComparisonFacet, Facet, QuestionIndex } from './question-index.ts';

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
  'place',
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
