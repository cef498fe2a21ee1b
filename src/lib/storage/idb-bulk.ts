/** The work on a whole log in IndexedDB: in many short transactions, so that a page stays responsive. */
import { err, ok } from '#lib/base/result.ts';
import { assertWhole } from './idb-errors.ts';
import {
  IMPORT_CHUNK,
  type ImportOptions,
  type ImportOutcome,
  type Projection,
  type Stored,
  type StoredEvent,
  type StoredRow,
} from './event-store.ts';
import { addEvents, newEvents, tallyOf } from './idb-append.ts';
import { each, PROJECTION, wholeEvents, type Run, type Write, type Writing } from './idb-schema.ts';

const ROW_CHUNK = 500;

export async function importEvents<E extends StoredEvent, R extends StoredRow>(
  write: Write<E, R>,
  imported: readonly E[],
  { onProgress, signal }: ImportOptions = {},
): Stored<ImportOutcome> {
  let added = 0;
  const conflicts: string[] = [];
  for (let start = 0; start < imported.length; start += IMPORT_CHUNK) {
    if (signal?.aborted) return err({ reason: 'cancelled', detail: '' });
    const chunk = distinct(imported.slice(start, start + IMPORT_CHUNK));
    const written = await write('relaxed', async (tx) => {
      const [tally, news] = await Promise.all([tallyOf(tx), newEvents(tx, chunk)]);
      await tx.objectStore('meta').delete(PROJECTION);
      if (news.fresh.length > 0) await addEvents(tx, tally, news.fresh);
      return news;
    });
    if (!written.ok) return written;
    added += written.value.fresh.length;
    conflicts.push(...written.value.conflicts);
    onProgress?.(Math.min(start + IMPORT_CHUNK, imported.length), imported.length);
  }
  return ok({ added, known: imported.length - added - conflicts.length, conflicts });
}

/** The first of those that have one id. */
function distinct<E extends StoredEvent>(events: readonly E[]): readonly E[] {
  return [...new Map(events.toReversed().map((event) => [event.id, event])).values()].reverse();
}

export async function replaceProjection<E extends StoredEvent, R extends StoredRow>(
  write: Write<E, R>,
  { version, rows }: Projection<R>,
  expected?: number,
): Stored<void> {
  /** In every step: rows of an older log must not come to lie over those of a newer one. */
  const step = (work: (tx: Writing<E, R>) => Promise<unknown>) =>
    write('relaxed', async (tx) => {
      const { revision } = await tallyOf(tx);
      if (expected !== undefined && expected !== revision) {
        throw new DOMException(`at ${revision}, not ${expected}`, 'StaleError');
      }
      await work(tx);
    });
  // Without its version it counts as stale meanwhile.
  const cleared = await step(async (tx) => {
    await tx.objectStore('meta').delete(PROJECTION);
    await tx.objectStore('projection').clear();
  });
  if (!cleared.ok) return cleared;
  for (let start = 0; start < rows.length; start += ROW_CHUNK) {
    const chunk = rows.slice(start, start + ROW_CHUNK);
    const written = await step((tx) => {
      const store = tx.objectStore('projection');
      return each(chunk, (row) => store.put(row));
    });
    if (!written.ok) return written;
  }
  return step((tx) => tx.objectStore('meta').put(version, PROJECTION));
}

export function readLatest<E extends StoredEvent, R extends StoredRow>(
  run: Run<E, R>,
  skip: number,
  limit: number,
): Stored<readonly E[]> {
  return run(async (db) => {
    const events = db.transaction('events').store;
    let cursor = await events.openKeyCursor(null, 'prev');
    if (skip > 0) cursor = (await cursor?.advance(skip)) ?? null;
    if (cursor === null) return [];
    const newest = cursor.key;
    const oldest = limit > 1 ? (await cursor.advance(limit - 1))?.key : newest;
    const range = oldest
      ? IDBKeyRange.bound(oldest, newest)
      : // There are fewer before it.
        IDBKeyRange.upperBound(newest);
    return wholeEvents<E>(await events.getAll(range));
  });
}

export function inspect<E extends StoredEvent, R extends StoredRow>(run: Run<E, R>): Stored<void> {
  return run(async (db) => {
    const tx = db.transaction(['events', 'projection', 'meta']);
    const events = tx.objectStore('events');
    const [count, byId] = await Promise.all([
      events.count(),
      events.index('id').count(),
      tx.objectStore('projection').index('due').count(),
      tx.objectStore('meta').getAll(),
    ]);
    assertWhole(count === byId, 'index of events');
  });
}

/** Events that are tried at once; where that fails, one after another. */
const SALVAGE_CHUNK = 500;
/** A database that gives next to nothing is given up after so long: the learner waits. */
const SALVAGE_MS = 20_000;

export async function salvage<E extends StoredEvent, R extends StoredRow>(
  run: Run<E, R>,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const deadline = performance.now() + SALVAGE_MS;
  const keys = await run((db) => db.getAllKeys('events'));
  if (!keys.ok) {
    // What lies before the damage comes page by page, as far as it goes.
    for (let after: IDBKeyRange | undefined; performance.now() < deadline;) {
      const page = await run((db) => db.getAll('events', after, SALVAGE_CHUNK));
      if (!page.ok) break;
      found.push(...page.value);
      const last = page.value.at(-1) as E | null | undefined;
      if (!last || page.value.length < SALVAGE_CHUNK) break;
      after = IDBKeyRange.lowerBound([last.clock, last.deviceId, last.id], true);
    }
    return found;
  }
  for (let start = 0; start < keys.value.length && performance.now() < deadline;) {
    const chunk = keys.value.slice(start, start + SALVAGE_CHUNK);
    const range = IDBKeyRange.bound(chunk[0], chunk.at(-1));
    const page = await run((db) => db.getAll('events', range));
    if (page.ok) found.push(...page.value);
    else {
      for (const key of chunk) {
        if (performance.now() > deadline) break;
        const one = await run((db) => db.get('events', key));
        if (one.ok) found.push(one.value);
      }
    }
    start += chunk.length;
  }
  return found;
}
