/** Questions as they are asked: the two commonest kinds are at hand, the code of all others is loaded with the first. */
import { choiceQuestion } from './formats/choice.ts';
import { recallQuestion } from './formats/recall.ts';
import type { Format, Question } from './question.ts';
import { askedFacet, type Asked, type QuestionIndex } from './question-index.ts';

/** The same as `questionFor` of `generate.ts`. */
export async function ask(
  index: QuestionIndex,
  card: Asked,
  format: Format,
  seed: number,
): Promise<Question | null> {
  const facet = askedFacet(index, card);
  if (facet !== null && format === 'choice') return choiceQuestion(index, facet, seed);
  if (facet !== null && format === 'recall') return recallQuestion(index, facet, seed);
  return (await import('./generate.ts')).questionFor(index, card, format, seed);
}

/** A question for which nothing has to be loaded; `null` for cards of comparisons. */
export function questionAtHand(index: QuestionIndex, card: Asked, seed: number): Question | null {
  const facet = askedFacet(index, card);
  if (facet === null) return null;
  return choiceQuestion(index, facet, seed) ?? recallQuestion(index, facet, seed);
}
