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

/** The device is so many times slower than this machine. */
const SLOWDOWN = 4;

/**
 * The longest task of the page's main thread while something is done, in milliseconds of the slower device.
 * It is time of the processor: what else the machine has to do does not count.
 */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('a page has a browser');
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await work();
  const trace = (await browser.stopTracing()).toString('utf8');
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(({ pid, tid, tdur }) => tdur && mains.has(`${pid}/${tid}`));
  // That tasks are found at all is part of what is tested.
  expect(tasks.length).toBeGreaterThan(0);
  return (Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000) * SLOWDOWN;
}

/** As Chromium writes it; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time of the processor that a task took. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

test(`the log with ${COUNT} events opens at once, is paged through and undone in without a long task`, async ({
  page,
}) => {
  test.setTimeout(1_800_000);
  await addToLog(page, longPast(), 600_000);
  const rows = page.getByRole('main').getByRole('listitem');
  const older = page.getByRole('link', { name: 'Older' });
  const figures: Record<string, number> = {};
  const print = (name: string, ms: number) =>
    process.stdout.write(`log  ${name.padEnd(40)} ${ms.toFixed(0).padStart(6)}\n`);
  const timed = async (name: string, work: () => Promise<void>) => {
    const at = Date.now();
    await work();
    const ms = Date.now() - at;
    figures[name] = Math.max(ms, figures[name] ?? 0);
    print(name, ms);
  };

  const reading = await longestTask(page, async () => {
    await timed('usable (ms)', async () => {
      await page.goto('/log');
      await expect(page.getByText('1 to 50 of 100,000')).toBeVisible();
      await expect(rows).toHaveCount(50);
    });
    for (const range of ['51 to 100', '101 to 150', '151 to 200']) {
      await timed('a page on (ms)', async () => {
        await older.click();
        await expect(page.getByText(`${range} of 100,000`)).toBeVisible();
      });
      await page.mouse.wheel(0, 3000);
    }
    await timed('all traced (ms)', () =>
      expect(rows.first()).toContainText('Comes again', { timeout: 300_000 }),
    );
    await older.click();
    await expect(rows.first()).toContainText('Comes again');
    await page.goto('/log?page=2000');
    await expect(page.getByText('99,951 to 100,000 of 100,000')).toBeVisible();
    await expect(rows.first()).toContainText('Comes again', { timeout: 300_000 });
  });

  /** Takes back and puts back again an event, the newest or the oldest of all. */
  const undoing = (name: string, address: string, which: 'newest' | 'oldest') =>
    longestTask(page, async () => {
      const row = which === 'newest' ? rows.nth(1) : rows.last();
      await page.goto(address);
      await expect(rows.first()).toBeVisible();
      await timed(`${name} shown (ms)`, async () => {
        // By key, since a tap on a page that has just come is taken for one on what was there before.
        const button = (which === 'newest' ? rows.first() : row).getByRole('button');
        await button.press('Enter');
        await expect(row).toContainText('Taken back', { timeout: 300_000 });
      });
      const back = row.getByRole('button', { name: /^Put back/ });
      await back.press('Enter', { timeout: 300_000 });
      await expect(page.getByRole('status')).toContainText('Put back', { timeout: 300_000 });
    });
  const newest = await undoing('undo of the newest', '/log', 'newest');
  const oldest = await undoing('undo of the oldest', '/log?page=2001', 'oldest');

  print('longest task while reading (ms)', reading);
  print('longest task, undo of the newest (ms)', newest);
  print('longest task, undo of the oldest (ms)', oldest);
  expect(figures['usable (ms)']).toBeLessThan(USABLE_WITHIN_MS);
  expect(reading).toBeLessThan(LONGEST_TASK_MS);
  expect(newest).toBeLessThan(LONGEST_TASK_MS);
  expect(oldest).toBeLessThan(LONGEST_TASK_MS);
});
