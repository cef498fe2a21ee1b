/** What every store must do. Each implementation runs it in its own test. */
import { describe, expect, it } from 'vitest';
import {
  readAllEvents,
  sumOf,
  type EventStore,
  type StoredEvent,
  type StoredRow,
  type Stored,
} from './event-store.ts';

export interface TestEvent extends StoredEvent {
  readonly note?: string;
}

interface TestRow extends StoredRow {
  readonly value: number;
}

export type TestStore = EventStore<TestEvent, TestRow>;

export function event(clock: number, deviceId = 'phone', note?: string): TestEvent {
  const text = String(clock).padStart(6, '0');
  return { id: `${deviceId}-${text}`, deviceId, clock: text, ...(note && { note }) };
}

export async function valueOf<T>(result: Stored<T>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.error.reason}: ${settled.error.detail}`);
  return settled.value;
}

/** @param create makes an empty store; `reopen` gives the same data through a new store, if it lasts */
export function describeEventStore(
  name: string,
  create: () => TestStore,
  reopen?: () => TestStore,
): void {
  describe(`${name} as an event store`, () => {
    it('gives events back in the order of the log, not of arrival', async () => {
      const store = create();
      await valueOf(store.append({ events: [event(3), event(1, 'tablet')] }));
      await valueOf(store.append({ events: [event(1), event(2)] }));
      const ordered = [event(1), event(1, 'tablet'), event(2), event(3)];
      expect(await valueOf(store.readEvents())).toEqual(ordered);
      expect(await valueOf(store.readEvents({ after: event(1), limit: 2 }))).toEqual(
        ordered.slice(1, 3),
      );
      expect(await valueOf(store.countEvents())).toBe(4);
    });

    it('keeps an event once, as it first was', async () => {
      const store = create();
      await valueOf(store.append({ events: [event(1, 'phone', 'first')] }));
      await valueOf(store.append({ events: [event(1, 'phone', 'second'), event(2)] }));
      expect(await valueOf(store.readEvents())).toEqual([event(1, 'phone', 'first'), event(2)]);
    });

    it('keeps the whole batch or nothing of it', async () => {
      const store = create();
      await valueOf(store.append({ events: [event(1)], put: [{ id: 'a', value: 1 }] }));
      const taken = { ...event(9), id: event(1).id };
      const refused = await store.append({
        events: [event(2), taken],
        put: [{ id: 'a', value: 2 }],
        meta: { clock: 'x' },
      });
      expect(refused).toMatchObject({ ok: false, error: { reason: 'conflict' } });
      expect(await valueOf(store.readEvents())).toEqual([event(1)]);
      expect(await valueOf(store.readRow('a'))).toEqual({ id: 'a', value: 1 });
      expect(await valueOf(store.readMeta('clock'))).toBeUndefined();
    });

    it('keeps rows and device data in the batch of their event', async () => {
      const store = create();
      await valueOf(store.append({ events: [], put: [{ id: 'gone', value: 0 }] }));
      await valueOf(
        store.append({
          events: [event(1)],
          put: [{ id: 'a', due: '2026-01-02', value: 1 }],
          remove: ['gone'],
          meta: { session: { queue: ['x'] } },
        }),
      );
      expect(await valueOf(store.readRow('a'))).toEqual({ id: 'a', due: '2026-01-02', value: 1 });
      expect(await valueOf(store.readRow('gone'))).toBeNull();
      expect(await valueOf(store.readMeta('session'))).toEqual({ queue: ['x'] });
    });

    it('keeps count of what is there, whichever way it came', async () => {
      const store = create();
      await valueOf(store.append({ events: [event(1), event(2)] }));
      await valueOf(store.append({ events: [event(2)], meta: { a: 1 } }));
      await valueOf(store.importEvents([event(2), event(3), event(3)]));
      const tally = await valueOf(store.readTally());
      expect(tally).toMatchObject({ events: 3, sum: sumOf([event(3), event(1), event(2)]) });
      await valueOf(store.replaceProjection({ version: 1, rows: [] }, tally.revision));
      expect(await valueOf(store.readProjection())).toEqual({ version: 1, rows: [], tally });
    });

    it('refuses what builds on a log that has gone on since', async () => {
      const store = create();
      const { revision } = await valueOf(store.append({ events: [event(1)], expected: 0 }));
      const [a, b] = [event(2, 'phone'), event(2, 'tablet')];
      const next = await valueOf(store.append({ events: [a], expected: revision }));
      const late = await store.append({ events: [b], expected: revision, meta: { late: true } });
      expect(late).toMatchObject({ ok: false, error: { reason: 'stale' } });
      expect(await valueOf(store.readEvents())).toEqual([event(1), a]);
      expect(await valueOf(store.readMeta('late'))).toBeUndefined();
      // The same batch once more, as after a connection that died behind the commit.
      expect(await valueOf(store.append({ events: [a], expected: revision }))).toEqual(next);
      expect(await store.replaceProjection({ version: 1, rows: [] }, revision)).toMatchObject({
        ok: false,
        error: { reason: 'stale' },
      });
      expect(await valueOf(store.readProjection())).toBeNull();
    });

    it('finds the rows that are due, the earliest first', async () => {
      const store = create();
      const rows = [
        { id: 'c', due: '2026-01-03', value: 3 },
        { id: 'a', due: '2026-01-01', value: 1 },
        { id: 'never', value: 0 },
        { id: 'b', due: '2026-01-02', value: 2 },
      ];
      await valueOf(store.replaceProjection({ version: 1, rows }));
      const due = async (through: string, limit: number) =>
        (await valueOf(store.readDue(through, limit))).map(({ id }) => id);
      expect(await due('2026-01-02', 10)).toEqual(['a', 'b']);
      expect(await due('2026-12-31', 1)).toEqual(['a']);
    });

    it('replaces the projection as a whole and says which version it is', async () => {
      const store = create();
      expect(await valueOf(store.readProjection())).toBeNull();
      await valueOf(store.append({ events: [], put: [{ id: 'old', value: 1 }] }));
      const rows = Array.from({ length: 1201 }, (_, n) => ({
        id: `row-${String(n).padStart(4, '0')}`,
        value: n,
      }));
      await valueOf(store.replaceProjection({ version: 7, rows }));
      expect(await valueOf(store.readProjection())).toMatchObject({ version: 7, rows });
    });

    it('imports the union, tells what was known, and makes the projection stale', async () => {
      const store = create();
      await valueOf(store.append({ events: [event(1), event(2)] }));
      await valueOf(store.replaceProjection({ version: 1, rows: [{ id: 'a', value: 1 }] }));
      const imported = Array.from({ length: 250 }, (_, n) => event(n + 2));
      const taken = { ...event(999), id: event(1).id };
      const progress: number[] = [];
      const outcome = await valueOf(
        store.importEvents([...imported, taken], { onProgress: (done) => progress.push(done) }),
      );
      expect(outcome).toEqual({ added: 249, known: 1, conflicts: [taken.id] });
      expect(progress).toEqual([100, 200, 251]);
      expect(await valueOf(store.countEvents())).toBe(251);
      expect(await valueOf(store.readProjection())).toBeNull();
    });

    it('stops an import that is cancelled and can take it up again', async () => {
      const store = create();
      const controller = new AbortController();
      const imported = Array.from({ length: 250 }, (_, n) => event(n));
      const options = { signal: controller.signal, onProgress: () => controller.abort() };
      const stopped = await store.importEvents(imported, options);
      expect(stopped).toMatchObject({ ok: false, error: { reason: 'cancelled' } });
      expect(await valueOf(store.countEvents())).toBe(100);
      const outcome = await valueOf(store.importEvents(imported));
      expect(outcome).toEqual({ added: 150, known: 100, conflicts: [] });
    });

    it('reads a log of many pages', async () => {
      const store = create();
      const events = Array.from({ length: 5003 }, (_, n) => event(n));
      await valueOf(store.importEvents(events.toReversed()));
      expect(await valueOf(readAllEvents(store))).toEqual(events);
    });

    it('reads back from the latest', async () => {
      const store = create();
      expect(await valueOf(store.readLatest(0, 3))).toEqual([]);
      const events = Array.from({ length: 8 }, (_, n) => event(n));
      await valueOf(store.append({ events: events.toReversed() }));
      expect(await valueOf(store.readLatest(0, 3))).toEqual(events.slice(5));
      expect(await valueOf(store.readLatest(3, 3))).toEqual(events.slice(2, 5));
      expect(await valueOf(store.readLatest(6, 3))).toEqual(events.slice(0, 2));
      expect(await valueOf(store.readLatest(7, 1))).toEqual(events.slice(0, 1));
      expect(await valueOf(store.readLatest(8, 3))).toEqual([]);
    });

    it('finds nothing wrong with what it wrote, and gives all of it to whoever would save it', async () => {
      const store = create();
      const events = Array.from({ length: 1203 }, (_, n) => event(n));
      await valueOf(store.importEvents(events));
      await valueOf(
        store.replaceProjection({ version: 1, rows: [{ id: 'a', due: 'd', value: 1 }] }),
      );
      expect(await store.inspect()).toMatchObject({ ok: true });
      expect(await store.salvage()).toEqual(events);
    });

    it('gives copies: what a caller does to them changes nothing', async () => {
      const store = create();
      await valueOf(store.writeMeta({ list: [1] }));
      ((await valueOf(store.readMeta('list'))) as number[]).push(2);
      expect(await valueOf(store.readMeta('list'))).toEqual([1]);
    });

    it.runIf(reopen)('has everything when it is opened again', async () => {
      const store = create();
      await valueOf(
        store.append({
          events: [event(1)],
          put: [{ id: 'a', due: 'd', value: 1 }],
          meta: { clock: 'x' },
        }),
      );
      store.close();
      const again = (reopen as () => TestStore)();
      expect(await valueOf(again.readEvents())).toEqual([event(1)]);
      expect(await valueOf(again.readDue('d', 5))).toHaveLength(1);
      expect(await valueOf(again.readMeta('clock'))).toBe('x');
    });
  });
}
