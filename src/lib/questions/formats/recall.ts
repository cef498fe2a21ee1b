import { comparisonQuestion } from '../comparison.ts';
import type { Maker } from '../formats.ts';
import type { RecallQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts, soundStems } from '../question-parts.ts';

/** Think, reveal, grade yourself. `null` only if no stem can be formed without a flaw. */
function recallQuestion(index: QuestionIndex, facet: Facet, seed: number): RecallQuestion | null {
  const [stem] = soundStems(index, facet, seed);
  return stem === undefined ? null : { ...questionParts(facet, seed, stem), format: 'recall' };
}

export const recallMaker: Maker = {
  ofFacet: recallQuestion,
  ofComparison: (index, comparison, facet, seed) =>
    comparisonQuestion(index, comparison, facet, 'recall', seed),
};
