import { expect, test } from 'vitest';
import type { ShownQuestion } from '#lib/classroom/visible.ts';
import { answerLines, answerOf, doubtAbout, type WrittenQuestion } from './answering.ts';

const nothing = { option: null, order: [], pairs: [], text: '' };
const order: ShownQuestion = { format: 'order', stem: '', items: ['a', 'b', 'c'] };
const match: ShownQuestion = { format: 'match', stem: '', left: ['x', 'y'], right: ['1', '2'] };
const choice: ShownQuestion = { format: 'choice', stem: '', options: ['Oslo', 'Bergen'] };

const number: WrittenQuestion = { format: 'number', stem: '', unit: 'days', isSpan: false };
const day: WrittenQuestion = { format: 'date', stem: '', precision: 'day' };
const range: WrittenQuestion = { format: 'date', stem: '', precision: 'range' };

test.each([
  ['a number', number, 'forty', 'not_a_number'],
  ['a number', number, '44 days', null],
  ['a number', number, 'about 44', null],
  ['a date', day, 'soon', 'not_a_date'],
  ['a date', day, '9 November 2020', null],
  ['a date', day, '1999', null],
  ['dates', range, 'soon to later', 'not_a_date'],
  ['dates', range, '3 May 1999 to 5 May 1999', null],
  ['dates', range, '3/5/1999 to 5/5/1999', null],
] as const)('%s “%s” is asked back: %s', (_, question, text, reason) => {
  expect(doubtAbout(question, text)?.reason ?? null).toBe(reason);
});

test('figures that can be read in two ways are asked back with both', () => {
  expect(doubtAbout(day, '5/6/1911')).toEqual({
    reason: 'day_or_month_first',
    readings: ['5 June 1911', '6 May 1911'],
  });
});

test('an answer is none before it is complete', () => {
  expect(answerOf(choice, nothing)).toBeNull();
  expect(answerOf(order, { ...nothing, order: [2, 0] })).toBeNull();
  expect(answerOf(match, { ...nothing, pairs: [1, null] })).toBeNull();
  expect(answerOf(choice, { ...nothing, option: 0 })).toMatchObject({ option: 0 });
  expect(answerOf(order, { ...nothing, order: [2, 0, 1] })).toEqual({
    format: 'order',
    order: [2, 0, 1],
  });
  expect(answerOf(match, { ...nothing, pairs: [1, 0] })).toEqual({
    format: 'match',
    pairs: [1, 0],
  });
});

test('an answer in words, one line for each part', () => {
  expect(answerLines(choice, { answer: { format: 'choice', option: 1, text: '' } })).toEqual([
    'Bergen',
  ]);
  expect(answerLines(order, { answer: { format: 'order', order: [2, 0, 1] } })).toEqual([
    'c',
    'a',
    'b',
  ]);
  expect(answerLines(match, { answer: { format: 'match', pairs: [1, 0] } })).toEqual([
    'x: 2',
    'y: 1',
  ]);
});
