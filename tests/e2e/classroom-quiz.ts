/** A quiz of the built pack with one question of each format that a class is asked in. */
import { readFileSync } from 'node:fs';
import { questionsOf } from '#lib/classroom/quiz-questions.ts';
import {
  classFormats,
  QUIZ_FORMAT,
  readQuiz,
  type ClassFormat,
  type Quiz,
  type QuizItem,
  type QuizSettings,
} from '#lib/classroom/quiz.ts';
import type { Pack } from '#lib/content/schema.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { questionFor } from '#lib/questions/generate.ts';
import { hasOptions, type Answer, type Question } from '#lib/questions/question.ts';
import { indexQuestions } from '#lib/questions/question-index.ts';

export interface MadeQuiz {
  readonly quiz: Quiz;
  readonly questions: readonly Question[];
}

function readPack(): Pack {
  const read = (name: string) => JSON.parse(readFileSync(`build/packs/${name}.json`, 'utf8'));
  const [first] = read('index') as string[];
  return read(first ?? '') as Pack;
}

/** Choice once more at the end, so that there are eight. */
export const mixed: readonly ClassFormat[] = [...classFormats, 'choice'];

const plain: QuizSettings = {
  secondsPerQuestion: null,
  scoring: 'accuracy',
  confidence: false,
  peerInstruction: false,
  names: 'free',
};

export function makeQuiz(
  title: string,
  formats: readonly ClassFormat[],
  settings: Partial<QuizSettings> = {},
): MadeQuiz {
  const pack = readPack();
  const index = indexQuestions(pack);
  const cards = cardsOf(index).filter((card) => !card.deaths);
  const taken = new Set<string>();
  const items = formats.map((format): QuizItem => {
    for (const card of cards) {
      if (taken.has(card.itemId)) continue;
      const question = questionFor(index, card, format, 7);
      if (question === null || !canBeWrong(question)) continue;
      taken.add(card.itemId);
      return { cardId: card.id, format, seed: 7 };
    }
    throw new Error(`No card is left for ${format}.`);
  });
  const quiz = readQuiz({
    format: QUIZ_FORMAT,
    id: `test-${title.toLowerCase().replace(/\W+/g, '-')}`,
    title,
    packId: pack.id,
    packVersion: pack.version,
    seed: 7,
    items,
    settings: { ...plain, ...settings },
  });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  const questions = questionsOf(quiz.value, index);
  if (!questions.ok) throw new Error(JSON.stringify(questions.error));
  return { quiz: quiz.value, questions: questions.value };
}

/** In the middle of three, an event is never more than one place off, which is nearly right. */
function canBeWrong(question: Question): boolean {
  if (question.format !== 'order') return true;
  const place = question.order.indexOf(question.own);
  return Math.max(place, question.items.length - 1 - place) > 1;
}

/** An answer with the question's own indexes. */
export function answerTo(question: Question, right: boolean): Answer {
  if (hasOptions(question)) {
    const option = right ? question.key : question.key === 0 ? 1 : 0;
    return { format: question.format, option, text: question.options[option]?.text ?? '' };
  }
  switch (question.format) {
    case 'number':
      return { format: 'number', text: right ? question.answer : '987654321' };
    case 'date':
      return { format: 'date', text: right ? question.answer : '1 January 1900' };
    case 'order': {
      const { order, own } = question;
      if (right) return { format: 'order', order };
      const others = order.filter((item) => item !== own);
      const isEarly = order.indexOf(own) < order.length / 2;
      return { format: 'order', order: isEarly ? [...others, own] : [own, ...others] };
    }
    case 'match': {
      const { pairs, own } = question;
      if (right) return { format: 'match', pairs };
      const other = own === 0 ? 1 : 0;
      return {
        format: 'match',
        pairs: pairs.map((pair, at) =>
          at === own ? (pairs[other] ?? pair) : at === other ? (pairs[own] ?? pair) : pair,
        ),
      };
    }
    default:
      throw new Error(`A class is not asked in the format ${question.format}.`);
  }
}
