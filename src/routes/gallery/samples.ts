/** Invented throughout, for looking at components only: questions as they are asked and answered, decks. */
import type { Answer, OptionQuestion, Question, Verdict } from '#lib/questions/question.ts';
import {
  attribution,
  choice,
  corroboration,
  date,
  match,
  number,
  order,
  place,
  range,
  reaction,
  recall,
  typed,
} from './sample-questions.ts';

interface Sample {
  readonly title: string;
  readonly question: Question;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

const pick = ({ format, options }: OptionQuestion, option: number): Answer => ({
  format,
  option,
  text: options[option]?.text ?? '',
});
const write = (format: 'typed' | 'number' | 'date', text: string): Answer => ({ format, text });
const arrange = (places: readonly number[]): Answer => ({ format: 'order', order: places });
const pair = (pairs: readonly number[]): Answer => ({ format: 'match', pairs });

/** Every form of question before it is answered. */
export const unanswered: readonly { readonly title: string; readonly question: Question }[] = [
  { title: 'Choice', question: reaction },
  { title: 'Attribution', question: attribution },
  { title: 'Corroboration', question: corroboration },
  { title: 'Typed', question: typed },
  { title: 'Number', question: number },
  { title: 'Number, a range', question: range },
  { title: 'Date', question: date },
  { title: 'Order', question: order },
  { title: 'Match', question: match },
  { title: 'Place', question: place },
  { title: 'Recall', question: recall },
];

export const answered: readonly Sample[] = [
  { title: 'Choice, right', question: choice, answer: pick(choice, 1), verdict: 'right' },
  { title: 'Choice, wrong', question: choice, answer: pick(choice, 2), verdict: 'wrong' },
  {
    title: 'Attribution, right',
    question: attribution,
    answer: pick(attribution, 0),
    verdict: 'right',
  },
  {
    title: 'Attribution, wrong, with the footnote of the other answer',
    question: attribution,
    answer: pick(attribution, 1),
    verdict: 'wrong',
  },
  {
    title: 'Corroboration, right',
    question: corroboration,
    answer: pick(corroboration, 1),
    verdict: 'right',
  },
  {
    title: 'Corroboration, wrong',
    question: corroboration,
    answer: pick(corroboration, 2),
    verdict: 'wrong',
  },
  {
    title: 'Typed, right',
    question: typed,
    answer: write('typed', 'Ilse Dorn'),
    verdict: 'right',
  },
  {
    title: 'Typed, a slip',
    question: typed,
    answer: write('typed', 'Ilse Dorm'),
    verdict: 'slip',
  },
  {
    title: 'Typed, wrong',
    question: typed,
    answer: write('typed', 'Jan Vries'),
    verdict: 'wrong',
  },
  { title: 'Typed, not known', question: typed, answer: write('typed', ''), verdict: 'wrong' },
  { title: 'Number, right', question: number, answer: write('number', '390'), verdict: 'right' },
  { title: 'Number, near', question: number, answer: write('number', '330'), verdict: 'near' },
  { title: 'Number, wrong', question: number, answer: write('number', '50'), verdict: 'wrong' },
  { title: 'Range, right', question: range, answer: write('number', '15 to 20'), verdict: 'right' },
  { title: 'Date, right', question: date, answer: write('date', '3.3.1911'), verdict: 'right' },
  { title: 'Date, near', question: date, answer: write('date', 'March 1911'), verdict: 'near' },
  { title: 'Date, wrong', question: date, answer: write('date', 'May 1911'), verdict: 'wrong' },
  { title: 'Order, right', question: order, answer: arrange([3, 1, 0, 2]), verdict: 'right' },
  { title: 'Order, near', question: order, answer: arrange([3, 0, 1, 2]), verdict: 'near' },
  { title: 'Order, wrong', question: order, answer: arrange([0, 1, 2, 3]), verdict: 'wrong' },
  { title: 'Order, not known', question: order, answer: arrange([]), verdict: 'wrong' },
  { title: 'Match, right', question: match, answer: pair([2, 0, 1]), verdict: 'right' },
  { title: 'Match, partly right', question: match, answer: pair([2, 1, 0]), verdict: 'right' },
  { title: 'Match, wrong', question: match, answer: pair([0, 2, 1]), verdict: 'wrong' },
  { title: 'Match, not known', question: match, answer: pair([]), verdict: 'wrong' },
  { title: 'Place, right', question: place, answer: pick(place, 0), verdict: 'right' },
  { title: 'Place, wrong', question: place, answer: pick(place, 2), verdict: 'wrong' },
  {
    title: 'Recall, remembered',
    question: recall,
    answer: { format: 'recall', remembered: true },
    verdict: 'right',
  },
  {
    title: 'Recall, forgotten',
    question: recall,
    answer: { format: 'recall', remembered: false },
    verdict: 'wrong',
  },
];

export const decks = [
  { title: 'Dates', count: 24, due: 6, fresh: 4, mastery: 0.62 },
  { title: 'Reactions from abroad', count: 18, due: 0, fresh: 18, mastery: 0 },
  { title: 'The great storm', count: 1204, due: 0, fresh: 0, mastery: 1 },
] as const;

export const again = [
  { id: 'a', stem: 'Which town offered Sandhaven timber for the quay?', answer: 'Kaldö' },
  { id: 'b', stem: 'On which day did the mole give way?', answer: '3 March 1911' },
] as const;
