import type { StudyDay } from '#lib/base/time.ts';
import { describe, expect, it } from 'vitest';
import { cardA, cardB, handLog, tallyOf } from './hand-log.ts';
import { logStatistics } from './statistics.ts';

const stats = logStatistics(tallyOf(handLog()), '2026-03-10' as StudyDay);

describe('the small log, by hand', () => {
  it('H1 counts seven reviews', () => {
    expect(stats.reviews).toBe(7);
  });

  it('T1 T2 retention: four scored, two recalled; one of them mature', () => {
    const { all, young, mature } = stats.retention.ever;
    expect(all).toMatchObject({ of: 4, share: 0.5 });
    expect(young).toMatchObject({ of: 3, share: 2 / 3 });
    expect(mature).toMatchObject({ of: 1, share: 0 });
    // Wilson's interval of 2 of 4, from a table.
    expect(all?.low).toBeCloseTo(0.15, 3);
    expect(all?.high).toBeCloseTo(0.85, 3);
    expect(stats.retention.today.all).toMatchObject({ of: 1, share: 0 });
  });

  it('T1 by day, by week from Monday, by month', () => {
    const of = (span: 'day' | 'week' | 'month') =>
      stats.retentionBy[span].map(({ from, all }) => [from, all?.of, all?.share]);
    expect(of('day')).toEqual([
      ['2026-01-04', 1, 1],
      ['2026-01-29', 2, 0.5],
      ['2026-03-10', 1, 0],
    ]);
    expect(of('week')).toEqual([
      ['2025-12-29', 1, 1],
      ['2026-01-26', 2, 0.5],
      ['2026-03-09', 1, 0],
    ]);
    expect(of('month')).toEqual([
      ['2026-01', 3, 2 / 3],
      ['2026-03', 1, 0],
    ]);
  });

  it('G1 grades by the age of the memory', () => {
    expect(stats.grades).toEqual({
      first: { again: 1, hard: 0, good: 1, easy: 0 },
      'same-day': { again: 0, hard: 0, good: 1, easy: 0 },
      young: { again: 1, hard: 0, good: 2, easy: 0 },
      mature: { again: 1, hard: 0, good: 0, easy: 0 },
    });
  });

  it('G2 hours of the wall clock', () => {
    expect(stats.hours[9]).toEqual({ reviews: 5, of: 2, hits: 1 });
    expect(stats.hours[20]).toEqual({ reviews: 2, of: 2, hits: 1 });
    expect(stats.hours.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(7);
  });

  it('X1 the Gull was taken for the Heron twice', () => {
    expect(stats.confusions).toEqual([
      { chosen: 'Gull', right: 'Heron', times: 2, cardIds: [cardB], lastDay: '2026-01-29' },
    ]);
  });

  it('P2 log loss, one step ahead', () => {
    const { losses } = stats;
    // Predictions 0.88095, 0.85449 (A), 0.48289 (B, after 28 days) and 0.93862, from the formulas of FSRS-6.
    // The averages predict 1/2, 2/3, 3/4 and 3/5 of what came: yes, yes, no, no.
    const average = -(Math.log(1 / 2) + Math.log(2 / 3) + Math.log(1 / 4) + Math.log(2 / 5)) / 4;
    expect(losses).toMatchObject({ of: 4, recalled: 0.5 });
    expect(losses?.scheduler).toBeCloseTo(0.93353, 4);
    expect(losses?.average).toBeCloseTo(average, 10);
    expect(losses?.moving).toBeCloseTo(average, 10);
  });

  it('P3 says nothing of calibration after four', () => {
    expect(stats.calibration).toEqual([]);
  });

  it('X1 keeps a right option apart by the form of its question', () => {
    expect(stats.confusions.every(({ cardIds }) => !cardIds.includes(cardA))).toBe(true);
  });
});
