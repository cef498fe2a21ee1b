import type { Page } from '@playwright/test';
import { cardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { expect, test } from '../e2e/app.ts';
import { addToLog } from '../e2e/seeded-log.ts';

const COUNT = 100_000;
const CARDS = 2000;
const USABLE_WITHIN_MS = 2000;
const LONGEST_TASK_MS = 200;

function longPast(): LogEvent[] {
  const device = createDevice('past', '2021-01-01T09:00:00Z', 'UTC');
  return Array.from({ length: COUNT }, (_, n) => {
    device.at = (device.at + 1_500_000) as Instant;
    const card = cardId('past', `fact-${n % CARDS}`, 'when');
    return device.review(card, n % 9 === 0 ? 'again' : 'good');
  });
}

/** Notes how long the main thread was kept busy at a time, from the first moment of every page. */
async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
}

const takeTasks = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks.splice(0));

const longest = (tasks: readonly number[]) => Math.max(0, ...tasks);

test(`the log with ${COUNT} events opens at once, is paged through and undone in without a long task`, async ({
  page,
}) => {
  test.setTimeout(900_000);
  await watchTasks(page);
  await addToLog(page, longPast(), 600_000);
  await takeTasks(page);
  const rows = page.getByRole('main').getByRole('listitem');

  const opened = Date.now();
  await page.goto('/log');
  await expect(page.getByText('1 to 50 of 100,000')).toBeVisible();
  await expect(rows).toHaveCount(50);
  const usableAfter = Date.now() - opened;

  const older = page.getByRole('link', { name: 'Older' });
  const paged: number[] = [];
  for (const range of ['51 to 100', '101 to 150', '151 to 200']) {
    const at = Date.now();
    await older.click();
    await expect(page.getByText(`${range} of 100,000`)).toBeVisible();
    paged.push(Date.now() - at);
    await page.mouse.wheel(0, 3000);
  }
  await expect(rows.first()).toContainText('Comes again', { timeout: 120_000 });
  const traced = Date.now() - opened;
  await older.click();
  await expect(rows.first()).toContainText('Comes again');
  await page.goto('/log?page=2000');
  await expect(page.getByText('99,951 to 100,000 of 100,000')).toBeVisible();
  await expect(rows.first()).toContainText('Comes again', { timeout: 120_000 });
  const reading = await takeTasks(page);

  await page.goto('/log');
  const undone = Date.now();
  await rows
    .first()
    .getByRole('button', { name: /^Take back/ })
    .click();
  await expect(page.getByText('1 to 50 of 100,001')).toBeVisible();
  await expect(rows.nth(1)).toContainText('Taken back');
  const undoneAfter = Date.now() - undone;
  await expect(rows.nth(1).getByRole('button', { name: /^Put back/ })).toBeVisible({
    timeout: 120_000,
  });
  const undoing = await takeTasks(page);

  const figures = {
    'usable (ms)': usableAfter,
    'a page on (ms)': longest(paged),
    'all traced (ms)': traced,
    'longest task while reading (ms)': longest(reading),
    'undo shown (ms)': undoneAfter,
    'longest task of the undo (ms)': longest(undoing),
  };
  for (const [name, ms] of Object.entries(figures)) {
    process.stdout.write(`log  ${name.padEnd(36)} ${String(ms).padStart(6)}\n`);
  }
  expect(usableAfter).toBeLessThan(USABLE_WITHIN_MS);
  expect(longest(reading)).toBeLessThan(LONGEST_TASK_MS);
  expect(longest(undoing)).toBeLessThan(LONGEST_TASK_MS);
});
