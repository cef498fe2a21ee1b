import { expect, test } from 'vitest';
import type { Passage } from '#lib/content/pack-index.ts';
import { numbersOf } from './note-numbers.ts';

const source: Passage['source'] = {
  id: 'report',
  file: 'report.txt',
  outlet: 'Sandhaven Gazette',
  published: { date: '1911-03-04', basis: 'stated', because: 'It is printed there.' },
  perspective: 'Written in the harbour.',
  shared_with: [],
  left_out: [],
};
const passage = (paragraph: number, ...anchors: string[]): Passage => ({
  source,
  paragraph,
  anchors,
  voice: null,
});
const notes = [1, 2, 3, 4, 5].map((paragraph) => passage(paragraph, 'eleven ships', 'the mole'));
const alike = (...paragraphs: number[]) =>
  paragraphs.map((paragraph) => passage(paragraph, 'eleven ships', 'the mole'));

test.each([
  { paragraphs: [1], numbers: '1' },
  { paragraphs: [1, 2], numbers: '1\u20092' },
  { paragraphs: [3, 4, 5], numbers: '3–5' },
  { paragraphs: [5, 4, 3], numbers: '3–5' },
  { paragraphs: [1, 2, 4], numbers: '1\u20092\u20094' },
  { paragraphs: [2, 2, 2], numbers: '2' },
])('the notes of paragraphs $paragraphs are $numbers', ({ paragraphs, numbers }) => {
  expect(numbersOf(alike(...paragraphs), notes)).toBe(numbers);
});

test('what another passage of the paragraph says is another note', () => {
  const others = [passage(1, 'four ships'), passage(1, 'eleven ships', 'the mole')];
  expect(numbersOf(alike(1), others)).toBe('2');
});
