/** What is answered, while it is put together: seen without the key. */
import type { MyAnswer, ShownQuestion } from '#lib/classroom/visible.ts';
import { dateInWords } from '#lib/questions/dates.ts';
import type { Answer } from '#lib/questions/question.ts';
import { readDates, type WrittenDate } from '#lib/questions/read-date.ts';

/** A question that is answered in writing. */
export type WrittenQuestion = Extract<ShownQuestion, { readonly format: 'number' | 'date' }>;

export const isWritten = (question: ShownQuestion): question is WrittenQuestion =>
  question.format === 'number' || question.format === 'date';

/** Why a writing is asked back before it is sent. */
export type Doubt =
  | { readonly reason: 'not_a_number' | 'not_a_date' }
  /** The same figures read with the day and with the month first, in words. */
  | { readonly reason: 'day_or_month_first'; readonly readings: readonly string[] };

/** What stands in the way of grading a writing fairly; `null` if nothing does. */
export function doubtAbout(question: WrittenQuestion, text: string): Doubt | null {
  const hasFigures = /\d/.test(text);
  if (question.format === 'number') return hasFigures ? null : { reason: 'not_a_number' };
  if (question.precision === 'range') return hasFigures ? null : { reason: 'not_a_date' };
  const readings = readDates(text);
  if (readings.length === 0) return { reason: 'not_a_date' };
  if (readings.length === 1) return null;
  return { reason: 'day_or_month_first', readings: readings.map(inWords) };
}

function inWords({ year, month, day }: WrittenDate): string {
  const pad = (number: number | undefined, digits: number) =>
    number === undefined ? [] : [String(number).padStart(digits, '0')];
  return dateInWords([...pad(year, 4), ...pad(month, 2), ...pad(day, 2)].join('-'));
}

/** What can be said of an answer in words: one line for each part. */
export function answerLines(
  question: ShownQuestion,
  { answer }: Pick<MyAnswer, 'answer'>,
): readonly string[] {
  if ('text' in answer && !('option' in answer)) return [answer.text];
  if ('option' in answer && 'options' in question) return [question.options[answer.option] ?? ''];
  if (answer.format === 'order' && question.format === 'order')
    return answer.order.map((at) => question.items[at] ?? '');
  if (answer.format === 'match' && question.format === 'match')
    return question.left.map((left, at) => `${left}: ${question.right[answer.pairs[at] ?? -1]}`);
  return [];
}

/** What was put together for a question, as it is sent. */
export interface Draft {
  readonly option: number | null;
  readonly order: readonly number[];
  readonly pairs: readonly (number | null)[];
  readonly text: string;
}

/** The answer of a draft; `null` while it is not complete. */
export function answerOf(question: ShownQuestion, draft: Draft): Answer | null {
  switch (question.format) {
    case 'order':
      return draft.order.length === question.items.length
        ? { format: 'order', order: draft.order }
        : null;
    case 'match': {
      const pairs = draft.pairs.flatMap((right) => right ?? []);
      return pairs.length === question.left.length ? { format: 'match', pairs } : null;
    }
    case 'number':
    case 'date':
      return draft.text === '' ? null : { format: question.format, text: draft.text };
    default: {
      // The server knows the option's text.
      return draft.option === null
        ? null
        : { format: question.format, option: draft.option, text: '' };
    }
  }
}
