/** Questions of every format. It brings all their code: the study page uses `ask.ts` instead. */
import { comparisonQuestion } from './comparison.ts';
import { formats, type Maker } from './formats.ts';
import { attributionMaker } from './formats/attribution.ts';
import { choiceQuestion } from './formats/choice.ts';
import { corroborationMaker } from './formats/corroboration.ts';
import { dateMaker } from './formats/date.ts';
import { matchMaker } from './formats/match.ts';
import { numberMaker } from './formats/number.ts';
import { orderMaker } from './formats/order.ts';
import { placeMaker } from './formats/place.ts';
import { recallQuestion } from './formats/recall.ts';
import { typedMaker } from './formats/typed.ts';
import type { Format, Question } from './question.ts';
import { askedComparison, askedFacet, type Asked, type QuestionIndex } from './question-index.ts';

const makers: Readonly<Record<Format, Maker>> = {
  choice: {
    ofFacet: choiceQuestion,
    ofComparison: (index, comparison, facet, seed) =>
      comparisonQuestion(index, comparison, facet, 'choice', seed),
  },
  attribution: attributionMaker,
  corroboration: corroborationMaker,
  typed: typedMaker,
  number: numberMaker,
  date: dateMaker,
  order: orderMaker,
  match: matchMaker,
  place: placeMaker,
  recall: {
    ofFacet: recallQuestion,
    ofComparison: (index, comparison, facet, seed) =>
      comparisonQuestion(index, comparison, facet, 'recall', seed),
  },
};

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
  const { ofFacet, ofComparison } = makers[format];
  const compared = askedComparison(index, card);
  if (compared !== null) return ofComparison(index, compared.comparison, compared.facet, seed);
  const facet = askedFacet(index, card);
  return facet === null ? null : ofFacet(index, facet, seed);
}

/** The formats a card can be asked in, whatever the seed. */
export function formatsFor(index: QuestionIndex, card: Asked): Format[] {
  return formats.filter((format) => questionFor(index, card, format, 0) !== null);
}
