import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '#lib/base/result.ts';
import type { Pack } from '#lib/content/schema.ts';
import { questionsOf } from '#lib/classroom/quiz-questions.ts';
import { codeBook, codePlaces } from '#lib/classroom/take-home.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { indexQuestions, type QuestionIndex } from '#lib/questions/question-index.ts';
import type { ClassroomSetting } from '#lib/transport/classroom.ts';

/** Prepares a quiz from the packs that the build has in its folder `packs`. */
export function preparedFromPacks(folder: string): ClassroomSetting['prepare'] {
  const indexes = new Map<string, Promise<QuestionIndex | null>>();
  const load = async (packId: string): Promise<QuestionIndex | null> => {
    try {
      const text = await readFile(join(folder, `${packId}.json`), 'utf8');
      return indexQuestions(JSON.parse(text) as Pack);
    } catch {
      return null;
    }
  };
  return async (quiz) => {
    // The id was checked with the quiz: it holds no path.
    const loading = indexes.get(quiz.packId) ?? load(quiz.packId);
    indexes.set(quiz.packId, loading);
    const index = await loading;
    if (index === null) {
      indexes.delete(quiz.packId);
      return err('no-such-pack');
    }
    const questions = questionsOf(quiz, index);
    if (questions.ok) {
      const { id, version } = index.pack;
      const book = codeBook(
        id,
        version,
        cardsOf(index).map((card) => card.id),
      );
      const ids = questions.value.map(({ cardId }) => cardId);
      return ok({ questions: questions.value, codes: codePlaces(book, ids) });
    }
    return err(questions.error.reason === 'unknown-card' ? 'no-such-card' : 'no-such-pack');
  };
}
