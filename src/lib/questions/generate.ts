/** Questions of every format. It brings all their code: the study page uses `load-format.ts` instead. */
import { askWith, formats, type Maker } from './formats.ts';
import { attributionMaker } from './formats/attribution.ts';
import { choiceMaker } from './formats/choice.ts';
import { corroborationMaker } from './formats/corroboration.ts';
import { dateMaker } from './formats/date.ts';
import { matchMaker } from './formats/match.ts';
import { numberMaker } from './formats/number.ts';
import { orderMaker } from './formats/order.ts';
import { recallMaker } from './formats/recall.ts';
import { typedMaker } from './formats/typed.ts';
import type { Format, Question } from './question.ts';
import type { Asked, QuestionIndex } from './question-index.ts';

const makers: Readonly<Record<Format, Maker>> = {
  choice: choiceMaker,
  attribution: attributionMaker,
  corroboration: corroborationMaker,
  typed: typedMaker,
  number: numberMaker,
  date: dateMaker,
  order: orderMaker,
  match: matchMaker,
  recall: recallMaker,
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
  return askWith(makers[format], index, card, seed);
}

/** The formats a card can be asked in, whatever the seed. */
export function formatsFor(index: QuestionIndex, card: Asked): Format[] {
  return formats.filter((format) => questionFor(index, card, format, 0) !== null);
}
