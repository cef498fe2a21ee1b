import { describe, expect, it } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import {
  holdsAmount,
  holdsDate,
  holdsEntity,
  isInflectionOf,
  ownForms,
  printsDate,
  printsDay,
} from './held.ts';
import { numbersIn } from './numbers.ts';
import { indexPack } from './pack-index.ts';
import { findWhole, monthsIn, normalisePrint, quotationsIn, wordsOf } from './words.ts';

describe('numbers in a text', () => {
  it.each<[string, number[]]>([
    ['some 6,000 lives', [6000]],
    ['nineteen days', [19]],
    ['forty-four days, then forty four more', [44, 44]],
    ['fifteen hundred crates', [1500]],
    ['two hundred and forty dockers', [240]],
    ['1.2 million people and 3 thousand others', [1.2e6, 3000]],
    ['one hundred and twelve thousand three hundred', [112_300]],
    ['15 to 20 percent', [15, 20]],
    ['two, three or four', [2, 3, 4]],
    ['the 1990s, a 45-year-old, 8%', [1990, 45, 8]],
    ['1,23 is no thousand', [1, 23]],
    ['someone often weighs, and a few', []],
    ['several and many', []],
  ])('%s', (text, values) => {
    expect(numbersIn(text).map((number) => number.value)).toEqual(values);
  });
});

describe('what an anchor holds', () => {
  it.each<[string, string, boolean]>([
    ['piet-lamb', "Lamb's removal", true],
    ['piet-lamb', 'Lambert', false],
    ['ines-okonjo', 'Inés Okonjo', true],
    ['norrland', 'Norrlanders', true],
    ['norrland', 'embassy of Norrland', true],
    ['norrland', 'North', false],
    ['dockers-guild', 'Dockers’ Guild', true],
    ['harbour-council', 'Harbour', false],
  ])('%s by %s: %s', async (id, anchor, held) => {
    expect(holdsEntity(indexPack(await loadFixturePack()), id, anchor)).toBe(held);
  });

  it('a person without a name is known by no part of the description', () => {
    const envoy = {
      id: 'envoy',
      type: 'person',
      name: "Norrland's envoy",
    } as const;
    expect(ownForms({ ...envoy, aliases: [], offices: [], not_to_be_confused_with: [] })).toEqual([
      "Norrland's envoy",
    ]);
  });

  it('a stem is all of a name but two letters, at least four', () => {
    expect(isInflectionOf('turkish', 'turkey')).toBe(true);
    expect(isInflectionOf('armed', 'armenia')).toBe(false);
    expect(isInflectionOf('iraq', 'iran')).toBe(false);
  });

  it('amounts whole, never a part of another number', () => {
    expect(holdsAmount(6000, '6,000 lives')).toBe(true);
    expect(holdsAmount(6, '6,000 lives')).toBe(false);
  });

  it.each<[string, string, boolean]>([
    // 25 February 2021 was a Thursday, 1 January 1960 a Friday.
    ['2021-02-25', 'on Thursday', true],
    ['2021-02-25', 'on Wednesday', false],
    ['1960-01-01', 'Friday', true],
    ['2021-02-25', 'February', true],
    ['2021-02-25', 'they march', false],
    ['2021-02-25', '25', true],
    ['2020-09/2020-11', 'early November', true],
    ['2020', '2020', true],
    ['2020', 'Monday', false],
  ])('the date %s by %s: %s', (date, anchor, held) => {
    expect(holdsDate(date, anchor)).toBe(held);
  });

  it('a day as such needs day and month', () => {
    expect(printsDay('1999-02-20', '20 February')).toBe(true);
    expect(printsDay('1999-02-20', 'February')).toBe(false);
  });
});

describe('words', () => {
  it('are folded: no marks, no case, no invisible letters', () => {
    expect(wordsOf('Çavuşoğlu’s co\u00ADoperation, ﬁne')).toEqual([
      'cavusoglu',
      's',
      'cooperation',
      'fine',
    ]);
  });

  it('stand whole', () => {
    expect(findWhole('42 in 1,420', '42')).toBe(0);
    expect(findWhole('in 1,420 and 420', '420')).toBe(13);
    expect(findWhole('coups', 'coup')).toBe(-1);
  });

  it('name a month only with a capital letter', () => {
    expect(monthsIn('They may march in March, not on 3 Nov 2020')).toEqual([3, 11]);
  });

  it('between quotation marks of either form', () => {
    expect(quotationsIn('He said “one two” and "three", it’s so')).toEqual(['one two', 'three']);
  });
});

describe('print', () => {
  it('has one white space, also where a printer set one that does not break', () => {
    expect(normalisePrint('in\u00a0Port\u202f Ellery')).toBe('in Port Ellery');
  });

  it.each([
    ['1999-03', '12 March 1999', true],
    ['1999-03-12', 'March 12, 1999', true],
    ['1999-03-11', '12 March 1999', false],
    ['1999-04', '12 March 1999', false],
    ['1999', 'in March', false],
  ])('gives the date %s in “%s”: %s', (date, text, printed) => {
    expect(printsDate(date, text)).toBe(printed);
  });
});
