/** A quiz of the pack that tests use, for tests of everything that takes one. */
import type { Card } from '#lib/deck/card.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import type { Question } from '#lib/questions/question.ts';
import { indexQuestions, type QuestionIndex } from '#lib/questions/question-index.ts';
import type { Pack } from '#lib/content/schema.ts';
import { questionsOf } from './quiz-questions.ts';
import { classFormats, type Quiz, type QuizId, type QuizSettings } from './quiz.ts';
import { makeQuiz, proposeItems } from './set-up.ts';

export const plainSettings: QuizSettings = {
  secondsPerQuestion: null,
  scoring: 'accuracy',
  confidence: false,
  peerInstruction: false,
  names: 'random',
};

export interface BuiltQuiz {
  readonly index: QuestionIndex;
  readonly cards: readonly Card[];
  readonly quiz: Quiz;
  readonly questions: readonly Question[];
}

export function buildQuiz(pack: Pack, seed = 7, count = 8): BuiltQuiz {
  const index = indexQuestions(pack);
  const cards = cardsOf(index);
  const wishes = {
    cards,
    count,
    formats: classFormats,
    withDeaths: false,
    settings: plainSettings,
  };
  const items = proposeItems(index, wishes, seed);
  const quiz = makeQuiz(index, {
    id: 'quiz-of-tests' as QuizId,
    title: 'The stoppage',
    seed,
    items,
    settings: plainSettings,
  });
  const questions = questionsOf(quiz, index);
  if (!questions.ok) throw new Error(questions.error.reason);
  return { index, cards, quiz, questions: questions.value };
}
