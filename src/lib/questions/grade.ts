import { assertNever } from '#lib/base/assert-never.ts';
import { foldTight } from './fold.ts';
import { gradeAmount } from './grade-amount.ts';
import { gradeDate } from './grade-date.ts';
import { gradeName } from './grade-name.ts';
import { readAmount } from './read-amount.ts';
import { readDates } from './read-date.ts';
import type { Answer, Question, TypedQuestion, Verdict } from './question.ts';

/**
 * Grades an answer.
 * @throws if the answer is of another format than the question
 */
export function grade(question: Question, answer: Answer): Verdict {
  if (question.format === 'choice' && answer.format === 'choice')
    return answer.option === question.key ? 'right' : 'wrong';
  if (question.format === 'recall' && answer.format === 'recall')
    return answer.remembered ? 'right' : 'wrong';
  if (question.format === 'typed' && answer.format === 'typed')
    return gradeTyped(question, answer.text);
  throw new Error(`A ${answer.format} answer to a ${question.format} question`);
}

function gradeTyped({ accepted, confusable, expects }: TypedQuestion, text: string): Verdict {
  if (accepted.some((name) => foldTight(name) === foldTight(text))) return 'right';
  switch (expects.kind) {
    case 'name':
      return gradeName(text, accepted, confusable);
    case 'amount':
      return gradeAmount(text, expects.amounts);
    case 'date':
      return gradeDate(text, expects.dates);
    default:
      return assertNever(expects);
  }
}

/** What stands in the way of grading a typed answer fairly: it is asked back, not guessed. */
export type Unclear = 'empty' | 'not_a_number' | 'not_a_date' | 'day_or_month_first';

/** Why a typed answer should be asked back before it is graded; `null` if it is clear. */
export function unclear(question: TypedQuestion, text: string): Unclear | null {
  if (foldTight(text) === '') return 'empty';
  if (question.expects.kind === 'amount' && readAmount(text) === null) return 'not_a_number';
  if (question.expects.kind !== 'date') return null;
  const readings = readDates(text);
  if (readings.length === 0) return 'not_a_date';
  return readings.length > 1 ? 'day_or_month_first' : null;
}

export type ProposedGrade = 'again' | 'hard' | 'good';

/** The grade proposed for a verdict. Easy is only ever the learner's own choice. */
export function proposedGrade(verdict: Verdict): ProposedGrade {
  switch (verdict) {
    case 'wrong':
      return 'again';
    case 'near':
      return 'hard';
    case 'right':
    case 'slip':
      return 'good';
  }
}
