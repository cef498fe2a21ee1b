/**
 * Where the log is kept. The port knows no domain: it sees events by their place in the order of the
 * log, and rows of a projection by when they are due.
 */
import { hash32 } from '#lib/base/random.ts';
import { ok, type Result } from '#lib/base/result.ts';

export interface StoredEvent {
  readonly id: string;
  readonly deviceId: string;
  /** Sorts as text. The order of the log is clock, then device, then id. */
  readonly clock: string;
}

export interface StoredRow {
  readonly id: string;
  /** Sorts as text; absent on what is never due. */
  readonly due?: string;
}

export type StoreFailure =
  /** There is no database here, as in some private windows, or it cannot be opened. */
  | 'unavailable'
  /** Another tab holds the database in an older version and does not let go. */
  | 'blocked'
  /** A newer version of the program has taken the database over: this page must be loaded again. */
  | 'outdated'
  /** The device has no room. Nothing of the batch was kept, all before it was. */
  | 'quota'
  /** The connection died, and opening it again once did not help. */
  | 'lost'
  /** A row is not what anybody wrote: the database is damaged. */
  | 'damaged'
  /** An id is taken by another event. */
  | 'conflict'
  /** Another tab has written since. Nothing was kept: read again what there is now. */
  | 'stale'
  | 'cancelled'
  | 'unknown';

export interface StoreError {
  readonly reason: StoreFailure;
  /** What the platform said, for a report of the error; not for learners. */
  readonly detail: string;
}

export type Stored<T> = Promise<Result<T, StoreError>>;

/** What the log adds up to, kept with it in every transaction: by it one sees whether all is there. */
export interface Tally {
  /** Raised with every write to the log: who knows another number has not seen all of it. */
  readonly revision: number;
  readonly events: number;
  /** Of the content of all events, whatever their order: see `sumOf`. */
  readonly sum: number;
}

export const EMPTY_TALLY: Tally = { revision: 0, events: 0, sum: 0 };

export interface Batch<E extends StoredEvent, R extends StoredRow> {
  readonly events: readonly E[];
  /** Rows of the projection, to keep it in step with the events. */
  readonly put?: readonly R[];
  readonly remove?: readonly string[];
  /** What belongs to the device and not to the log, by name: plain JSON. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** The revision that the batch builds on; with any other it is refused as stale. */
  readonly expected?: number;
}

interface ReadRange {
  /** Only what comes after this event. */
  readonly after?: StoredEvent;
  readonly limit?: number;
}

export interface ImportOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportOutcome {
  readonly added: number;
  /** Those that were there already. */
  readonly known: number;
  /** Ids that are taken by another event; the one that was there stays. */
  readonly conflicts: readonly string[];
}

export interface Projection<R extends StoredRow> {
  readonly version: number;
  readonly rows: readonly R[];
}

/** A projection with the state of the log that it was read beside. */
interface ReadProjection<R extends StoredRow> extends Projection<R> {
  readonly tally: Tally;
}

export interface EventStore<E extends StoredEvent, R extends StoredRow> {
  /**
   * Keeps the whole batch or nothing of it. When this gives ok, it is on the disk and not in some
   * cache: it may be acknowledged. An event that is there already is left as it is, and a batch of
   * nothing else is never stale: it is the same batch, tried again.
   */
  append(batch: Batch<E, R>): Stored<Tally>;
  /** In the order of the log. */
  readEvents(range?: ReadRange): Stored<readonly E[]>;
  /** Some events counted back from the latest, in the order of the log: the last page of it, or one before. */
  readLatest(skip: number, limit: number): Stored<readonly E[]>;
  countEvents(): Stored<number>;
  /**
   * Reads what lies beside log and projection: what belongs to the device, and the indexes. Damage there
   * shows only when it is looked for.
   */
  inspect(): Stored<void>;
  /** What can still be read of the events of a damaged log, some of it perhaps no events any more. Never fails. */
  salvage(): Promise<readonly unknown[]>;
  /** What the log adds up to by its own account. */
  readTally(): Stored<Tally>;
  /**
   * Adds many events, in transactions of 100. The projection counts as stale from the first of them.
   * When it is cancelled or fails, what was added stays: to import again is harmless.
   */
  importEvents(events: readonly E[], options?: ImportOptions): Stored<ImportOutcome>;
  /** `null` if there is none, or a stale one. */
  readProjection(): Stored<ReadProjection<R> | null>;
  /**
   * Stale if the log is not at the `expected` revision at the end: then there is no projection.
   */
  replaceProjection(projection: Projection<R>, expected?: number): Stored<void>;
  readRow(id: string): Stored<R | null>;
  /** The rows with the least `due` up to `through`. */
  readDue(through: string, limit: number): Stored<readonly R[]>;
  readMeta(name: string): Stored<unknown>;
  writeMeta(meta: Readonly<Record<string, unknown>>): Stored<void>;
  close(): void;
}

/** Events in one transaction of an import: short enough that a page stays responsive. */
export const IMPORT_CHUNK = 100;
/** Read at once: a page has to take so many over at a time. */
const READ_CHUNK = 2000;

/** The whole log, in order, or what comes after an event. */
export async function readAllEvents<E extends StoredEvent>(
  store: Pick<EventStore<E, StoredRow>, 'readEvents'>,
  from?: StoredEvent,
): Stored<readonly E[]> {
  const events: E[] = [];
  for (;;) {
    const after = events.at(-1) ?? from;
    const read = await store.readEvents({ limit: READ_CHUNK, ...(after && { after }) });
    if (!read.ok) return read;
    for (const event of read.value) events.push(event);
    if (read.value.length < READ_CHUNK) return ok(events);
  }
}

/** The sum of some events: two sets of events that say the same have the same. */
export function sumOf(events: readonly StoredEvent[]): number {
  return events.reduce((sum, event) => (sum ^ hash32(JSON.stringify(event))) >>> 0, 0);
}

export function compareStored(a: StoredEvent, b: StoredEvent): number {
  const [keyA, keyB] = [a, b].map(({ clock, deviceId, id }) => [clock, deviceId, id]);
  for (let i = 0; i < 3; i++) {
    const [partA, partB] = [keyA?.[i] ?? '', keyB?.[i] ?? ''];
    if (partA !== partB) return partA < partB ? -1 : 1;
  }
  return 0;
}
