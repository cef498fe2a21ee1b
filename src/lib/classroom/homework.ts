/** Homework: a quiz to be done alone by a day, given out as a link or a file. */
import * as v from 'valibot';
import type { Brand } from '#lib/base/brand.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { isStudyDay, type StudyDay } from '#lib/base/time.ts';
import { firstIssue, type FormIssue } from './form-issue.ts';
import { quizSchema, type Quiz } from './quiz.ts';
import { compact, expand, type Refusal } from './quiz-link.ts';
import { seal, unseal } from './sealed-text.ts';

export const HOMEWORK_FORMAT = 'footnote-homework/1';

export type HomeworkId = Brand<string, 'HomeworkId'>;

const homeworkSchema = v.strictObject({
  format: v.literal(HOMEWORK_FORMAT),
  /** Given when it is given out: the same quiz given to two classes is two homeworks. */
  id: v.custom<HomeworkId>(
    (value) => typeof value === 'string' && /^[\w-]{8,64}$/.test(value),
    '8 to 64 letters, digits or hyphens',
  ),
  quiz: quizSchema,
  /** The last day on which it is in time, by the student's own calendar. */
  due: v.custom<StudyDay>(
    (value) => typeof value === 'string' && isStudyDay(value),
    'a day like 2026-05-31',
  ),
});

export interface Homework {
  readonly format: typeof HOMEWORK_FORMAT;
  readonly id: HomeworkId;
  readonly quiz: Quiz;
  readonly due: StudyDay;
}

export function readHomework(value: unknown): Result<Homework, FormIssue> {
  const parsed = v.safeParse(homeworkSchema, value);
  return parsed.success ? ok(parsed.output) : err(firstIssue(parsed.issues));
}

/** What stands after the # of a homework's link. */
export function homeworkToText({ id, quiz, due }: Homework): string {
  return seal('h', [id, due, compact(quiz)]);
}

const linkForm = v.strictTuple([v.unknown(), v.unknown(), v.unknown()]);

export function homeworkFromText(text: string): Result<Homework, Refusal> {
  const opened = unseal('h', text);
  if (!opened.ok) return opened;
  const parsed = v.safeParse(linkForm, opened.value);
  if (!parsed.success)
    return err({ reason: 'form', issue: { path: '', message: 'expected a homework' } });
  const [id, due, short] = parsed.output;
  const quiz = expand(short);
  if (!quiz.ok) return err({ reason: 'form', issue: quiz.error });
  const homework = readHomework({ format: HOMEWORK_FORMAT, id, quiz: quiz.value, due });
  return homework.ok ? homework : err({ reason: 'form', issue: homework.error });
}
