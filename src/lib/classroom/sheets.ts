/**
 * A quiz on paper in versions A to D: the order of questions and of named options differs, numbers and dates stay
 * in theirs. Version A is the quiz as it is.
 */
import { seeded } from '#lib/base/random.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import { letterOf } from './answer-text.ts';
import { placesFor, questionInOrder, type Places } from './option-order.ts';
import type { Quiz } from './quiz.ts';
import type { PlayerId } from './room.ts';

export const versions = ['A', 'B', 'C', 'D'] as const;
export type SheetVersion = (typeof versions)[number];

export interface SheetQuestion {
  /** Index in the quiz's items. */
  readonly index: number;
  /** As it stands on this sheet. */
  readonly question: Question;
  /** What stands at each place: an index of the question as the quiz has it. */
  readonly places: Places;
}

export interface Sheet {
  readonly version: SheetVersion;
  readonly questions: readonly SheetQuestion[];
}

/** The same sheets whenever they are printed. */
export function sheetsOf(quiz: Quiz, questions: readonly Question[], count: number): Sheet[] {
  return versions.slice(0, count).map((version) => ({
    version,
    questions: orderOf(quiz, version).flatMap((index): SheetQuestion[] => {
      const question = questions[index];
      if (question === undefined) return [];
      const places = placesOn(quiz, question, version, index);
      return [{ index, question: questionInOrder(question, places), places }];
    }),
  }));
}

function orderOf(quiz: Quiz, version: SheetVersion): readonly number[] {
  const asGiven = quiz.items.map((_, index) => index);
  return version === 'A' ? asGiven : seeded('sheet', quiz.seed, version).shuffle(asGiven);
}

function placesOn(quiz: Quiz, question: Question, version: SheetVersion, index: number): Places {
  if (version !== 'A') return placesFor(question, quiz.seed, `sheet-${version}` as PlayerId, index);
  const count = hasOptions(question)
    ? question.options.length
    : question.format === 'order'
      ? question.items.length
      : question.format === 'match'
        ? question.right.length
        : 0;
  return Array.from({ length: count }, (_, place) => place);
}

/** The right answer by the letters of the sheet; in words where there are none. */
export function keyOf({ question }: SheetQuestion): string {
  if (hasOptions(question)) return letterOf(question.key);
  if (question.format === 'order') return question.order.map(letterOf).join(' ');
  if (question.format === 'match')
    return question.pairs.map((right, left) => `${left + 1}${letterOf(right)}`).join(' ');
  return question.answer;
}
