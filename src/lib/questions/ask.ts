/** Questions as they are asked: the two commonest kinds are at hand, the code of all others is loaded with the first. */
import type { DrawnMap } from '#lib/content/map-schema.ts';
import { asksPlace } from './facets.ts';
import { choiceQuestion } from './formats/choice.ts';
import { recallQuestion } from './formats/recall.ts';
import type { Format, Question } from './question.ts';
import { askedFacet, type Asked, type QuestionIndex } from './question-index.ts';

/**
 * The same as `questionFor` of `generate.ts`. The map is loaded only for a card that asks for a place;
 * without it there is no question in that format.
 */
export async function ask(
  index: QuestionIndex,
  card: Asked,
  format: Format,
  seed: number,
  loadDrawn?: () => Promise<DrawnMap | null>,
): Promise<Question | null> {
  const facet = askedFacet(index, card);
  if (facet !== null && format === 'choice') return choiceQuestion(index, facet, seed);
  if (facet !== null && format === 'recall') return recallQuestion(index, facet, seed);
  const { questionFor } = await import('./generate.ts');
  const isOnMap = format === 'place' && facet !== null && asksPlace(facet);
  const drawn = isOnMap ? await loadDrawn?.() : null;
  return questionFor(drawn ? { ...index, drawn } : index, card, format, seed);
}

/** A question for which nothing has to be loaded; `null` for cards of comparisons. */
export function questionAtHand(index: QuestionIndex, card: Asked, seed: number): Question | null {
  const facet = askedFacet(index, card);
  if (facet === null) return null;
  return choiceQuestion(index, facet, seed) ?? recallQuestion(index, facet, seed);
}
