/** The projections against an independent computation in Python of the same 12,580 real reviews. */
import { cardId } from '#lib/base/ids.ts';
import { studyDayAt, type Instant, type StudyDay } from '#lib/base/time.ts';
import { grades } from '#lib/study/card-state.ts';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import { foldLog } from '#lib/study/fold.ts';
import { describe, expect, it } from 'vitest';
import { hasRealLog, readRealLog } from '../../../tests/reference/real-log.ts';
import { sumOfDays } from './activity.ts';
import { tallyOf } from './hand-log.ts';
import { logStatistics } from './statistics.ts';

const HOUR_MS = 3_600_000;

/** As a learner in UTC−4 whose days begin at midnight. */
function realEvents() {
  const device = createDevice('anki', '2024-01-01T00:00:00Z', 'Etc/GMT+4');
  return readRealLog().map(({ card, rating, at, tookMs }) => {
    device.at = at as Instant;
    const event = device.record('cardReviewed', {
      ...answered(cardId('anki', String(card), 'when'), rating !== 1),
      grade: grades[rating - 1] ?? 'again',
      tookMs,
      modelId: 'fsrs-6/default',
    });
    return { ...event, day: studyDayAt((at - 4 * HOUR_MS) as Instant, 'UTC', 0) };
  });
}

describe.skipIf(!hasRealLog)('12,580 real reviews at offset −4', () => {
  const log = realEvents();
  const stats = logStatistics(tallyOf(log), '2024-10-06' as StudyDay);

  it('H4 T1 6,276 are scored, and 0.7798 of them were recalled', () => {
    const { all, young, mature } = stats.retention.ever;
    expect(all?.of).toBe(6276);
    expect(all?.share).toBeCloseTo(0.7798, 4);
    expect([young?.of, mature?.of]).toEqual([6203, 73]);
    expect([(young?.share ?? 0) * 6203, (mature?.share ?? 0) * 73].map(Math.round)).toEqual([
      4830, 64,
    ]);
  });

  it('G1 5,099 on the same day; grades by age', () => {
    const { first, young, mature } = stats.grades;
    const sameDay = stats.grades['same-day'];
    expect(Object.values(sameDay).reduce((sum, n) => sum + n, 0)).toBe(5099);
    expect([first, sameDay, young, mature].map(({ again, good }) => [again, good])).toEqual([
      [869, 336],
      [1425, 3674],
      [1373, 4829],
      [9, 64],
    ]);
  });

  it('P2 log loss of the default weights and of both baselines', () => {
    expect(stats.losses?.scheduler).toBeCloseTo(0.46504, 4);
    expect(stats.losses?.average).toBeCloseTo(0.52786, 4);
    expect(stats.losses?.moving).toBeCloseTo(0.50064, 4);
    expect(stats.losses?.predicted).toBeCloseTo(0.77892, 4);
  });

  it('P1 calibration holds every scored review, and about what was predicted', () => {
    const { calibration } = stats;
    expect(calibration).toHaveLength(10);
    const all = calibration.reduce((sum, { recalled }) => sum + recalled.of, 0);
    const mean = calibration.reduce((sum, g) => sum + g.predicted * g.recalled.of, 0) / all;
    const share = calibration.reduce((sum, { recalled: r }) => sum + r.share * r.of, 0) / all;
    expect(all).toBe(6276);
    expect(mean).toBeCloseTo(0.77892, 4);
    expect(share).toBeCloseTo(0.7798, 4);
  });

  it('T1 by month and by week', () => {
    const months = stats.retentionBy.month.map(({ from, all }) => [
      from,
      all?.of,
      Math.round((all?.share ?? 0) * (all?.of ?? 0)),
    ]);
    expect(months).toHaveLength(6);
    expect(months[0]).toEqual(['2024-03', 20, 14]);
    expect(months[1]).toEqual(['2024-05', 121, 64]);
    expect(months[4]).toEqual(['2024-09', 3147, 2568]);
    expect(months[5]).toEqual(['2024-10', 774, 645]);
    expect(stats.retentionBy.week).toHaveLength(12);
    expect(stats.retentionBy.week[2]).toMatchObject({ from: '2024-07-15', all: { of: 392 } });
  });

  it('G2 by the hour', () => {
    expect(stats.hours[13]).toEqual({ reviews: 2490, of: 1102, hits: 849 });
    expect(stats.hours[0]).toEqual({ reviews: 712, of: 471, hits: 385 });
    expect(stats.hours[5]).toEqual({ reviews: 0, of: 0, hits: 0 });
  });

  it('A1 days and minutes', () => {
    const { days } = foldLog(log);
    const sum = sumOfDays(days.values());
    expect(sum).toMatchObject({ daysStudied: 57, reviews: 12_580 });
    expect(sum.minutes).toBeCloseTo(161_532.699 / 60, 6);
    expect(days.get('2024-08-15' as StudyDay)?.reviews).toBe(672);
  });
});
