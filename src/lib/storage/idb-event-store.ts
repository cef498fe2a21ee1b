/** The log in IndexedDB; the work on whole logs is in idb-bulk.ts. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import {
  EMPTY_TALLY,
  sumOf,
  type EventStore,
  type StoredEvent,
  type StoredRow,
  type StoreError,
  type Tally,
} from './event-store.ts';
import { assertWhole, isDeadHandle, storeErrorOf, within } from './idb-errors.ts';
import { createConnection, type ConnectionOptions } from './idb-connection.ts';

type OrderKey = [clock: string, deviceId: string, id: string];

export interface Schema<E, R> extends DBSchema {
  events: { key: OrderKey; value: E; indexes: { id: string } };
  projection: { key: string; value: R; indexes: { due: string } };
  /** What belongs to the device: its name, its clock, a half-done session. */
  meta: { key: string; value: unknown };
}

const STORES = ['events', 'projection', 'meta'] as const;
type StoreName = (typeof STORES)[number];
export type Writing<E, R> = IDBPTransaction<Schema<E, R>, StoreName[], 'readwrite'>;

const SCHEMA_VERSION = 1;
/** Names of ours in `meta` begin with `store/`, and none of a caller's can. */
export const TALLY = 'store/tally';
/** The version of the projection, or nothing while it is stale. */
export const PROJECTION = 'store/projection-version';
const callers = (name: string) => `app/${name}`;

function upgrade<E, R>(db: IDBPDatabase<Schema<E, R>>): void {
  const events = db.createObjectStore('events', { keyPath: ['clock', 'deviceId', 'id'] });
  events.createIndex('id', 'id', { unique: true });
  const projection = db.createObjectStore('projection', { keyPath: 'id' });
  projection.createIndex('due', 'due');
  db.createObjectStore('meta');
}

const orderKey = ({ clock, deviceId, id }: StoredEvent): OrderKey => [clock, deviceId, id];

/** Works on the database, and once more on a new connection if the old one turns out dead. */
export type Run<E, R> = <T>(
  work: (db: IDBPDatabase<Schema<E, R>>) => Promise<T>,
) => Promise<Result<T, StoreError>>;

/** One transaction, kept whole or not at all. The work awaits nothing but this transaction. */
export type Write<E, R> = <T>(
  durability: 'strict' | 'relaxed',
  work: (tx: Writing<E, R>) => Promise<T>,
) => Promise<Result<T, StoreError>>;

/**
 * Does something with each, at once. A request that throws as it is made is a failure like any other:
 * those that were made before it fail with the transaction, and somebody must be there to hear it.
 */
export const each = <T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> =>
  Promise.all(items.map(async (item) => work(item)));

/** Those events that are not there yet; asked before writing, so that a second try changes nothing. */
export async function newEvents<E extends StoredEvent, R extends StoredRow>(
  tx: Writing<E, R>,
  events: readonly E[],
): Promise<{ readonly fresh: readonly E[]; readonly conflicts: readonly string[] }> {
  const byId = tx.objectStore('events').index('id');
  const known = await each(events, ({ id }) => byId.getKey(id));
  const isOther = (event: E, n: number) => String(known[n]) !== String(orderKey(event));
  return {
    fresh: events.filter((_, n) => known[n] === undefined),
    conflicts: events
      .filter((event, n) => known[n] !== undefined && isOther(event, n))
      .map(({ id }) => id),
  };
}

/** Adds events that are not there and keeps count of them. */
export async function addEvents<E extends StoredEvent, R extends StoredRow>(
  tx: Writing<E, R>,
  tally: Tally,
  fresh: readonly E[],
): Promise<Tally> {
  const store = tx.objectStore('events');
  const next = {
    revision: tally.revision + 1,
    events: tally.events + fresh.length,
    sum: (tally.sum ^ sumOf(fresh)) >>> 0,
  };
  await each(fresh, (event) => store.add(event));
  await tx.objectStore('meta').put(next, TALLY);
  return next;
}

function tallyFrom(value: unknown): Tally {
  if (value === undefined) return EMPTY_TALLY;
  const tally = value as Tally | null;
  assertWhole(Number.isInteger(tally?.revision), TALLY);
  return tally as Tally;
}

export const tallyOf = async <E, R>(tx: Writing<E, R>): Promise<Tally> =>
  tallyFrom(await tx.objectStore('meta').get(TALLY));

export function wholeEvents<E extends StoredEvent>(events: readonly (E | null)[]): readonly E[] {
  const isWhole = (event: E | null) =>
    typeof event?.id === 'string' && typeof event.clock === 'string';
  assertWhole(events.every(isWhole), 'events');
  return events as readonly E[];
}

function wholeRows<R extends StoredRow>(rows: readonly (R | null)[]): readonly R[] {
  const isWhole = (row: R | null) => typeof row?.id === 'string';
  assertWhole(rows.every(isWhole), 'projection');
  return rows as readonly R[];
}

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
    append: ({ events, put = [], remove = [], meta = {}, expected }) =>
      write('strict', async (tx) => {
        const [before, { fresh, conflicts }] = await Promise.all([
          tallyOf(tx),
          newEvents(tx, events),
        ]);
        if (conflicts[0] !== undefined) throw new DOMException(conflicts[0], 'ConstraintError');
        if (expected !== undefined && expected !== before.revision) {
          if (events.length > 0 && fresh.length === 0) return before;
          throw new DOMException(`at ${before.revision}`, 'StaleError');
        }
        const rows = tx.objectStore('projection');
        const entries = tx.objectStore('meta');
        const [tally] = await Promise.all([
          fresh.length > 0 ? addEvents(tx, before, fresh) : before,
          each(remove, (id) => rows.delete(id)),
          each(put, (row) => rows.put(row)),
          each(Object.entries(meta), ([key, value]) => entries.put(value, callers(key))),
        ]);
        return tally;
      }),

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
