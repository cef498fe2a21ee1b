/** A card as a plain question with its answer, for lists: what `recall` asks, without the code of other formats. */
import { comparisonQuestion } from './comparison.ts';
import { recallQuestion } from './formats/recall.ts';
import type { Question } from './question.ts';
import { askedComparison, askedFacet, type Asked, type QuestionIndex } from './question-index.ts';

const SEED = 0;

export function plainQuestion(index: QuestionIndex, card: Asked): Question | null {
  const compared = askedComparison(index, card);
  if (compared !== null)
    return comparisonQuestion(index, compared.comparison, compared.facet, 'recall', SEED);
  const facet = askedFacet(index, card);
  return facet === null ? null : recallQuestion(index, facet, SEED);
}
