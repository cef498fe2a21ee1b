import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { writeBackup } from '#lib/backup/write-backup.ts';
import type { Instant } from '#lib/base/time.ts';
import type { EventId, LogEvent } from '#lib/study/events.ts';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, watch } from './app.ts';
import { readCards, readLog } from './device.ts';
import { Student } from './student.ts';

/** Answers some questions and saves a backup. */
async function studyAndSave(page: Page, answers: number): Promise<Buffer> {
  await page.goto('/study');
  const student = new Student(page);
  for (let i = 0; i < answers; i++) {
    await student.answer({ right: i % 2 === 0 });
    await student.goOn();
  }
  await student.question();
  await page.goto('/settings');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).press('Enter');
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^footnote-\d{4}-\d\d-\d\d\.footnote$/);
  await expect(page.getByText(`Saved: ${answers} events.`)).toBeVisible();
  return readFile(await download.path());
}

async function restore(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Add a backup file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** The count that Settings shows. */
async function expectEntries(page: Page, count: string): Promise<void> {
  const term = page.locator('dt', { hasText: 'Entries in the log' });
  await expect(term.locator('+ dd')).toHaveText(count);
}

/** A second device: nothing of the first is there. */
async function otherDevice(context: BrowserContext, origin: string): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error('No browser');
  const other = await browser.newContext({ baseURL: origin });
  return other.newPage();
}

test('a backup goes to another device, once, and nothing is doubled', async ({
  page,
  context,
  origin,
}) => {
  const file = await studyAndSave(page, 3);
  const log = await readLog(page);

  const other = await otherDevice(context, origin);
  const problems = watch(other.context());
  await other.goto('/');
  await other.getByRole('link', { name: 'Restore it' }).click();
  await restore(other, 'a.footnote', file);
  await expect(other.getByText('3 events added, 0 were here already.')).toBeVisible();
  await expectEntries(other, '3');
  expect(await readLog(other)).toEqual(log);
  expect(await readCards(other)).toEqual(await readCards(page));

  await restore(other, 'a.footnote', file);
  await expect(other.getByText('0 events added, 3 were here already.')).toBeVisible();
  expect(await readLog(other)).toEqual(log);
  await other.reload();
  await expectEntries(other, '3');
  expect(problems).toEqual([]);
  await other.context().close();
});

test('what two devices learned is put together', async ({ page, context, origin }) => {
  const file = await studyAndSave(page, 2);
  const other = await otherDevice(context, origin);
  await studyAndSave(other, 1);
  await restore(other, 'a.footnote', file);
  await expect(other.getByText('2 events added, 0 were here already.')).toBeVisible();
  expect(await readLog(other)).toHaveLength(3);
  await other.context().close();
});

test('a damaged file is told from a whole one, and loses nothing', async ({ page }) => {
  const file = await studyAndSave(page, 3);
  const log = await readLog(page);
  const cards = await readCards(page);
  const noBackup = page.getByText('This file is no Footnote backup. Nothing was changed.');
  const again = page.getByText('0 events added, 3 were here already.');

  await restore(page, 'text.footnote', Buffer.from('Dear diary,\n\ntoday I studied.\n'));
  await expect(noBackup).toBeVisible();

  // A whole file in between: its notice takes the place of the last one's.
  await restore(page, 'whole.footnote', file);
  await expect(again).toBeVisible();
  const noise = Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919 + (i >> 3)) % 256));
  await restore(page, 'noise.footnote', noise);
  await expect(noBackup).toBeVisible();

  await restore(page, 'half.footnote', file.subarray(0, file.length / 2));
  await expect(page.getByText('the file ends too early')).toBeVisible();

  expect(await readLog(page)).toEqual(log);
  expect(await readCards(page)).toEqual(cards);
});

/** A backup of many answers, all like one real one. */
function longBackup(like: LogEvent, count: number): Buffer {
  const events = Array.from({ length: count }, (_, i) => {
    const hex = createHash('sha256').update(String(i)).digest('hex');
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    return { ...like, id: id as EventId };
  });
  const lines = writeBackup({ created: 0 as Instant, events, meta: new Map() });
  return gzipSync([...lines, ''].join('\n'));
}

test('of half a file, that half is taken over', async ({ page }) => {
  await studyAndSave(page, 1);
  const [event] = await readLog(page);
  if (event === undefined) throw new Error('Nothing in the log');
  const file = longBackup(event, 1000);

  await restore(page, 'half.footnote', file.subarray(0, file.length / 2));
  await expect(page.getByText('the file ends too early')).toBeVisible();
  const { length } = await readLog(page);
  expect(length).toBeGreaterThan(400);
  expect(length).toBeLessThan(600);

  await restore(page, 'whole.footnote', file);
  await expect(
    page.getByText(`${1001 - length} events added, ${length - 1} were here`),
  ).toBeVisible();
});
