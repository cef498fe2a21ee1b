import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { sealLine } from '#lib/backup/format.ts';
import { writeBackup } from '#lib/backup/write-backup.ts';
import { cardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { readEvent } from '#lib/study/read-event.ts';
import { expect, test } from './app.ts';
import { readLog } from './device.ts';
import { hostileStrings } from './hostile-strings.ts';
import { Student } from './student.ts';

const created = Date.parse('2026-03-01T10:00:00Z') as Instant;

/** The file of an import, read from its first byte to the end of its work. */
async function importFile(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/settings');
  await page
    .getByLabel('Add a backup file')
    .last()
    .setInputFiles({ name: 'x.footnote', mimeType: 'application/gzip', buffer });
}

const backupOf = (events: readonly LogEvent[]) =>
  gzipSync([...writeBackup({ created, events, meta: new Map() })].join('\n'));

/** One event of every kind that carries text. */
function kinds(): LogEvent[] {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const card = cardId('pack', 'fact', 'when');
  return [
    device.review(card, 'good'),
    device.record('cardCrammed', answered(card, true)),
    device.record('noteWritten', { cardId: card, text: 'note' }),
    device.record('packInstalled', { packId: 'pack', packVersion: '1.0.0' }),
    device.record('quizTakenHome', { quizId: 'quiz', cardIds: [card] }),
    device.record('learningSettingsChanged', { changes: { newPerDay: 5 }, reschedule: false }),
    device.record('cardFlagged', { cardId: card, flagged: true }),
    { ...device.review(card, 'good'), v: 9, type: 'dreamed' } as unknown as LogEvent,
  ];
}

/** Every event with every one of its texts replaced by every hostile one, and some that are not texts. */
function hostileEvents(): LogEvent[] {
  let count = 0;
  return kinds().flatMap((event) =>
    Object.entries(event).flatMap(([field, value]) =>
      hostileStrings.map((text) => {
        const id = field === 'id' ? {} : { id: `hostile-${++count}` };
        const put =
          typeof value === 'object' ? { [field]: { text, [text]: text } } : { [field]: text };
        return { ...event, ...id, ...put } as unknown as LogEvent;
      }),
    ),
  );
}

test('sixty hostile texts in every field: nothing is executed, nothing is broken', async ({
  page,
}) => {
  expect(new Set(hostileStrings).size).toBe(60);
  const events = hostileEvents();
  // What the reader takes comes back as it was; what it refuses is reported.
  const taken = new Map<string, LogEvent>();
  for (const event of events) {
    if (readEvent(event).ok && !taken.has(event.id)) taken.set(event.id, event);
  }
  expect(taken.size).toBeGreaterThan(200);
  await importFile(page, backupOf(events));
  await expect(page.getByText(/events added/)).toBeVisible({ timeout: 30_000 });
  const log = await readLog(page);
  expect(log.length).toBe(taken.size);
  for (const event of log) expect(event).toEqual(JSON.parse(JSON.stringify(taken.get(event.id))));

  const expectUnhurt = async () => {
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  };
  // The log names every one of them, page after page.
  await page.goto('/log');
  const rows = page.getByRole('main').getByRole('listitem');
  for (let first = 1; first <= taken.size; first += 50) {
    const last = Math.min(first + 49, taken.size);
    const range = [first, last, taken.size].map((number) => number.toLocaleString('en'));
    await expect(page.getByText(`${range[0]} to ${range[1]} of ${range[2]}`)).toBeVisible();
    await expect(rows).toHaveCount(last - first + 1);
    await expectUnhurt();
    if (last < taken.size) await page.getByRole('link', { name: 'Older' }).click();
  }
  const pages = ['/', '/decks', '/settings', '/statistics', '/plan', '/library'];
  for (const path of [...pages, '/study?deck=everything&size=10']) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expectUnhurt();
  }
  await new Student(page).answer({ right: true });
  expect(await readLog(page)).toHaveLength(taken.size + 1);
});

test('an event that would reach into our objects is refused', async ({ page }) => {
  const [event] = kinds() as [LogEvent];
  const poisoned = JSON.parse(
    `{"__proto__":{"admin":true},${JSON.stringify(event).slice(1)}`,
  ) as LogEvent;
  await importFile(page, backupOf([event, poisoned]));
  await expect(page.getByText('1 events added')).toBeVisible();
  expect(await page.evaluate(() => ({}) as { admin?: boolean })).toEqual({});
});

const header = (events: number) => sealLine({ format: 'footnote-backup/1', created, events });
const MB = 1_000_000;

/** Files that unpack to far more than they are, or are made to keep a reader busy. */
const bombs: Readonly<Record<string, () => Buffer>> = {
  'zeros without end': () => gzipSync(Buffer.alloc(400 * MB)),
  'a backup that goes on in zeros': () =>
    gzipSync(Buffer.concat([Buffer.from(`${header(1)}\n`), Buffer.alloc(400 * MB)])),
  'millions of empty lines': () =>
    gzipSync(Buffer.concat([Buffer.from(`${header(1)}\n`), Buffer.alloc(200 * MB, '\n')])),
  'a line that nests fifty thousand deep': () =>
    gzipSync(`${header(1)}\n{"sum":"00000000","event":${'['.repeat(50_000)}\n`.repeat(200)),
  'a line without an end': () => gzipSync(`${header(1)}\n${'{"a":'.repeat(10 * MB)}`),
  'no gzip at all': () => Buffer.alloc(20 * MB, 'x'),
};

for (const [name, make] of Object.entries(bombs)) {
  test(`${name}: refused within two seconds, and the page answers all the while`, async ({
    page,
  }, info) => {
    const file = info.outputPath('bomb.footnote');
    writeFileSync(file, make());
    await page.goto('/settings');
    await page.evaluate(() => {
      const state = { longest: 0, last: performance.now() };
      Object.assign(globalThis, { gaps: state });
      setInterval(() => {
        const now = performance.now();
        state.longest = Math.max(state.longest, now - state.last);
        state.last = now;
      }, 10);
    });
    const picker = page.getByLabel('Add a backup file').last();
    await picker.setInputFiles(file);
    const took = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const start = performance.now();
          const look = () =>
            document.querySelector('.notice.error, .notice.warning')
              ? resolve(performance.now() - start)
              : setTimeout(look, 10);
          look();
        }),
    );
    expect(took).toBeLessThan(2000);
    const { longest } = await page.evaluate(
      () => (globalThis as unknown as { gaps: { longest: number } }).gaps,
    );
    expect(longest).toBeLessThan(500);
    expect(await readLog(page)).toEqual([]);
  });
}
