/** How long the page of statistics takes on a slow phone with a long past. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { ensureBrowser } from '../../scripts/prepare.mjs';
import { serve } from '../../scripts/serve.mjs';
import { writeBackup } from '#lib/backup/write-backup.ts';
import type { Instant } from '#lib/base/time.ts';
import { pastReviews } from '../e2e/past-reviews.ts';
import type { Row } from './table.ts';

const REVIEWS = 100_000;
const CARDS = 2000;
const DAYS = 1000;
/** Of a laptop to a slow phone. */
const SLOWDOWN = 4;
const PATIENCE = 90_000;

export interface StatisticsTimes {
  /** Milliseconds from the address to the first figures, and to the last. */
  readonly first: number;
  readonly whole: number;
  /** The longest task of the page on the way. */
  readonly longestTask: number;
}

interface Watched {
  readonly tasks: { readonly start: number; readonly duration: number }[];
  first?: number;
  whole?: number;
}

/** Runs in the page from its beginning: notes long tasks, and when headings come. */
function watchPage(): void {
  const watched: Watched = { tasks: [] };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  // No named function in here: the page does not know how the command that runs this keeps names.
  setInterval(() => {
    if (document.querySelector('#forecast') !== null) watched.first ??= performance.now();
    if (document.querySelector('#answers') !== null && document.querySelector('#export') !== null)
      watched.whole ??= performance.now();
  }, 10);
}

async function visit(page: Page): Promise<StatisticsTimes> {
  await page.goto('/statistics');
  await page.locator('#export').waitFor({ timeout: PATIENCE });
  await page.locator('#answers').waitFor({ timeout: PATIENCE });
  return page.evaluate(async () => {
    // The last task is told a little after it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const {
      first = NaN,
      whole = NaN,
      tasks,
    } = (globalThis as unknown as { watched: Watched }).watched;
    const own = tasks.filter(({ start }) => start <= whole).map(({ duration }) => duration);
    return { first, whole, longestTask: Math.max(0, ...own) };
  });
}

/** A first visit, and one after it with a checkpoint at hand. */
export async function measureStatistics(): Promise<{
  readonly cold: StatisticsTimes;
  readonly warm: StatisticsTimes;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-statistics-'));
  const log = pastReviews({ reviews: REVIEWS, days: DAYS, cards: CARDS, until: new Date() });
  const created = Date.now() as Instant;
  const lines = [...writeBackup({ created, events: log, meta: new Map() })];
  const file = join(folder, 'past.footnote');
  await writeFile(file, gzipSync(lines.map((line) => `${line}\n`).join('')));
  const server = await serve();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    executablePath: ensureBrowser(),
    baseURL: server.url,
    timezoneId: 'UTC',
    viewport: { width: 390, height: 844 },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto('/settings');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText(/events added/).waitFor({ timeout: PATIENCE });
    await page.goto('about:blank');
    await page.addInitScript(watchPage);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const cold = await visit(page);
    await page.goto('about:blank');
    const warm = await visit(page);
    return { cold, warm };
  } finally {
    await context.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function benchStatistics(): Promise<Row[]> {
  const { cold, warm } = await measureStatistics();
  const rows = (visitName: string, times: StatisticsTimes): Row[] => [
    { what: `${visitName}: first figures`, value: times.first, unit: 'ms' },
    { what: `${visitName}: all figures`, value: times.whole, unit: 'ms' },
    { what: `${visitName}: longest task`, value: times.longestTask, unit: 'ms' },
  ];
  return [...rows('first visit', cold), ...rows('second visit', warm)];
}
