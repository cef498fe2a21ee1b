import {
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  closeSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Download, type Page } from '@playwright/test';
import { readBackup } from '#lib/backup/read-backup.ts';
import { compareEvents, type LogEvent } from '#lib/study/events.ts';
import { seeded } from '#lib/base/random.ts';
import { serve } from '../../scripts/serve.mjs';
import { answer, prepare } from './answering.ts';
import { engines, startBrowser, type Engine } from './browser-process.ts';
import { expectWhole, readStored } from './stored.ts';

const damages = Number(process.env['FOOTNOTE_DAMAGES'] ?? 30);
const ANSWERS = 30;
const POKED_BYTES = 512;
/** The log is added up some seconds after it was opened. */
const EXAMINED_WITHIN_MS = 6000;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'LOCK')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0)
    .sort();
}

/** Pokes, cuts off or deletes a file of the database, and says what it did. */
function damage(folder: string, n: number): string {
  const random = seeded('damage', n);
  const files = filesBelow(folder);
  const file = files[random.integer(files.length)] as string;
  const { size } = statSync(file);
  const name = file.slice(folder.length);
  if (n % 3 === 0) {
    const at = random.integer(size);
    const handle = openSync(file, 'r+');
    const junk = Buffer.from(Array.from({ length: POKED_BYTES }, () => random.integer(256)));
    writeSync(handle, junk, 0, Math.min(POKED_BYTES, size - at), at);
    closeSync(handle);
    return `poked ${name} at ${at}`;
  }
  if (n % 3 === 1) {
    const length = random.integer(size);
    truncateSync(file, length);
    return `cut ${name} from ${size} to ${length}`;
  }
  rmSync(file);
  return `deleted ${name}`;
}

async function unpacked(download: Download): Promise<string[]> {
  const path = await download.path();
  return gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
}

/** Opens the app on a damaged profile and accepts what it offers. */
async function openAndTakeBack(
  page: Page,
  origin: string,
  ledger: readonly LogEvent[],
): Promise<'unhurt' | 'restored' | 'asFile'> {
  await page.goto(`${origin}/`);
  const offer = page.getByRole('button', { name: 'Put it back' });
  const today = page.getByRole('heading', { level: 1, name: 'Today' });
  await offer.or(today).waitFor({ timeout: 90_000 });
  await offer.waitFor({ timeout: EXAMINED_WITHIN_MS }).catch(() => undefined);
  if (!(await offer.isVisible())) return 'unhurt';
  await offer.click();
  const save = page.getByRole('button', { name: 'Save them as a file' });
  await save.or(today).waitFor({ timeout: 90_000 });
  if (!(await save.isVisible())) return 'restored';
  // Without its manifest LevelDB opens no database at all: then they are given back as a file.
  const downloading = page.waitForEvent('download');
  await save.click();
  const read = readBackup(await unpacked(await downloading));
  expect(read.issues).toEqual([]);
  expect(read.events.toSorted(compareEvents)).toEqual(ledger);
  return 'asFile';
}

// Playwright reads the names of the fixtures from the pattern: here none.
/* eslint-disable no-empty-pattern */
for (const engine of Object.keys(engines) as Engine[]) {
  test(`${engine}: after ${damages} damages all events are there, or are given back`, async ({}, info) => {
    const server = await serve();
    const pristine = info.outputPath(`pristine-${engine}`);
    mkdirSync(pristine, { recursive: true });
    const first = await startBrowser(pristine, engine);
    const { page } = first;
    await prepare(page, server.url);
    await page.goto(`${server.url}/study?deck=everything&size=all`);
    let count = 0;
    await Promise.race([
      answer(page, () => (count += 1)).catch(() => undefined),
      expect.poll(() => count, { timeout: 120_000 }).toBeGreaterThanOrEqual(ANSWERS),
    ]);
    // Away from the session, which ends the answering; the second copy is made meanwhile.
    await page.goto(`${server.url}/settings`);
    await page.waitForTimeout(6000);
    const ledger = await readStored(page);
    expectWhole(ledger);
    await first.close();

    const tally = { unhurt: 0, restored: 0, asFile: 0 };
    for (let n = 0; n < damages; n++) {
      const profile = info.outputPath(`damaged-${engine}`);
      rmSync(profile, { recursive: true, force: true });
      cpSync(pristine, profile, { recursive: true });
      const what = damage(join(profile, 'Default/IndexedDB'), n);
      process.stdout.write(`${engine} ${n}: ${what}\n`);
      const browser = await startBrowser(profile, engine);
      const { page } = browser;
      let outcome = await openAndTakeBack(page, server.url, ledger.events);
      if (outcome !== 'asFile') {
        const stored = await readStored(page).catch(() => null);
        // To read everything may be what shows the damage, and the browser then empties the database.
        if (stored?.events.length !== ledger.events.length) {
          outcome = await openAndTakeBack(page, server.url, ledger.events);
        }
      }
      if (outcome !== 'asFile') {
        const stored = await readStored(page);
        expectWhole(stored);
        expect(stored.events, what).toEqual(ledger.events);
      }
      tally[outcome] += 1;
      await browser.kill();
    }
    await server.close();
    process.stdout.write(`${engine}: ${JSON.stringify(tally)}\n`);
  });
}
