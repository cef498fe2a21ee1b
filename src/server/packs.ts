import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '#lib/base/result.ts';
import type { Pack } from '#lib/content/schema.ts';
import { questionsOf } from '#lib/classroom/quiz-questions.ts';
import { indexQuestions, type QuestionIndex } from '#lib/questions/question-index.ts';
import type { ClassroomSetting } from '#lib/transport/classroom.ts';

/** Makes the questions of a quiz from the packs that the build has in its folder `packs`. */
export function questionsFromPacks(folder: string): ClassroomSetting['questionsFor'] {
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
    if (questions.ok) return ok(questions.value);
    return err(questions.error.reason === 'unknown-card' ? 'no-such-card' : 'no-such-pack');
  };
}
