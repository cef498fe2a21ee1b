import { expect, test } from '@playwright/test';
import { measureStatistics } from '../bench/statistics.ts';

/** What a learner waits for figures, and what no finger should wait for, in milliseconds. */
const USABLE = 2000;
const LONGEST_TASK = 200;

test('statistics of 100,000 reviews on a slow phone', async () => {
  const { cold, warm } = await measureStatistics();
  process.stdout.write(`${JSON.stringify({ cold, warm })}\n`);
  expect(cold.first).toBeLessThan(USABLE);
  expect(warm.whole).toBeLessThan(USABLE);
  expect(cold.longestTask).toBeLessThan(LONGEST_TASK);
  expect(warm.longestTask).toBeLessThan(LONGEST_TASK);
});
