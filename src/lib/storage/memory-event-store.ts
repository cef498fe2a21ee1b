import { err, ok } from '#lib/base/result.ts';
import {
  compareStored,
  EMPTY_TALLY,
  IMPORT_CHUNK,
  sumOf,
  type EventStore,
  type ImportOutcome,
  type StoredEvent,
  type StoredRow,
} from './event-store.ts';

/** A store that is gone with the page: for tests, and for a browser that has no database. */
export function createMemoryEventStore<E extends StoredEvent, R extends StoredRow>(): EventStore<
  E,
  R
> {
  const events = new Map<string, E>();
  const rows = new Map<string, R>();
  const meta = new Map<string, unknown>();
  let projectionVersion: number | null = null;
  let tally = EMPTY_TALLY;

  const isOther = (event: E) => {
    const known = events.get(event.id);
    return known !== undefined && compareStored(known, event) !== 0;
  };
  const addAll = (added: readonly E[]) => {
    const fresh = added.filter(
      ({ id }, n) => !events.has(id) && added.findIndex((event) => event.id === id) === n,
    );
    if (fresh.length === 0) return;
    for (const event of fresh) events.set(event.id, structuredClone(event));
    tally = {
      revision: tally.revision + 1,
      events: events.size,
      sum: (tally.sum ^ sumOf(fresh)) >>> 0,
    };
  };
  const keep = (entries: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(structuredClone(entries))) meta.set(name, value);
  };

  return {
    async append({ events: added, put = [], remove = [], meta: entries = {}, expected }) {
      const conflict = added.find(isOther);
      if (conflict !== undefined) return err({ reason: 'conflict', detail: conflict.id });
      if (expected !== undefined && expected !== tally.revision) {
        const isRepeated = added.length > 0 && added.every(({ id }) => events.has(id));
        return isRepeated ? ok(tally) : err({ reason: 'stale', detail: String(tally.revision) });
      }
      addAll(added);
      for (const id of remove) rows.delete(id);
      for (const row of put) rows.set(row.id, structuredClone(row));
      keep(entries);
      return ok(tally);
    },
    async readEvents({ after, limit = Infinity } = {}) {
      const ordered = [...events.values()].sort(compareStored);
      const wanted = after ? ordered.filter((event) => compareStored(event, after) > 0) : ordered;
      return ok(structuredClone(wanted.slice(0, limit)));
    },
    async readLatest(skip, limit) {
      const ordered = [...events.values()].sort(compareStored);
      const end = Math.max(ordered.length - skip, 0);
      return ok(structuredClone(ordered.slice(Math.max(end - limit, 0), end)));
    },
    async countEvents() {
      return ok(events.size);
    },
    async inspect() {
      return ok(undefined);
    },
    async salvage() {
      return structuredClone([...events.values()]);
    },
    async readTally() {
      return ok(tally);
    },
    async importEvents(imported, { onProgress, signal } = {}) {
      const outcome = { added: 0, known: 0, conflicts: [] as string[] } satisfies ImportOutcome;
      for (let start = 0; start < imported.length; start += IMPORT_CHUNK) {
        if (signal?.aborted) return err({ reason: 'cancelled', detail: '' });
        projectionVersion = null;
        for (const event of imported.slice(start, start + IMPORT_CHUNK)) {
          if (isOther(event)) outcome.conflicts.push(event.id);
          else if (events.has(event.id)) outcome.known += 1;
          else outcome.added += 1;
          addAll([event]);
        }
        onProgress?.(Math.min(start + IMPORT_CHUNK, imported.length), imported.length);
      }
      return ok(outcome);
    },
    async readProjection() {
      if (projectionVersion === null) return ok(null);
      return ok({ version: projectionVersion, rows: structuredClone([...rows.values()]), tally });
    },
    async replaceProjection(projection, expected = tally.revision) {
      rows.clear();
      for (const row of projection.rows) rows.set(row.id, structuredClone(row));
      projectionVersion = null;
      if (expected !== tally.revision) return err({ reason: 'stale', detail: '' });
      projectionVersion = projection.version;
      return ok(undefined);
    },
    async readRow(id) {
      return ok(structuredClone(rows.get(id) ?? null));
    },
    async readDue(through, limit) {
      const due = [...rows.values()].filter((row) => row.due !== undefined && row.due <= through);
      due.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
      return ok(structuredClone(due.slice(0, limit)));
    },
    async readMeta(name) {
      return ok(structuredClone(meta.get(name)));
    },
    async writeMeta(entries) {
      keep(entries);
      return ok(undefined);
    },
    close: () => undefined,
  };
}
