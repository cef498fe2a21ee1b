/** A quiz on the invented pack, with every format that its cards allow. */
import type { Pack } from '../../src/lib/content/schema.ts';
import {
  classFormats,
  QUIZ_FORMAT,
  type ClassFormat,
  type Quiz,
  type QuizId,
  type QuizSettings,
} from '../../src/lib/classroom/quiz.ts';
import { cardsOf } from '../../src/lib/deck/cards.ts';
import { formatsFor } from '../../src/lib/questions/generate.ts';
import { indexQuestions } from '../../src/lib/questions/question-index.ts';

export function classQuiz(pack: Pack, count: number, settings: Partial<QuizSettings> = {}): Quiz {
  const index = indexQuestions(pack);
  const items = cardsOf(index).flatMap((card, at) => {
    const isForClass = (format: string): format is ClassFormat =>
      (classFormats as readonly string[]).includes(format);
    const formats = formatsFor(index, card).filter(isForClass);
    const format = formats[at % Math.max(1, formats.length)];
    return format === undefined ? [] : [{ cardId: card.id, format, seed: at }];
  });
  if (items.length < count) throw new Error(`The pack gives ${items.length} questions only`);
  return {
    format: QUIZ_FORMAT,
    id: 'quiz-for-tests' as QuizId,
    title: 'The harbour',
    packId: pack.id,
    packVersion: pack.version,
    seed: 1,
    items: items.slice(0, count),
    settings: {
      secondsPerQuestion: 600,
      scoring: 'accuracy',
      confidence: false,
      peerInstruction: false,
      names: 'random',
      ...settings,
    },
  };
}
