import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { fold, foldTight, holdsPhrase } from './fold.ts';

describe('folding', () => {
  it.each([
    ['Əliyev', 'Aliyev'],
    ['ÇAVUŞOĞLU', 'cavusoglu'],
    ['İlham', 'ilham'],
    ['Kılıç', 'kilic'],
    ['Nagorno-Karabakh', 'nagorno karabakh'],
    ['the Dockers’ Guild', "Dockers' Guild"],
    ['Wałęsa', 'Walesa'],
    // The first letters are Cyrillic.
    ['Аrmеnia', 'Armenia'],
  ])('%s is %s', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('is the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('finds a phrase only as whole words', () => {
    expect(holdsPhrase('In Armenia’s capital', 'Armenia')).toBe(false);
    expect(holdsPhrase('the army of Armenia, in 2020', 'armenia')).toBe(true);
    expect(foldTight('Nagorno Karabakh')).toBe('nagornokarabakh');
  });
});

describe('edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['pashinyan', 'pashinian', 1],
    ['pashinyan', 'pahsinyan', 1],
    ['kitten', 'sitting', 3],
    ['same', 'same', 0],
  ])('%s and %s', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetrical, and stops beyond its limit', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const full = editDistance(a, b);
        expect(editDistance(b, a)).toBe(full);
        expect(editDistance(a, b, 2)).toBe(Math.min(full, 3));
      }),
    );
  });
});
