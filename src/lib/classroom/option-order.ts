/**
 * The order in which one student sees a question: drawn from the room's seed, the student and the question, so
 * that a reload, another socket or another phone shows the same, and a tap means what it meant.
 */
import { seeded } from '#lib/base/random.ts';
import { readAmount } from '#lib/questions/read-amount.ts';
import { readDates } from '#lib/questions/read-date.ts';
import { hasOptions, type Answer, type Question } from '#lib/questions/question.ts';
import type { PlayerId } from './room.ts';

/** What stands at each place of what is shown: an index of the question as the quiz gives it. */
export type Places = readonly number[];

/** Numbers ascend and dates run forward for everybody; everything else may stand in any order. */
function standInOrder(texts: readonly string[]): boolean {
  return texts.every(
    (text) =>
      /\d/.test(text) && text.split(/ (?:to|and) | – /).every((part) => isAmountOrDate(part)),
  );
}

const isAmountOrDate = (text: string) => readDates(text).length > 0 || readAmount(text) !== null;

/** What can be permuted: options, events to be put in order, the right-hand side of pairs. */
function movable(question: Question): readonly string[] {
  if (hasOptions(question)) return question.options.map(({ text }) => text);
  if (question.format === 'order') return question.items.map(({ text }) => text);
  return question.format === 'match' ? question.right : [];
}

/** Depends on the texts that are shown and not on which of them is right. */
export function placesFor(
  question: Question,
  seed: number,
  playerId: PlayerId,
  index: number,
): Places {
  const texts = movable(question);
  const asGiven = texts.map((_, place) => place);
  if (hasOptions(question) && standInOrder(texts)) return asGiven;
  return seeded('places', seed, playerId, index).shuffle(asGiven);
}

/** The whole question in that order, for after the reveal. */
export function questionInOrder(question: Question, places: Places): Question {
  const moved = <T>(items: readonly T[]): T[] => places.flatMap((at) => items.slice(at, at + 1));
  const placeOf = (at: number) => places.indexOf(at);
  // A class is not asked on a map.
  if (hasOptions(question) && question.format !== 'place')
    return { ...question, options: moved(question.options), key: placeOf(question.key) };
  if (question.format === 'order')
    return {
      ...question,
      items: moved(question.items),
      order: question.order.map(placeOf),
      own: placeOf(question.own),
    };
  if (question.format === 'match')
    return { ...question, right: moved(question.right), pairs: question.pairs.map(placeOf) };
  return question;
}

/** An answer as the student gave it → with the indexes of the quiz. The answer fits the question. */
export function answerAsGiven(question: Question, answer: Answer, places: Places): Answer {
  const at = (place: number) => places[place] ?? place;
  if (hasOptions(question) && 'option' in answer) {
    const option = at(answer.option);
    return { ...answer, option, text: question.options[option]?.text ?? '' };
  }
  if (answer.format === 'order') return { ...answer, order: answer.order.map(at) };
  if (answer.format === 'match') return { ...answer, pairs: answer.pairs.map(at) };
  return answer;
}

/** The reverse: an answer as it is kept → as the student sees it. */
export function answerAsShown(answer: Answer, places: Places): Answer {
  if ('option' in answer) return { ...answer, option: places.indexOf(answer.option) };
  if (answer.format === 'order')
    return { ...answer, order: answer.order.map((at) => places.indexOf(at)) };
  if (answer.format === 'match')
    return { ...answer, pairs: answer.pairs.map((at) => places.indexOf(at)) };
  return answer;
}

/** The longest written answer. */
export const MAX_WRITTEN = 200;

/** Whether it is an answer to this question at all: the right format, every index in range, no place twice. */
export function fits(question: Question, answer: Answer): boolean {
  if (answer.format !== question.format) return false;
  const below = (count: number) => (at: number) => Number.isInteger(at) && at >= 0 && at < count;
  if (hasOptions(question))
    return 'option' in answer && below(question.options.length)(answer.option);
  if (question.format === 'order' && answer.format === 'order')
    return (
      answer.order.length === question.items.length &&
      answer.order.every(below(question.items.length)) &&
      new Set(answer.order).size === answer.order.length
    );
  if (question.format === 'match' && answer.format === 'match')
    return (
      answer.pairs.length === question.left.length &&
      answer.pairs.every(below(question.right.length)) &&
      new Set(answer.pairs).size === answer.pairs.length
    );
  return 'text' in answer && answer.text.trim() !== '' && answer.text.length <= MAX_WRITTEN;
}
