import { describe, expect, test } from 'vitest';
import { messages } from './en.ts';
import { answerMessages } from './en-answer.ts';

describe('dates', () => {
  test.each([
    ['1911', '1911'],
    ['1911-03', 'March 1911'],
    ['1911-03-04', '4 March 1911'],
    ['1911-03-04/1911-03-09', '4 – 9 March 1911'],
    ['1911-03-30/1911-04-02', '30 March – 2 April 1911'],
    ['1911-03/1911-05', 'March – May 1911'],
    ['1911-03/1911-05-02', 'March 1911 – 2 May 1911'],
  ])('%s reads %s', (iso, text) => {
    expect(messages.date(iso)).toBe(text);
  });

  test('anything else is a defect', () => {
    expect(() => messages.date('March')).toThrow('Not a date');
  });
});

test('plurals', () => {
  expect([messages.cards(0), messages.cards(1), messages.cards(1200)]).toEqual([
    '0 cards',
    '1 card',
    '1,200 cards',
  ]);
  expect([answerMessages.footnote.reports(1), answerMessages.footnote.reports(3)]).toEqual([
    'One report',
    '3 independent reports',
  ]);
});
