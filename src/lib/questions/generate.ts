import { choiceQuestion } from './choice.ts';
import { askedComparison, comparisonQuestion } from './comparison.ts';
import type { Format, Question } from './question.ts';
import { askedFacet, type Asked, type Facet, type QuestionIndex } from './question-index.ts';
import { recallQuestion } from './recall.ts';
import { typedQuestion } from './typed.ts';

/** All formats, in the order in which a card grows through them. */
export const formats = ['choice', 'typed', 'recall'] as const satisfies readonly Format[];

const makers: Record<
  Format,
  (index: QuestionIndex, facet: Facet, seed: number) => Question | null
> = { choice: choiceQuestion, typed: typedQuestion, recall: recallQuestion };

/**
 * The question of a card in a format: the same for the same pack version, card, format and seed.
 * `null` if the card cannot be asked so; never for a format that `formatsFor` gives.
 */
export function questionFor(
  index: QuestionIndex,
  card: Asked,
  format: Format,
  seed: number,
): Question | null {
  const compared = askedComparison(index, card);
  if (compared !== null)
    return comparisonQuestion(index, compared.comparison, compared.facet, format, seed);
  const facet = askedFacet(index, card);
  return facet === null ? null : makers[format](index, facet, seed);
}

/** The formats a card can be asked in, whatever the seed. */
export function formatsFor(index: QuestionIndex, card: Asked): Format[] {
  return formats.filter((format) => questionFor(index, card, format, 0) !== null);
}
