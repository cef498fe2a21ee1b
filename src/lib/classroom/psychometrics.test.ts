import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alpha,
  discrimination,
  gain,
  groupsOf,
  newcombe,
  pointBiserial,
  proportion,
  type Estimate,
} from './psychometrics.ts';

/** Five students, three items; every figure below was worked out by hand. */
const rows = [
  [1, 1, 1],
  [1, 1, 0],
  [1, 0, 0],
  [0, 0, 0],
  [1, 1, 1],
];
const scored = (item: number) =>
  rows.map((row) => ({ total: row.reduce((a, b) => a + b), right: row[item] === 1 }));
const valueOf = (estimate: Estimate) => (estimate.known ? estimate.value : estimate.why);

describe('intervals', () => {
  test.each([
    // Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 20, 0.6791, 1],
  ])('Newcombe: %d of %d less %d of %d', (a, nA, b, nB, low, high) => {
    expect(newcombe(a, nA, b, nB).low).toBeCloseTo(low, 4);
    expect(newcombe(a, nA, b, nB).high).toBeCloseTo(high, 4);
  });

  test('every share lies in its interval, and the interval within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 300 }), (s, n) => {
        const share = proportion(Math.min(s, n), n);
        if (!share.known) throw new Error('n is at least 1');
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.low).toBeLessThanOrEqual(share.value + 1e-12);
        expect(share.high).toBeGreaterThanOrEqual(share.value - 1e-12);
        expect(share.high).toBeLessThanOrEqual(1);
        expect(share.enough).toBe(n >= 30);
      }),
    );
  });
});

describe('items', () => {
  test('upper and lower 27 %: ties at the edge share its places', () => {
    // Of five, 27 % is one place: the two with 3 points share it.
    expect(groupsOf([3, 2, 1, 0, 3])).toEqual([
      { upper: 0.5, lower: 0 },
      { upper: 0, lower: 0 },
      { upper: 0, lower: 0 },
      { upper: 0, lower: 1 },
      { upper: 0.5, lower: 0 },
    ]);
  });

  test('discrimination of eleven students, groups of three', () => {
    // Upper three (11, 10, 9): two right; lower three (1, 2, 3): one right.
    const right = [11, 10, 6, 3];
    const students = Array.from({ length: 11 }, (_, i) => ({
      total: i + 1,
      right: right.includes(i + 1),
    }));
    expect(valueOf(discrimination(students))).toBeCloseTo(2 / 3 - 1 / 3, 12);
  });

  test('the point-biserial correlation leaves the item’s own point out of the total', () => {
    // Item 2 against the rest 2, 1, 1, 0, 2: 1.4 / √(1.2 × 2.8)
    expect(valueOf(pointBiserial(scored(1)))).toBeCloseTo(0.763763, 6);
  });

  test('groups hold 27 % of the class, whatever its totals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 60 }), (totals) => {
        const size = Math.max(1, Math.round(totals.length * 0.27));
        const groups = groupsOf(totals);
        expect(groups.reduce((n, { upper }) => n + upper, 0)).toBeCloseTo(size, 9);
        expect(groups.reduce((n, { lower }) => n + lower, 0)).toBeCloseTo(size, 9);
      }),
    );
  });
});

describe('reliability', () => {
  test('alpha of three items', () => {
    // Variances 0.2 + 0.3 + 0.3, of the totals 1.7: 3/2 × (1 − 0.8/1.7)
    expect(valueOf(alpha(rows))).toBeCloseTo(0.794118, 6);
  });

  test('its interval is Bonett’s', () => {
    // ln(1 − 0.794118) ± 1.959964 √(6 / (2 × 3)), by hand
    const found = alpha(rows);
    expect(found.known && found.low).toBeCloseTo(1 - Math.exp(-1.58045 + 1.959964), 4);
    expect(found.known && found.high).toBeCloseTo(1 - Math.exp(-1.58045 - 1.959964), 4);
  });

  test('equal items agree wholly, unrelated ones not at all', () => {
    const equal = [
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ];
    const unrelated = [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(valueOf(alpha(equal))).toBeCloseTo(1, 12);
    expect(valueOf(alpha(unrelated))).toBeCloseTo(0, 12);
  });
});

describe('gain', () => {
  test('from vote to revote, with Agresti and Min’s interval', () => {
    // 10 students: 4 won, 1 lost. (4 − 1)/10; with half a student in each cell 3/12 ± z √(6 − 9/12)/12
    const votes = [
      ...Array.from({ length: 4 }, () => ({ before: false, after: true })),
      { before: true, after: false },
      ...Array.from({ length: 5 }, () => ({ before: true, after: true })),
    ];
    const found = gain(votes);
    expect(valueOf(found)).toBeCloseTo(0.3, 12);
    expect(found.known && found.low).toBeCloseTo(0.25 - 0.374237, 5);
    expect(found.known && found.high).toBeCloseTo(0.25 + 0.374237, 5);
  });
});

describe('degenerate classes', () => {
  const one = [{ total: 2, right: true }];
  const allRight = Array.from({ length: 40 }, () => ({ total: 5, right: true }));

  test('nobody', () => {
    expect([proportion(0, 0), discrimination([]), pointBiserial([]), alpha([]), gain([])]).toEqual(
      Array.from({ length: 5 }, () => ({ known: false, why: 'nobody' })),
    );
  });

  test('one student', () => {
    expect(discrimination(one)).toEqual({ known: false, why: 'alike' });
    expect(pointBiserial(one)).toEqual({ known: false, why: 'alike' });
    expect(alpha([[1, 0]])).toEqual({ known: false, why: 'few' });
    expect(proportion(1, 1)).toMatchObject({ value: 1, high: 1, enough: false });
  });

  test('all right', () => {
    expect(discrimination(allRight)).toEqual({ known: false, why: 'alike' });
    expect(pointBiserial(allRight)).toEqual({ known: false, why: 'alike' });
    expect(alpha(allRight.map(() => [1, 1, 1]))).toEqual({ known: false, why: 'alike' });
    expect(proportion(40, 40)).toMatchObject({ value: 1, enough: true });
  });

  test('never a figure that is no number', () => {
    const classes = fc.array(fc.array(fc.constantFrom(0, 1), { minLength: 4, maxLength: 4 }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(classes, (points) => {
        const students = points.map((row) => ({
          total: row.reduce<number>((a, b) => a + b, 0),
          right: row[0] === 1,
        }));
        for (const found of [alpha(points), discrimination(students), pointBiserial(students)])
          if (found.known)
            for (const figure of [found.value, found.low, found.high])
              expect(Number.isFinite(figure)).toBe(true);
        expect(points.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
