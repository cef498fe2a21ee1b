import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glossed, termId } from './glossary.ts';

const council = { term: 'Council', aliases: ['Harbour Council'], text: 'It runs the port.' };
const shift = { term: 'night shift', text: 'Work by lamplight.' };
const glossary = [council, shift];

const found = (text: string) =>
  glossed(text, glossary).flatMap(({ text, term }) => (term === null ? [] : [[text, term.term]]));

test('whole words are found in any case, the longest name first, each entry once', () => {
  expect(found('The Harbour Council and the council ran the Night shift.')).toEqual([
    ['Harbour Council', 'Council'],
    ['Night shift', 'night shift'],
  ]);
});

test('a part of a word or of a longer name is not the word', () => {
  expect(found('Councillors met; the Council Gazette wrote of night shifts.')).toEqual([]);
  expect(found('The Harbour Council Gazette; then the Council.')).toEqual([['Council', 'Council']]);
});

test('the segments joined are the text', () => {
  const words = fc.constantFrom('Council', 'night shift', 'a', '.', ' ', 'Harbour Council', 'é');
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join(' ');
      expect(
        glossed(text, glossary)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('without a glossary the text is left alone', () => {
  expect(glossed('Council', [])).toEqual([{ text: 'Council', term: null }]);
});

test('characters with a meaning in patterns are plain characters', () => {
  const odd = { term: 'C.S.(T)', text: 'x' };
  expect(glossed('the C.S.(T) met', [odd]).map(({ term }) => term)).toEqual([null, odd, null]);
});

test('a term has a name for addresses', () => {
  expect(termId({ term: 'The General Staff!', text: 'x' })).toBe('the-general-staff');
});
