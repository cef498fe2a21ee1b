import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { lintItem } from './rules.ts';

const rulesOf = (item: Item) => lintItem(item).map(({ rule }) => rule);

describe('a coupling of two accounts', () => {
  const coupling: Item = {
    format: 'corroboration',
    stem: 'On the length of the strike: (1) nine days; (2) two weeks. Whose account is which?',
    options: [
      'Both from the Courier',
      '(1) the Courier, (2) the Lantern',
      '(1) the Lantern, (2) the Courier',
      'Both from the Lantern',
    ],
    key: 1,
  };

  it('is sound as a corroboration', () => {
    expect(rulesOf(coupling)).toEqual([]);
  });

  it('is a list of combinations in any other format', () => {
    for (const format of ['choice', 'attribution'] as const)
      expect(rulesOf({ ...coupling, format })).toEqual(
        expect.arrayContaining(['gratuitous_text', 'complex_options', 'two_keys']),
      );
  });

  it.each([
    ['a third giver', 'Both from the Gazette'],
    ['a way that stands there twice', '(1) the Courier, (2) the Lantern'],
    ['another kind of option', 'Both (1) and (2)'],
  ])('is none with %s', (_what, option) => {
    const options = [...coupling.options.slice(0, 3), option];
    expect(rulesOf({ ...coupling, options })).toContain('complex_options');
  });
});

it('events that stand below the stem can be pointed to, other things cannot', () => {
  const stem = 'In which order did these events happen, from the earliest to the latest?';
  const item = { stem, options: [], key: null };
  expect(rulesOf({ ...item, format: 'order' })).toEqual([]);
  expect(rulesOf({ ...item, format: 'recall' })).toContain('unclear_stem');
  const other = { ...item, stem: 'In which order did those people arrive at the harbour?' };
  expect(rulesOf({ ...other, format: 'order' })).toContain('unclear_stem');
});

it('who said what can be asked of pairs, and of nothing else', () => {
  const item = { stem: 'In the Courier’s report, who said what?', options: [], key: null };
  expect(rulesOf({ ...item, format: 'match' })).toEqual([]);
  expect(rulesOf({ ...item, format: 'recall' })).toContain('unfocused_stem');
  const vague = { ...item, stem: 'What did Marta Quill say?' };
  expect(rulesOf({ ...vague, format: 'match' })).toContain('unfocused_stem');
});

it('those who are asked for are as long as they are called, and no other key is', () => {
  const item: Item = {
    stem: 'Whose words on the strike were “a lantern in the fog”?',
    options: ['A secretary of the Dockers’ Guild whom nobody named', 'a pilot', 'a cook'],
    key: 0,
  };
  expect(rulesOf({ ...item, format: 'attribution' })).not.toContain('longest_key');
  expect(rulesOf({ ...item, format: 'choice' })).toContain('longest_key');
});
