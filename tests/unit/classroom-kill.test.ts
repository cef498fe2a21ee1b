import { afterAll, expect, test } from 'vitest';
import { killAgainAndAgain } from '../classroom/kills.ts';
import { removeBundle } from '../classroom/server-process.ts';

afterAll(removeBundle);

test('S2: an answer that was acknowledged outlives five kills of the server', async () => {
  const report = await killAgainAndAgain(5, 20, 1);
  expect(report.acknowledged).toBe(20 * 6);
  expect(report.lost).toEqual([]);
  expect(report.doubled).toBe(0);
  expect(report.broken).toEqual([]);
  expect(report.scoresMoved).toBe(0);
  expect(report.resumedMs).toHaveLength(5);
}, 120_000);
