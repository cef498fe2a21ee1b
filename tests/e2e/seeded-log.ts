import { gzipSync } from 'node:zlib';
import { writeBackup } from '#lib/backup/write-backup.ts';
import type { Instant } from '#lib/base/time.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { expect, type Page } from '@playwright/test';

/** Gives the learner a past: by a backup file, as from another device. */
export async function addToLog(
  page: Page,
  events: readonly LogEvent[],
  timeout = 30_000,
): Promise<void> {
  const created = Date.now() as Instant;
  const lines = [...writeBackup({ created, events, meta: new Map() })];
  await page.goto('/settings');
  await page.locator('input[type=file]').setInputFiles({
    name: 'past.footnote',
    mimeType: 'application/gzip',
    buffer: gzipSync(lines.map((line) => `${line}\n`).join('')),
  });
  await expect(page.getByText(/events added/)).toBeVisible({ timeout });
}
