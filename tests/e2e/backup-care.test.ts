/** What the app does so that there is a backup: offers, reminders, the share sheet, work that can be stopped. */
import { gzipSync } from 'node:zlib';
import { writeBackup } from '#lib/backup/write-backup.ts';
import { cardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { expectAccessible, expectToFitNarrow } from './accessible.ts';
import { expect, test } from './app.ts';
import { setClock } from './clock.ts';
import { readLog } from './device.ts';
import { addToLog } from './seeded-log.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(110_000);

const DAY = 86_400_000;

function past(device: string, events: number): LogEvent[] {
  const one = createDevice(device, '2026-01-01T09:00:00Z', 'UTC');
  return Array.from({ length: events }, (_, n) => {
    one.at = (one.at + 60_000) as Instant;
    return one.review(cardId('past', `fact-${n % 40}`, 'when'), 'good');
  });
}

test('an empty start offers to restore a backup', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Restore it' }).click();
  await expect(page).toHaveURL(/settings#backup$/);
  await expect(page.getByLabel('Add a backup file')).toBeAttached();
});

test('a word is said when the last backup is old, and not again for a week', async ({
  page,
  context,
}) => {
  await addToLog(page, past('first', 60));
  await page.goto('/');
  const none = page.getByText('There is no backup of what you did');
  await expect(none).toBeVisible();
  await expectAccessible(page);
  await expectToFitNarrow(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(none).toBeHidden();
  const today = page.getByRole('heading', { level: 1, name: 'Today' });
  await page.reload();
  await expect(today).toBeVisible();
  await expect(none).toBeHidden();

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  await expect(page.getByText('Saved: 60 events.')).toBeVisible();
  await setClock(context, new Date(Date.now() + 40 * DAY));
  // As old as that, and little was done since.
  await page.goto('/');
  await expect(today).toBeVisible();
  const old = page.getByText('Your last backup is 40 days old');
  await expect(old).toBeHidden();
  await addToLog(page, past('second', 50));
  await page.goto('/');
  await expect(old).toBeVisible();
  await page.getByRole('link', { name: 'Make one' }).click();
  await expect(page).toHaveURL(/settings#backup$/);
});

test('a phone hands the file to its share sheet, and a sheet that is closed counts as none', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shared: { name: string; size: number }[] = [];
    Object.assign(globalThis, { shared });
    Object.assign(navigator, {
      canShare: ({ files }: ShareData) => files?.length === 1,
      share: async ({ files }: ShareData) => {
        const [file] = files ?? [];
        if (file === undefined) throw new Error('no file');
        shared.push({ name: file.name, size: file.size });
        if (shared.length === 1) throw new DOMException('closed', 'AbortError');
      },
    });
  });
  await addToLog(page, past('first', 3));
  const button = page.getByRole('button', { name: 'Send it to another device' });
  const shared = () =>
    page.evaluate(() => (globalThis as unknown as { shared: { name: string }[] }).shared);
  await button.click();
  await expect.poll(async () => (await shared()).length).toBe(1);
  await expect(button).toBeEnabled();
  await expect(page.getByText('never', { exact: true })).toBeVisible();
  await button.click();
  await expect(page.getByText('Saved: 3 events.')).toBeVisible();
  expect((await shared())[1]?.name).toMatch(/^footnote-\d{4}-\d\d-\d\d\.footnote$/);
});

test('adding a file can be stopped: what was added stays, and to add it again does no harm', async ({
  page,
}) => {
  const events = past('first', 10_000);
  const created = Date.now() as Instant;
  const lines = [...writeBackup({ created, events, meta: new Map() })];
  const file = {
    name: 'past.footnote',
    mimeType: 'application/gzip',
    buffer: gzipSync(lines.map((line) => `${line}\n`).join('')),
  };
  await page.goto('/settings');
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles(file);
  await expect(page.getByRole('progressbar', { name: 'Adding what is new…' })).toBeAttached();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped')).toBeVisible({ timeout: 30_000 });
  const kept = await readLog(page);
  expect(kept.length).toBeLessThan(events.length);
  await picker.setInputFiles(file);
  await expect(page.getByText(/events added/)).toBeVisible({ timeout: 90_000 });
  expect(await readLog(page)).toEqual(events);
});
