/** What the database holds, and how its rows are looked at. */
import type { Result } from '#lib/base/result.ts';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import {
  EMPTY_TALLY,
  type StoredEvent,
  type StoredRow,
  type StoreError,
  type Tally,
} from './event-store.ts';
import { assertWhole } from './idb-errors.ts';

type OrderKey = [clock: string, deviceId: string, id: string];

export interface Schema<E, R> extends DBSchema {
  events: { key: OrderKey; value: E; indexes: { id: string } };
  projection: { key: string; value: R; indexes: { due: string } };
  /** What belongs to the device: its name, its clock, a half-done session. */
  meta: { key: string; value: unknown };
}

export const STORES = ['events', 'projection', 'meta'] as const;
export type StoreName = (typeof STORES)[number];
export type Writing<E, R> = IDBPTransaction<Schema<E, R>, StoreName[], 'readwrite'>;

export const SCHEMA_VERSION = 1;
/** Names of ours in `meta` begin with `store/`, and none of a caller's can. */
export const TALLY = 'store/tally';
/** The version of the projection, or nothing while it is stale. */
export const PROJECTION = 'store/projection-version';
export const callers = (name: string) => `app/${name}`;

export function upgrade<E, R>(db: IDBPDatabase<Schema<E, R>>): void {
  const events = db.createObjectStore('events', { keyPath: ['clock', 'deviceId', 'id'] });
  events.createIndex('id', 'id', { unique: true });
  const projection = db.createObjectStore('projection', { keyPath: 'id' });
  projection.createIndex('due', 'due');
  db.createObjectStore('meta');
}

export const orderKey = ({ clock, deviceId, id }: StoredEvent): OrderKey => [clock, deviceId, id];

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

export function tallyFrom(value: unknown): Tally {
  if (value === undefined) return EMPTY_TALLY;
  const tally = value as Tally | null;
  assertWhole(Number.isInteger(tally?.revision), TALLY);
  return tally as Tally;
}

export function wholeEvents<E extends StoredEvent>(events: readonly (E | null)[]): readonly E[] {
  const isWhole = (event: E | null) =>
    typeof event?.id === 'string' && typeof event.clock === 'string';
  assertWhole(events.every(isWhole), 'events');
  return events as readonly E[];
}

export function wholeRows<R extends StoredRow>(rows: readonly (R | null)[]): readonly R[] {
  const isWhole = (row: R | null) => typeof row?.id === 'string';
  assertWhole(rows.every(isWhole), 'projection');
  return rows as readonly R[];
}
