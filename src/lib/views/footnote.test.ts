import { expect, test } from 'vitest';
import type { Entity, Source } from '#lib/content/schema.ts';
import { publisherOf, quotedAnchors, voiceOf } from './footnote.ts';

const report = (names: Pick<Source, 'outlet' | 'agency'>): Source => ({
  id: 'report',
  file: 'report.txt',
  ...names,
  published: { date: '1911-03-04', basis: 'stated', because: 'It is printed there.' },
  perspective: 'Written in the harbour.',
  shared_with: [],
  left_out: [],
});

const person = (names: Pick<Entity, 'name' | 'in_text'>): Entity => ({
  id: 'person',
  type: 'person',
  ...names,
  aliases: [],
  offices: [],
  not_to_be_confused_with: [],
});

test('six words are quoted at most, anchors whole', () => {
  expect(quotedAnchors(['eleven ships', 'the long mole', '4 March'])).toEqual([
    'eleven ships',
    'the long mole',
  ]);
  expect(quotedAnchors(['a b c d', 'e f'])).toEqual(['a b c d', 'e f']);
});

test.each([
  { outlet: 'Sandhaven Gazette', text: 'Sandhaven Gazette' },
  {
    outlet: 'Sandhaven Gazette',
    agency: 'Coast Wire',
    text: 'Sandhaven Gazette, after Coast Wire',
  },
  { outlet: 'unnamed', agency: 'Coast Wire', text: 'Coast Wire' },
  { outlet: 'unnamed', text: 'Unnamed report' },
])('published by: $text', ({ text, ...names }) => {
  expect(publisherOf(report(names))).toBe(text);
});

test('on whose word', () => {
  expect(voiceOf(null)).toBe('In the report’s own words');
  expect(voiceOf(person({ name: 'Ilse Dorn' }))).toBe('On the word of Ilse Dorn');
  expect(voiceOf(person({ name: 'Harbour Board', in_text: 'the Harbour Board' }))).toBe(
    'On the word of the Harbour Board',
  );
});
