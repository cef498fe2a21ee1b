import { dateInWords } from './dates.ts';
import { foldTight } from './fold.ts';
import { gradeAmount } from './grade-amount.ts';
import { gradeDate } from './grade-date.ts';
import { gradeName } from './grade-name.ts';
import { readAmount } from './read-amount.ts';
import { readDates, type WrittenDate } from './read-date.ts';
import {
  hasOptions,
  type Answer,
  type MatchQuestion,
  type OrderQuestion,
  type Question,
  type Verdict,
  type WrittenQuestion,
} from './question.ts';

/**
 * Grades an answer.
 * @throws if the answer is of another format than the question
 */
export function grade(question: Question, answer: Answer): Verdict {
  if (question.format === answer.format) {
    if (hasOptions(question) && 'option' in answer)
      return answer.option === question.key ? 'right' : 'wrong';
    if ('accepted' in question && 'text' in answer) return gradeWritten(question, answer.text);
    if (question.format === 'order' && answer.format === 'order')
      return gradeOrder(question, answer.order);
    if (question.format === 'match' && answer.format === 'match')
      return gradeMatch(question, answer.pairs);
    if (answer.format === 'recall') return answer.remembered ? 'right' : 'wrong';
  }
  throw new Error(`A ${answer.format} answer to a ${question.format} question`);
}

function gradeWritten(question: WrittenQuestion, text: string): Verdict {
  if (question.accepted.some((way) => foldTight(way) === foldTight(text))) return 'right';
  switch (question.format) {
    case 'typed':
      return gradeName(text, question.accepted, question.confusable);
    case 'number':
      return gradeAmount(text, question.amounts);
    case 'date':
      return gradeDate(text, question.dates);
  }
}

/** The place of the card's own event counts; one place off is near. */
function gradeOrder({ order, own }: OrderQuestion, answer: readonly number[]): Verdict {
  const given = answer.indexOf(own);
  if (given < 0) return 'wrong';
  const off = Math.abs(given - order.indexOf(own));
  return off === 0 ? 'right' : off === 1 ? 'near' : 'wrong';
}

/** The card's own pair counts. */
function gradeMatch({ pairs, own }: MatchQuestion, answer: readonly number[]): Verdict {
  return answer[own] === pairs[own] ? 'right' : 'wrong';
}

/** What stands in the way of grading a written answer fairly: it is asked back, not guessed. */
export type Unclear =
  | { readonly reason: 'empty' | 'not_a_number' | 'not_a_date' }
  /** The same figures read with the day and with the month first, in words. */
  | { readonly reason: 'day_or_month_first'; readonly readings: readonly string[] }
  /** The full names of all who bear the name that was written. */
  | { readonly reason: 'which_one'; readonly bearers: readonly string[] };

/** Why a written answer should be asked back before it is graded; `null` if it is clear. */
export function unclear(question: WrittenQuestion, text: string): Unclear | null {
  const written = foldTight(text);
  if (written === '') return { reason: 'empty' };
  if (question.accepted.some((way) => foldTight(way) === written)) return null;
  switch (question.format) {
    case 'typed': {
      const shared = question.shared.find(({ name }) => foldTight(name) === written);
      return shared === undefined ? null : { reason: 'which_one', bearers: shared.bearers };
    }
    case 'number':
      return readAmount(text) === null ? { reason: 'not_a_number' } : null;
    case 'date':
      return unclearDate(text, question.dates[0].includes('/'));
  }
}

function unclearDate(text: string, isRange: boolean): Unclear | null {
  if (isRange) return /\d/.test(text) ? null : { reason: 'not_a_date' };
  const readings = readDates(text);
  if (readings.length === 0) return { reason: 'not_a_date' };
  return readings.length === 1
    ? null
    : { reason: 'day_or_month_first', readings: readings.map(inWords) };
}

function inWords({ year, month, day }: WrittenDate): string {
  const pad = (number: number | undefined, digits: number) =>
    number === undefined ? [] : [String(number).padStart(digits, '0')];
  return dateInWords([...pad(year, 4), ...pad(month, 2), ...pad(day, 2)].join('-'));
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
