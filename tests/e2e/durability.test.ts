import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { failReading, readAsNull } from './damaged-reads.ts';
import { readLog } from './device.ts';
import { Student } from './student.ts';

const lossTitle = (page: Page) =>
  page.getByRole('heading', { name: 'The browser has lost a part of what you did' });

/** Studies until there are so many answers, and waits until the second copy has them. */
async function study(page: Page, answers: number): Promise<readonly unknown[]> {
  await page.goto('/study?deck=everything&size=20');
  const student = new Student(page);
  await student.stem.waitFor();
  for (let n = 0; n < answers; n++) {
    await student.answer({ right: n % 2 === 0 });
    await student.goOn();
  }
  const log = await readLog(page);
  await expect.poll(() => copied(page)).toBe(log.length);
  return log;
}

/** How many events the newest head of the second copy speaks of. */
function copied(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let most = 0;
    for (const slot of ['head-a', 'head-b', 'head-c']) {
      const response = await caches.match(`/footnote-log/${slot}`);
      if (response === undefined) continue;
      const packed = new Blob([await response.arrayBuffer()]).stream();
      const text = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
      const info = JSON.parse(text.split('\n')[1] ?? '{}') as { tally?: { events: number } };
      most = Math.max(most, info.tally?.events ?? 0);
    }
    return most;
  });
}

/** Does something to the database behind the app's back, from a page of the origin that is not the app. */
async function behindTheBack(page: Page, harm: () => Promise<void>): Promise<void> {
  await page.goto('/robots.txt');
  await page.evaluate(harm);
}

/** The log in a database of a later generation. */
function readNewest(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('footnote-2');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('events').objectStore('events').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

const deleteDatabase = () =>
  new Promise<void>((resolve) => {
    const deleting = indexedDB.deleteDatabase('footnote');
    deleting.onsuccess = () => resolve();
  });

const deleteSomeRows = () =>
  new Promise<void>((resolve) => {
    const opening = indexedDB.open('footnote');
    opening.onsuccess = () => {
      const tx = opening.result.transaction('events', 'readwrite');
      let row = 0;
      tx.objectStore('events').openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (row++ % 2) cursor?.delete();
        cursor?.continue();
      };
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

const alterARow = () =>
  new Promise<void>((resolve) => {
    const opening = indexedDB.open('footnote');
    opening.onsuccess = () => {
      const tx = opening.result.transaction('events', 'readwrite');
      tx.objectStore('events').openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        cursor?.update({ ...cursor.value, at: 1 });
      };
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

for (const [name, harm] of [
  ['is gone', deleteDatabase],
  ['has fewer events', deleteSomeRows],
  ['has an event that is not what was written', alterARow],
] as const) {
  test(`a database that ${name}: the loss is told, and the second copy gives everything back`, async ({
    page,
  }) => {
    const log = await study(page, 3);
    await behindTheBack(page, harm);
    await page.goto('/');
    await expect(lossTitle(page)).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText('News, with its footnotes')).toBeHidden();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    expect(await readNewest(page)).toEqual(log);

    // And life goes on in the new database.
    await page.goto('/study?deck=everything&size=20');
    const student = new Student(page);
    await student.stem.waitFor();
    await page.reload();
    await expect(student.stem).toBeVisible();
    await expect(lossTitle(page)).toBeHidden();
  });
}

test('a database that cannot be opened is left, and another one begun with everything', async ({
  page,
  context,
}) => {
  const log = await study(page, 3);
  await context.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name: string, version?: number) {
      if (name === 'footnote') throw new DOMException('Internal error', 'UnknownError');
      return open.call(this, name, version);
    };
  });
  await page.goto('/');
  await expect(lossTitle(page)).toBeVisible();
  await expect(page.getByText('none can be read')).toBeVisible();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(await readNewest(page)).toEqual(log);
});

for (const store of ['events', 'projection', 'meta']) {
  test(`a row of ${store} that reads as nothing: the loss is told, and everything comes back`, async ({
    page,
    context,
  }) => {
    const log = await study(page, 3);
    await readAsNull(context, store);
    await page.goto('/');
    await expect(lossTitle(page)).toBeVisible({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Put it back' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    expect(await readNewest(page)).toEqual(log);
  });
}

for (const [store, key] of [
  ['events'],
  ['projection'],
  ['meta', 'app/study-session'],
  ['meta', 'store/tally'],
] as const) {
  test(`UnknownError whenever ${key ?? store} is read: noticed without being asked for, and everything comes back`, async ({
    page,
    context,
  }) => {
    const log = await study(page, 3);
    await failReading(context, store, key);
    await page.goto('/library');
    await page.goto('/');
    await expect(lossTitle(page)).toBeVisible({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Put it back' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    expect(await readNewest(page)).toEqual(log);
  });
}

test('who goes on without it is not asked again', async ({ page }) => {
  await study(page, 2);
  await behindTheBack(page, deleteDatabase);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start afresh without it' }).click();
  await expect(page.getByRole('heading', { name: 'News, with its footnotes' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'News, with its footnotes' })).toBeVisible();
});

/** Nothing can be written any more, until `heal` is called. */
function breakWriting(page: Page, error: string): Promise<void> {
  return page.evaluate((name) => {
    const { add, put } = IDBObjectStore.prototype;
    Object.assign(globalThis, {
      heal: () => Object.assign(IDBObjectStore.prototype, { add, put }),
    });
    const fail = () => {
      throw new DOMException('injected', name);
    };
    Object.assign(IDBObjectStore.prototype, { add: fail, put: fail });
  }, error);
}

for (const [error, message] of [
  ['QuotaExceededError', 'The device is full'],
  ['DataError', 'The device is full'],
  ['UnknownError', 'gave an error'],
  ['InvalidStateError', 'gave an error'],
] as const) {
  test(`${error} while an answer is stored: it stays on the screen, the log as it was, export works`, async ({
    page,
  }) => {
    const before = await study(page, 2);
    const student = new Student(page);
    const question = await student.question();
    await breakWriting(page, error);
    await page.keyboard.press('1');
    await expect(page.getByText('This answer is not stored yet')).toBeVisible();
    await expect(page.getByText(message)).toBeVisible();
    await expect(student.stem).toHaveText(question.stem);
    expect(await readLog(page)).toEqual(before);
    await page.evaluate(() => (globalThis as unknown as { heal(): void }).heal());
    await page.getByRole('button', { name: 'Store it again' }).click();
    await expect(student.verdict).toBeVisible();
    expect(await readLog(page)).toHaveLength(before.length + 1);
  });

  test(`${error} whatever is written: the backup that the message offers can be saved`, async ({
    page,
  }) => {
    const before = await study(page, 2);
    await new Student(page).question();
    await breakWriting(page, error);
    await page.keyboard.press('1');
    await expect(page.getByText('This answer is not stored yet')).toBeVisible();
    await page.getByRole('link', { name: 'Save a backup' }).press('Enter');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a backup file' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^footnote-[\d-]+\.footnote$/);
    await expect(page.getByText(`Saved: ${before.length} events.`)).toBeVisible();
    expect(await readLog(page)).toEqual(before);
  });
}

test('a connection that is closed while an answer is stored is opened again, and the answer is stored', async ({
  page,
}) => {
  const before = await study(page, 2);
  const student = new Student(page);
  await student.question();
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
      IDBDatabase.prototype.transaction = transaction;
      this.close();
      return transaction.apply(this, given);
    };
  });
  await page.keyboard.press('1');
  await expect(student.verdict).toBeVisible();
  expect(await readLog(page)).toHaveLength(before.length + 1);
});

test('the settings say what lies where', async ({ page }) => {
  const log = await study(page, 2);
  await page.goto('/settings');
  await expect(page.getByText(`, ${log.length} entries`)).toBeVisible();
  await expect(page.getByText('never', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  await expect(page.getByText('with all there is')).toBeVisible();
});
