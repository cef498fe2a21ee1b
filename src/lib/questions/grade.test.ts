import { describe, expect, it } from 'vitest';
import type { Amount } from '#lib/content/schema.ts';
import { gradeAmount } from './grade-amount.ts';
import { gradeDate } from './grade-date.ts';
import { gradeName } from './grade-name.ts';
import { readAmount } from './read-amount.ts';
import { readDates } from './read-date.ts';
import { proposedGrade } from './grade.ts';

describe('Q9 names', () => {
  const accepted = ['Nikol Pashinyan', 'Pashinyan', 'Pashinian'];
  const confusable = ['Gasparyan', 'Pashinsky'];
  it.each([
    ['nikol pashinyan', 'right'],
    ['PASHINIAN', 'right'],
    ['Pashynyan', 'slip'],
    ['Nikol Pashinyna', 'slip'],
    ['Gasparyan', 'wrong'],
    // Two letters from Pashinyan, one from Pashinsky.
    ['Pashinsyy', 'wrong'],
    ['Aliyev', 'wrong'],
    ['', 'wrong'],
  ])('%s is %s', (text, verdict) => {
    expect(gradeName(text, accepted, confusable)).toBe(verdict);
  });

  it('forgives nothing in four letters, and no digit', () => {
    expect(gradeName('Irak', ['Iran'], [])).toBe('wrong');
    expect(gradeName('Group 1995', ['Group 1994'], [])).toBe('wrong');
  });
});

describe('reading numbers', () => {
  it.each([
    ['6,000', 6000],
    ['6 000', 6000],
    ['6.000', 6000],
    ['6k', 6000],
    ['six thousand', 6000],
    ['about 6000 people', 6000],
    ['~6,000', 6000],
    ['44 days', 44],
    ['forty-four days', 44],
    ['two hundred and fifty', 250],
    ['2.5 million', 2_500_000],
    ['1,250,000', 1_250_000],
    ['3,5', 3.5],
    ['a hundred', 100],
  ])('%s', (text, number) => {
    expect(readAmount(text)).toMatchObject({ low: number, high: number });
  });

  it('reads ranges, and nothing out of nothing', () => {
    expect(readAmount('15-20 per cent')).toMatchObject({ low: 15, high: 20 });
    expect(readAmount('from five to ten')).toMatchObject({ low: 5, high: 10 });
    expect(readAmount('15–20%')).toMatchObject({ low: 15, high: 20 });
    expect(readAmount('15%-20%')).toMatchObject({ low: 15, high: 20 });
    expect(readAmount('between 15 and 20 %')).toMatchObject({ low: 15, high: 20 });
    expect(readAmount('between fifteen and twenty')).toMatchObject({ low: 15, high: 20 });
    expect(readAmount('many')).toBeNull();
    expect(readAmount('a')).toBeNull();
  });
});

describe('Q17 amounts', () => {
  const amount = (number: Amount['number'], qualifier: Amount['qualifier'], unit = 'days') => ({
    number,
    qualifier,
    unit,
  });
  it.each([
    ['44', amount(44, 'exact'), 'right'],
    ['45', amount(44, 'exact'), 'near'],
    ['60', amount(44, 'exact'), 'wrong'],
    ['44 weeks', amount(44, 'exact'), 'wrong'],
    ['6,500', amount(6000, 'about', 'people'), 'right'],
    ['7,400', amount(6000, 'about', 'people'), 'near'],
    ['8,000', amount(6000, 'about', 'people'), 'wrong'],
    ['105', amount(105, 'at_least', 'soldiers'), 'right'],
    ['110', amount(105, 'at_least', 'soldiers'), 'near'],
    ['15 to 20', amount([15, 20], 'exact', 'per cent'), 'right'],
    ['16-21', amount([15, 20], 'exact', 'per cent'), 'right'],
    ['18', amount([15, 20], 'exact', 'per cent'), 'near'],
    ['40', amount([15, 20], 'exact', 'per cent'), 'wrong'],
  ] as const)('%s', (text, key, verdict) => {
    expect(gradeAmount(text, [key])).toBe(verdict);
  });

  it('takes every compatible value', () => {
    expect(gradeAmount('42', [amount(44, 'exact'), amount(42, 'exact')])).toBe('right');
  });
});

describe('reading dates', () => {
  const day = { year: 2020, month: 11, day: 9 };
  it.each([
    ['9 Nov 2020', [day]],
    ['9th of November, 2020', [day]],
    ['November 9, 2020', [day]],
    ['Monday 9 November 2020', [day]],
    ['2020-11-09', [day]],
    ['9.11.2020', [day]],
    ['November 9', [{ month: 11, day: 9 }]],
    ['November 2020', [{ year: 2020, month: 11 }]],
    ['11/2020', [{ year: 2020, month: 11 }]],
    ['2020', [{ year: 2020 }]],
    [
      '5/6/2020',
      [
        { year: 2020, month: 6, day: 5 },
        { year: 2020, month: 5, day: 6 },
      ],
    ],
    ['25/2/2021', [{ year: 2021, month: 2, day: 25 }]],
    ['soon', []],
    ['9', []],
  ])('%s', (text, readings) => {
    expect(readDates(text)).toEqual(readings);
  });
});

describe('Q18 dates', () => {
  it.each([
    ['9 November 2020', '2020-11-09', 'right'],
    ['9/9/2020', '2020-09-09', 'right'],
    ['November 2020', '2020-11-09', 'near'],
    ['9 November', '2020-11-09', 'near'],
    ['10 November 2020', '2020-11-09', 'near'],
    ['11 November 2020', '2020-11-09', 'wrong'],
    ['9 November 2021', '2020-11-09', 'wrong'],
    ['2020', '2020-11-09', 'wrong'],
    ['5/11/2020', '2020-11-05', 'near'],
    ['6/7/2020', '2020-11-05', 'wrong'],
    ['November 2020', '2020-11', 'right'],
    ['12 November 2020', '2020-11', 'right'],
    ['December 2020', '2020-11', 'wrong'],
    ['2018', '2018', 'right'],
    ['27 September to 10 November 2020', '2020-09-27/2020-11-10', 'right'],
    ['27 September to 12 December 2020', '2020-09-27/2020-11-10', 'near'],
  ])('%s for %s', (text, date, verdict) => {
    expect(gradeDate(text, [date])).toBe(verdict);
  });
});

it('proposes again, hard or good, never easy', () => {
  expect((['wrong', 'near', 'slip', 'right'] as const).map(proposedGrade)).toEqual([
    'again',
    'hard',
    'good',
    'good',
  ]);
});
