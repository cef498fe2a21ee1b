/** The work on a whole log in IndexedDB: in many short transactions, so that a page stays responsive. */
import { err, ok } from '#lib/base/result.ts';
import {
  IMPORT_CHUNK,
  type ImportOptions,
  type ImportOutcome,
  type Projection,
  type Stored,
  type StoredEvent,
  type StoredRow,
} from './event-store.ts';
import {
  addEvents,
  each,
  newEvents,
  PROJECTION,
  tallyOf,
  type Write,
  type Writing,
} from './idb-event-store.ts';

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
