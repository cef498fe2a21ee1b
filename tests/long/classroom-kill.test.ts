import { expect, test } from '@playwright/test';
import { killAgainAndAgain } from '../classroom/kills.ts';
import { removeBundle } from '../classroom/server-process.ts';

const kills = Number(process.env['FOOTNOTE_SERVER_KILLS'] ?? 100);
const students = Number(process.env['FOOTNOTE_STUDENTS'] ?? 200);
/** Of the times measured on a machine that has other work too, this share has to be within bounds. */
const SHARE = 0.9;

const within = (values: readonly number[], bound: number) =>
  values.filter((value) => value <= bound).length / Math.max(1, values.length);

test(`no acknowledged answer of ${students} students is lost when the server is killed ${kills} times`, async () => {
  const report = await killAgainAndAgain(kills, students, Date.now());
  removeBundle();
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b).map(Math.round);
  console.log(
    `${report.acknowledged} acknowledged, ${report.lost.length} lost, ${report.doubled} double\n` +
      `ready again after ${sorted(report.startedMs).join(' ')} ms\n` +
      `everybody back after ${sorted(report.resumedMs).join(' ')} ms\n` +
      `the end of a question moved by ${sorted(report.endMovedMs).join(' ')} ms`,
  );
  expect(report.acknowledged).toBeGreaterThanOrEqual(students * 6);
  expect(report.lost).toEqual([]);
  expect(report.doubled).toBe(0);
  expect(report.broken).toEqual([]);
  expect(report.scoresMoved).toBe(0);
  expect(report.resumedMs).toHaveLength(kills);
  expect(within(report.resumedMs, 1500)).toBeGreaterThanOrEqual(SHARE);
  expect(within(report.endMovedMs, 100)).toBeGreaterThanOrEqual(SHARE);
});
