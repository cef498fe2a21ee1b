/** Writing to the log: an event, the rows that follow from it and what belongs to the device, in one transaction. */
import type { Result } from '#lib/base/result.ts';
import {
  sumOf,
  type Batch,
  type Stored,
  type StoredEvent,
  type StoredRow,
  type StoreError,
  type StoreFailure,
  type Tally,
} from './event-store.ts';
import {
  callers,
  each,
  orderKey,
  TALLY,
  tallyFrom,
  type Write,
  type Writing,
} from './idb-schema.ts';

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
  await Promise.all([
    each(fresh, (event) => store.add(event)),
    each([next], (tally) => tx.objectStore('meta').put(tally, TALLY)),
  ]);
  return next;
}

export const tallyOf = async <E, R>(tx: Writing<E, R>): Promise<Tally> =>
  tallyFrom(await tx.objectStore('meta').get(TALLY));

/** Everything of a batch but its events. */
async function keepRest<E extends StoredEvent, R extends StoredRow>(
  tx: Writing<E, R>,
  { put = [], remove = [], meta = {} }: Batch<E, R>,
) {
  const rows = tx.objectStore('projection');
  const entries = tx.objectStore('meta');
  return Promise.all([
    each(remove, (id) => rows.delete(id)),
    each(put, (row) => rows.put(row)),
    each(Object.entries(meta), ([key, value]) => entries.put(value, callers(key))),
  ]);
}

/** A quick attempt that fails so is not the last word: the batch may be there already. */
const untold: readonly StoreFailure[] = ['stale', 'conflict'];

export function createAppend<E extends StoredEvent, R extends StoredRow>(
  write: Write<E, R>,
): (batch: Batch<E, R>) => Stored<Tally> {
  /** What the log added up to when this store last wrote. */
  let last: Tally | null = null;

  /**
   * For an answer, on which somebody waits: everything is asked for at once, on the word that nobody else
   * has written. If they have, nothing of it is kept. `null` if there is nothing to go by.
   */
  async function appendQuickly(batch: Batch<E, R>): Promise<Result<Tally, StoreError> | null> {
    const known = last;
    if (known === null || known.revision !== batch.expected || batch.events.length === 0)
      return null;
    return write('strict', async (tx) => {
      const [before, tally] = await Promise.all([
        tallyOf(tx),
        addEvents(tx, known, batch.events),
        keepRest(tx, batch),
      ]);
      if (before.revision !== known.revision || before.sum !== known.sum)
        throw new DOMException(`at ${before.revision}`, 'StaleError');
      return tally;
    });
  }

  const appendCarefully = (batch: Batch<E, R>) =>
    write('strict', async (tx) => {
      const { events, expected } = batch;
      const [before, { fresh, conflicts }] = await Promise.all([
        tallyOf(tx),
        newEvents(tx, events),
      ]);
      if (conflicts[0] !== undefined) throw new DOMException(conflicts[0], 'ConstraintError');
      if (expected !== undefined && expected !== before.revision) {
        if (events.length > 0 && fresh.length === 0) return before;
        throw new DOMException(`at ${before.revision}`, 'StaleError');
      }
      const [tally] = await Promise.all([
        fresh.length > 0 ? addEvents(tx, before, fresh) : before,
        keepRest(tx, batch),
      ]);
      return tally;
    });

  return async (batch) => {
    const quick = await appendQuickly(batch);
    const isSettled = quick !== null && (quick.ok || !untold.includes(quick.error.reason));
    const appended = isSettled ? quick : await appendCarefully(batch);
    if (appended.ok) last = appended.value;
    return appended;
  };
}
