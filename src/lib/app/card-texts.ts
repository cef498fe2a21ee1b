/** Cards in words, for lists of them. It brings the plainest form of question with it, and no other. */
import type { CardId } from '#lib/base/ids.ts';
import { plainQuestion } from '#lib/questions/plain.ts';
import type { Library } from './library.ts';
import { questionIndexOf } from './question-index.ts';

export interface CardText {
  readonly stem: string;
  readonly answer: string;
}

/** A card as a plain question and its answer; `null` if its pack is not here, or no longer holds it. */
export function textOf(library: Library, cardId: CardId): CardText | null {
  const shelved = library.shelf.get(cardId);
  if (shelved === undefined) return null;
  const question = plainQuestion(questionIndexOf(shelved.index), shelved.card);
  return question === null ? null : { stem: question.stem, answer: question.answer };
}
