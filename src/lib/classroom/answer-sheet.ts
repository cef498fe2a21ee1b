/** The answers of a class, to be found by student, question and vote. */
import type { Verdict } from '#lib/questions/question.ts';
import type { ResultsAnswer } from './results.ts';

export const isRightVerdict = (verdict: Verdict | undefined): boolean =>
  verdict === 'right' || verdict === 'slip';

/** Answers by student, question and vote. */
export type Sheet = (student: string, question: number, vote: 1 | 2) => ResultsAnswer | undefined;

export function sheetOf(answers: readonly ResultsAnswer[]): Sheet {
  const key = (student: string, question: number, vote: number) => `${question} ${vote} ${student}`;
  // The first of two counts, should there be two.
  const found = new Map<string, ResultsAnswer>();
  for (const answer of answers) {
    const name = key(answer.studentId, answer.question, answer.vote);
    if (!found.has(name)) found.set(name, answer);
  }
  return (student, question, vote) => found.get(key(student, question, vote));
}

/** What counts: an answer that came in time. */
export function inTime(
  sheet: Sheet,
  student: string,
  question: number,
  vote: 1 | 2 = 1,
): ResultsAnswer | undefined {
  const answer = sheet(student, question, vote);
  return answer?.late === true ? undefined : answer;
}
