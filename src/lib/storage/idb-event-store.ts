/** The log in IndexedDB; the work on whole logs is in idb-bulk.ts. */
import { err, ok } from '#lib/base/result.ts';
import { type EventStore, type StoredEvent, type StoredRow } from './event-store.ts';
import { createAppend } from './idb-append.ts';
import { createConnection, type ConnectionOptions } from './idb-connection.ts';
import { assertWhole, isDeadHandle, storeErrorOf, within } from './idb-errors.ts';
import {
  callers,
  each,
  orderKey,
  PROJECTION,
  SCHEMA_VERSION,
  STORES,
  TALLY,
  tallyFrom,
  upgrade,
  wholeEvents,
  wholeRows,
  type Run,
  type Schema,
  type StoreName,
  type Write,
  type Writing,
} from './idb-schema.ts';

export interface IdbEventStoreOptions extends Pick<ConnectionOptions, 'onTakenOver'> {
  /** Begins with `footnote`: on a shared origin others have databases too. */
  readonly name?: `footnote${string}`;
  readonly openTimeoutMs?: number;
}

const OPEN_TIMEOUT_MS = 8000;
/** Far longer than any transaction here takes on a slow phone. */
const WORK_TIMEOUT_MS = 12_000;

export function createIdbEventStore<E extends StoredEvent, R extends StoredRow>({
  name = 'footnote',
  openTimeoutMs = OPEN_TIMEOUT_MS,
  onTakenOver,
}: IdbEventStoreOptions = {}): EventStore<E, R> {
  const connection = createConnection<Schema<E, R>>({
    name,
    version: SCHEMA_VERSION,
    upgrade,
    openTimeoutMs,
    ...(onTakenOver && { onTakenOver }),
  });

  const run: Run<E, R> = async (work) => {
    for (let attempt = 1; ; attempt++) {
      const opened = await connection.open();
      if (!opened.ok) return opened;
      try {
        return ok(await within(WORK_TIMEOUT_MS, work(opened.value)));
      } catch (error) {
        if (!isDeadHandle(error)) return err(storeErrorOf(error));
        connection.drop();
        if (attempt === 2) return err({ ...storeErrorOf(error), reason: 'lost' });
      }
    }
  };

  const write: Write<E, R> = (durability, work) =>
    run(async (db) => {
      const tx = db.transaction<StoreName[], 'readwrite'>([...STORES], 'readwrite', {
        durability,
      });
      // The rejection is awaited below; until then it must not count as unhandled.
      tx.done.catch(() => undefined);
      try {
        const value = await work(tx);
        await tx.done;
        return value;
      } catch (error) {
        abort(tx);
        throw error;
      }
    });

  const loadBulk = () => import('./idb-bulk.ts');

  function abort(tx: Writing<E, R>): void {
    try {
      tx.abort();
    } catch {
      // It was aborted already, by the failed request itself.
    }
  }

  return {
    append: createAppend(write),

    readEvents: ({ after, limit } = {}) =>
      run(async (db) => {
        const range = after && IDBKeyRange.lowerBound(orderKey(after), true);
        return wholeEvents(await db.getAll('events', range, limit));
      }),

    readLatest: async (skip, limit) => (await loadBulk()).readLatest(run, skip, limit),

    countEvents: () => run((db) => db.count('events')),

    readTally: () => run(async (db) => tallyFrom(await db.get('meta', TALLY))),

    inspect: async () => (await loadBulk()).inspect(run),
    salvage: async () => (await loadBulk()).salvage(run),

    importEvents: async (events, options) =>
      (await loadBulk()).importEvents(write, events, options),

    readProjection: () =>
      run(async (db) => {
        const tx = db.transaction(['projection', 'meta']);
        const meta = tx.objectStore('meta');
        const [version, tally, rows] = await Promise.all([
          meta.get(PROJECTION),
          meta.get(TALLY),
          tx.objectStore('projection').getAll(),
        ]);
        if (version === undefined) return null;
        assertWhole(typeof version === 'number', PROJECTION);
        return { version: version as number, rows: wholeRows(rows), tally: tallyFrom(tally) };
      }),

    replaceProjection: async (projection, expected) =>
      (await loadBulk()).replaceProjection(write, projection, expected),

    readRow: (id) =>
      run(async (db) => {
        const row = await db.get('projection', id);
        return row === undefined ? null : (wholeRows([row])[0] ?? null);
      }),

    readDue: (through, limit) =>
      run(async (db) => {
        const range = IDBKeyRange.upperBound(through);
        return wholeRows(await db.getAllFromIndex('projection', 'due', range, limit));
      }),

    readMeta: (key) => run((db) => db.get('meta', callers(key))),

    writeMeta: (meta) =>
      write('strict', async (tx) => {
        const entries = tx.objectStore('meta');
        await each(Object.entries(meta), ([key, value]) => entries.put(value, callers(key)));
      }),

    close: connection.drop,
  };
}
