/** The log in IndexedDB. What was measured about durability and damage is in design page 9. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import {
  IMPORT_CHUNK,
  type EventStore,
  type StoredEvent,
  type StoredRow,
  type StoreError,
} from './event-store.ts';
import { isDeadHandle, storeErrorOf } from './idb-errors.ts';
import { createConnection, type ConnectionOptions } from './idb-connection.ts';

type OrderKey = [clock: string, deviceId: string, id: string];

interface Schema<E, R> extends DBSchema {
  events: { key: OrderKey; value: E; indexes: { id: string } };
  projection: { key: string; value: R; indexes: { due: string } };
  /** What belongs to the device: its name, its clock, a half-done session. */
  meta: { key: string; value: unknown };
}

const STORES = ['events', 'projection', 'meta'] as const;
type StoreName = (typeof STORES)[number];
type Writing<E, R> = IDBPTransaction<Schema<E, R>, StoreName[], 'readwrite'>;

const SCHEMA_VERSION = 1;
const ROW_CHUNK = 500;
/** Under this name in `meta`: the version of the projection, or nothing while it is stale. */
const PROJECTION = 'projection-version';

/** Names of ours in `meta` begin so, and none of a caller's can. */
const own = (name: string) => `store/${name}`;
const callers = (name: string) => `app/${name}`;

function upgrade<E, R>(db: IDBPDatabase<Schema<E, R>>): void {
  const events = db.createObjectStore('events', { keyPath: ['clock', 'deviceId', 'id'] });
  events.createIndex('id', 'id', { unique: true });
  const projection = db.createObjectStore('projection', { keyPath: 'id' });
  projection.createIndex('due', 'due');
  db.createObjectStore('meta');
}

const orderKey = ({ clock, deviceId, id }: StoredEvent): OrderKey => [clock, deviceId, id];

type Addition = 'added' | 'known' | 'conflict';

/** Asks before it writes, so that a write that is tried again after a dead handle changes nothing. */
async function addEvent<E extends StoredEvent, R extends StoredRow>(
  tx: Writing<E, R>,
  event: E,
): Promise<Addition> {
  const store = tx.objectStore('events');
  const known = await store.index('id').getKey(event.id);
  if (known !== undefined) return String(known) === String(orderKey(event)) ? 'known' : 'conflict';
  await store.add(event);
  return 'added';
}

export interface IdbEventStoreOptions extends Pick<ConnectionOptions, 'onTakenOver'> {
  /** Begins with `footnote`: on a shared origin others have databases too. */
  readonly name?: `footnote${string}`;
  readonly openTimeoutMs?: number;
}

const OPEN_TIMEOUT_MS = 8000;

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

  /** Runs work on the database, and once more on a new connection if the old one turns out dead. */
  async function run<T>(
    work: (db: IDBPDatabase<Schema<E, R>>) => Promise<T>,
  ): Promise<Result<T, StoreError>> {
    for (let attempt = 1; ; attempt++) {
      const opened = await connection.open();
      if (!opened.ok) return opened;
      try {
        return ok(await work(opened.value));
      } catch (error) {
        if (!isDeadHandle(error)) return err(storeErrorOf(error));
        connection.drop();
        if (attempt === 2) return err({ ...storeErrorOf(error), reason: 'lost' });
      }
    }
  }

  /** One transaction, kept whole or not at all. `work` awaits nothing but this transaction. */
  function write<T>(
    durability: 'strict' | 'relaxed',
    work: (tx: Writing<E, R>) => Promise<T>,
  ): Promise<Result<T, StoreError>> {
    return run(async (db) => {
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
  }

  function abort(tx: Writing<E, R>): void {
    try {
      tx.abort();
    } catch {
      // It was aborted already, by the failed request itself.
    }
  }

  return {
    append: ({ events, put = [], remove = [], meta = {} }) =>
      write('strict', async (tx) => {
        for (const event of events) {
          if ((await addEvent(tx, event)) === 'conflict') {
            throw new DOMException(event.id, 'ConstraintError');
          }
        }
        const rows = tx.objectStore('projection');
        const entries = tx.objectStore('meta');
        await Promise.all([
          ...remove.map((id) => rows.delete(id)),
          ...put.map((row) => rows.put(row)),
          ...Object.entries(meta).map(([key, value]) => entries.put(value, callers(key))),
        ]);
      }),

    readEvents: ({ after, limit } = {}) =>
      run((db) => {
        const range = after && IDBKeyRange.lowerBound(orderKey(after), true);
        return db.getAll('events', range, limit);
      }),

    countEvents: () => run((db) => db.count('events')),

    async importEvents(imported, { onProgress, signal } = {}) {
      const tally: Record<Addition, string[]> = { added: [], known: [], conflict: [] };
      for (let start = 0; start < imported.length; start += IMPORT_CHUNK) {
        if (signal?.aborted) return err({ reason: 'cancelled', detail: '' });
        const chunk = imported.slice(start, start + IMPORT_CHUNK);
        const written = await write('relaxed', async (tx) => {
          const additions: Addition[] = [];
          await tx.objectStore('meta').delete(own(PROJECTION));
          for (const event of chunk) additions.push(await addEvent(tx, event));
          return additions;
        });
        if (!written.ok) return written;
        written.value.forEach((addition, i) => {
          const id = chunk[i]?.id;
          if (id !== undefined) tally[addition].push(id);
        });
        onProgress?.(start + chunk.length, imported.length);
      }
      const { added, known, conflict } = tally;
      return ok({ added: added.length, known: known.length, conflicts: conflict });
    },

    readProjection: () =>
      run(async (db) => {
        const tx = db.transaction(['projection', 'meta']);
        const version = await tx.objectStore('meta').get(own(PROJECTION));
        if (typeof version !== 'number') return null;
        return { version, rows: await tx.objectStore('projection').getAll() };
      }),

    async replaceProjection({ version, rows }) {
      // In chunks, or the page would stand still; without its version it counts as stale meanwhile.
      const cleared = await write('relaxed', async (tx) => {
        await tx.objectStore('meta').delete(own(PROJECTION));
        await tx.objectStore('projection').clear();
      });
      if (!cleared.ok) return cleared;
      for (let start = 0; start < rows.length; start += ROW_CHUNK) {
        const chunk = rows.slice(start, start + ROW_CHUNK);
        const written = await write('relaxed', async (tx) => {
          const store = tx.objectStore('projection');
          await Promise.all(chunk.map((row) => store.put(row)));
        });
        if (!written.ok) return written;
      }
      return write('relaxed', async (tx) => {
        await tx.objectStore('meta').put(version, own(PROJECTION));
      });
    },

    readRow: (id) => run(async (db) => (await db.get('projection', id)) ?? null),

    readDue: (through, limit) =>
      run((db) => db.getAllFromIndex('projection', 'due', IDBKeyRange.upperBound(through), limit)),

    readMeta: (key) => run((db) => db.get('meta', callers(key))),

    writeMeta: (meta) =>
      write('strict', async (tx) => {
        const entries = tx.objectStore('meta');
        await Promise.all(
          Object.entries(meta).map(([key, value]) => entries.put(value, callers(key))),
        );
      }),

    close: connection.drop,
  };
}
