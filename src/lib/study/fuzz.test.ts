import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzzRange, pickDay, plainDay } from './fuzz.ts';

const range = (interval: number, least = 1, most = 36_500) => {
  const { least: from, most: to } = fuzzRange(interval, least, most);
  return [from, to];
};

it('S9 has the ranges of Anki', () => {
  // By hand: 1 day and 15 % of what lies from 2.5 to 7, 10 % from 7 to 20, 5 % beyond.
  expect(range(2.4)).toEqual([2, 2]);
  expect(range(2.5)).toEqual([2, 4]);
  expect(range(7)).toEqual([5, 9]);
  expect(range(20)).toEqual([17, 23]);
  expect(range(100)).toEqual([93, 107]);
});

it('S9 keeps between the least and the most that it is given', () => {
  expect(range(20, 22)).toEqual([22, 25]);
  // 6.7 days around 95, not around 100.
  expect(range(100, 1, 95)).toEqual([88, 95]);
  expect(range(5, 40, 30)).toEqual([30, 30]);
  // Raised to 3 days first, and then 1.1 days around them.
  expect(range(2.4, 3)).toEqual([3, 4]);
});

it('S9 picks every day of the range, and none beyond', () => {
  const days = fc.double({ min: 0, max: 5000, noNaN: true });
  const limits = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 5000 }));
  fc.assert(
    fc.property(
      days,
      limits,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (interval, [least, most], chance) => {
        const allowed = fuzzRange(interval, least, most);
        const day = pickDay(allowed, chance);
        expect(Number.isInteger(day)).toBe(true);
        expect(day).toBeGreaterThanOrEqual(Math.min(least, most));
        expect(day).toBeLessThanOrEqual(most);
        expect(allowed.least).toBeLessThanOrEqual(allowed.most);
        expect(plainDay(interval, least, most)).toBeLessThanOrEqual(most);
      },
    ),
  );
  const picked = new Set(
    Array.from({ length: 50 }, (_, n) => pickDay(fuzzRange(7, 1, 100), n / 50)),
  );
  expect(picked).toEqual(new Set([5, 6, 7, 8, 9]));
});
