/** The answers to a homework, put together into results: one row for each student, later attempts beside it. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import { grade } from '#lib/questions/grade.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import { answerText } from './answer-text.ts';
import type { HandIn } from './hand-in.ts';
import type { Homework } from './homework.ts';
import { foldName } from './names.ts';
import { fits } from './option-order.ts';
import type { ClassResults, ResultsAnswer } from './results.ts';

/** Attempts of one student at one homework, the earliest first. */
export interface StudentAttempts {
  readonly name: string;
  readonly attempts: readonly HandIn[];
}

/** already: it came before, as a file, a link or a code · other-homework: of another · does-not-fit: not of this quiz */
export type NotCollected = 'already' | 'other-homework' | 'does-not-fit';

/** Adds an attempt to those that came in before; nothing is ever replaced. */
export function collect(
  handIns: readonly HandIn[],
  homework: Homework,
  questions: readonly Question[],
  handIn: HandIn,
): Result<readonly HandIn[], NotCollected> {
  if (handIn.homeworkId !== homework.id) return err('other-homework');
  if (handIns.some(({ attemptId }) => attemptId === handIn.attemptId)) return err('already');
  const isOfQuiz = handIn.answers.every(({ question, answer }) => {
    const asked = questions[question];
    return asked !== undefined && fits(asked, answer);
  });
  return isOfQuiz ? ok([...handIns, handIn]) : err('does-not-fit');
}

/** By student: who writes the same name, however spelled, is the same. */
export function attemptsByStudent(handIns: readonly HandIn[]): readonly StudentAttempts[] {
  const students = new Map<string, HandIn[]>();
  for (const handIn of handIns) {
    const key = foldName(handIn.name);
    students.set(key, [...(students.get(key) ?? []), handIn]);
  }
  return [...students.values()]
    .map((attempts) => [...attempts].sort((a, b) => a.handedInAt - b.handedInAt))
    .map((attempts) => ({ name: attempts[0]?.name ?? '', attempts }))
    .sort((a, b) => (foldName(a.name) < foldName(b.name) ? -1 : 1));
}

export const isLate = (homework: Homework, handIn: HandIn): boolean => handIn.day > homework.due;

/**
 * The results of a homework. The first attempt counts: after it the answers are known.
 *
 * @param countLate whether what came after the due day counts; it is shown in any case
 */
export function resultsOfHomework(
  homework: Homework,
  questions: readonly Question[],
  handIns: readonly HandIn[],
  { countLate, now }: { readonly countLate: boolean; readonly now: Instant },
): ClassResults {
  const students = attemptsByStudent(handIns);
  return {
    quiz: homework.quiz,
    channel: 'homework',
    heldAt: now,
    students: students.map(({ name }, at) => ({ id: String(at), name })),
    answers: students.flatMap(({ attempts }, at) => {
      const [first] = attempts;
      if (first === undefined) return [];
      const late = isLate(homework, first) && !countLate;
      return first.answers.flatMap(({ question, answer, ms, confidence }): ResultsAnswer[] => {
        const asked = questions[question];
        if (asked === undefined || !fits(asked, answer)) return [];
        return [
          {
            studentId: String(at),
            question,
            vote: 1,
            verdict: grade(asked, answer),
            text: answerText(asked, answer),
            ...(hasOptions(asked) && 'option' in answer ? { option: answer.option } : {}),
            ms,
            ...(confidence === undefined ? {} : { confidence }),
            ...(late ? { late } : {}),
          },
        ];
      });
    }),
    notAsked: [],
  };
}
