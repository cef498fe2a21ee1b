/** The questions of a quiz. Apart from its form, because it brings the code of every format. */
import { parseCardId, type CardId } from '#lib/base/ids.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { questionFor } from '#lib/questions/generate.ts';
import type { Format, Question } from '#lib/questions/question.ts';
import type { QuestionIndex } from '#lib/questions/question-index.ts';
import type { Quiz } from './quiz.ts';

/** Why a quiz cannot be asked with the pack that is here. */
export type QuizMismatch =
  | { readonly reason: 'other-pack'; readonly expected: string; readonly found: string }
  /** Another version of the pack may give other questions from the same seeds. */
  | { readonly reason: 'other-version'; readonly expected: string; readonly found: string }
  | { readonly reason: 'unknown-card'; readonly cardId: CardId; readonly format: Format };

/** The questions in the order of the quiz's items, the same on every device with the same pack version. */
export function questionsOf(
  quiz: Quiz,
  index: QuestionIndex,
): Result<readonly Question[], QuizMismatch> {
  const { id, version } = index.pack;
  if (quiz.packId !== id) return err({ reason: 'other-pack', expected: quiz.packId, found: id });
  if (quiz.packVersion !== version)
    return err({ reason: 'other-version', expected: quiz.packVersion, found: version });
  const questions: Question[] = [];
  for (const { cardId, format, seed } of quiz.items) {
    const parts = parseCardId(cardId);
    const question =
      parts === null || parts.packId !== id
        ? null
        : questionFor(
            index,
            { id: cardId, itemId: parts.itemId, facet: parts.facet },
            format,
            seed,
          );
    if (question === null) return err({ reason: 'unknown-card', cardId, format });
    questions.push(question);
  }
  return ok(questions);
}
