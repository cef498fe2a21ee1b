import type { RecallQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts, soundStems } from '../question-parts.ts';

/** Think, reveal, grade yourself. `null` only if no stem can be formed without a flaw. */
export function recallQuestion(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
): RecallQuestion | null {
  const [stem] = soundStems(index, facet, seed);
  return stem === undefined
    ? null
    : { ...questionParts(index, facet, seed, stem), format: 'recall' };
}
