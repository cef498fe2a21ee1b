/** A quiz asked with the packs of this device. It brings the code of every format: loaded when there is a quiz. */
import type { Library } from '#lib/app/library.ts';
import { questionIndexOf } from '#lib/app/question-index.ts';
import { err, type Result } from '#lib/base/result.ts';
import { questionsOf, type QuizMismatch } from '#lib/classroom/quiz-questions.ts';
import type { Quiz, QuizId } from '#lib/classroom/quiz.ts';
import { renewQuiz } from '#lib/classroom/set-up.ts';
import { classroomMessages } from '#lib/messages/en-classroom.ts';
import type { Question } from '#lib/questions/question.ts';

export function questionsHere(
  library: Library,
  quiz: Quiz,
): Result<readonly Question[], QuizMismatch> {
  const index = library.packs.find(({ pack }) => pack.id === quiz.packId);
  return index === undefined
    ? err({ reason: 'other-pack', expected: quiz.packId, found: '' })
    : questionsOf(quiz, questionIndexOf(index));
}

export function mismatchInWords(mismatch: QuizMismatch): string {
  const text = classroomMessages.mismatch;
  return mismatch.reason === 'other-version'
    ? text['other-version'](mismatch.expected, mismatch.found)
    : text[mismatch.reason];
}

/** The same cards asked with the version of the pack that is here; `null` if none is left. */
export function renewHere(library: Library, quiz: Quiz, id: QuizId): Quiz | null {
  const index = library.packs.find(({ pack }) => pack.id === quiz.packId);
  return index === undefined ? null : renewQuiz(questionIndexOf(index), quiz, id);
}
