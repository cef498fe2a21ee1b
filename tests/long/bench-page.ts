/** Runs in the browser: our store against bare IndexedDB, in the same database engine and the same minute. */
import { cardId } from '#lib/base/ids.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import { createCopies } from '#lib/storage/copies.ts';
import { openCacheShelf } from '#lib/storage/cache-shelf.ts';
import { readAllEvents, type EventStore } from '#lib/storage/event-store.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { appendToState, foldLog } from '#lib/study/fold.ts';
import {
  allRows,
  changedRows,
  PROJECTION_VERSION,
  stateFromRows,
  type ProjectionRow,
} from '#lib/study/projection.ts';
import { refold, stateAfter } from '../../src/lib/app/whole-log.ts';

type Store = EventStore<LogEvent, ProjectionRow>;

const COUNT = 100_000;
const ROUNDS = 200;

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Both in turns, so that what else the machine does meets both. */
async function mediansOf(
  bare: (n: number) => Promise<unknown>,
  ours: (n: number) => Promise<unknown>,
): Promise<readonly [bare: number, ours: number]> {
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let n = 0; n < ROUNDS; n++) {
    times.bare.push(await timed(() => bare(n)));
    times.ours.push(await timed(() => ours(n)));
  }
  return [median(times.bare), median(times.ours)];
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function valueOf<T>(stored: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>) {
  const result = await stored;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + (n % 300))).toISOString().slice(0, 10);
const dueRow = (n: number) =>
  ({
    id: `card/pack/fact-${n}#when`,
    kind: 'card',
    due: day(n),
    value: { n },
  }) as never as ProjectionRow;

/** The least that IndexedDB asks for the same: as many records, written in one strict transaction. */
async function openFloor(rows: readonly ProjectionRow[]): Promise<IDBDatabase> {
  const opening = indexedDB.open('floor', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('events', { keyPath: ['clock', 'deviceId', 'id'] });
    opening.result.createObjectStore('projection', { keyPath: 'id' }).createIndex('due', 'due');
    opening.result.createObjectStore('meta');
  };
  const db = await settled(opening);
  for (let start = 0; start < rows.length; start += 1000) {
    const tx = db.transaction('projection', 'readwrite', { durability: 'relaxed' });
    for (const row of rows.slice(start, start + 1000)) tx.objectStore('projection').put(row);
    await new Promise((resolve) => (tx.oncomplete = resolve));
  }
  return db;
}

export async function run(): Promise<Readonly<Record<string, number>>> {
  const figures: Record<string, number> = {};
  const device = createDevice('phone', '2020-01-01T09:00:00Z');
  const ids = Array.from({ length: 2000 }, (_, n) => cardId('pack', `fact-${n}`, 'when'));
  const log = Array.from({ length: COUNT }, (_, n) => {
    device.at = (device.at + 1_500_000) as typeof device.at;
    return device.review(
      ids[n % ids.length] as (typeof ids)[number],
      n % 9 === 0 ? 'again' : 'good',
    );
  });

  // 100,000 cards: the answer and what is due next.
  const rows = Array.from({ length: COUNT }, (_, n) => dueRow(n));
  const many = createIdbEventStore<LogEvent, ProjectionRow>({ name: 'footnote-many' });
  await valueOf(many.replaceProjection({ version: 1, rows }));
  const floor = await openFloor(rows);
  const events = Array.from({ length: ROUNDS }, () => device.review(ids[0] as never, 'good'));
  const rest = { id: 'rest', kind: 'rest', value: { events: 1 } } as never as ProjectionRow;
  const put = (n: number) => [dueRow(n), rest];
  let revision = 0;
  const answers = await mediansOf(
    async (n) => {
      const stores = ['events', 'projection', 'meta'];
      const tx = floor.transaction(stores, 'readwrite', { durability: 'strict' });
      tx.objectStore('events').add(events[n]);
      for (const row of put(n)) tx.objectStore('projection').put(row);
      tx.objectStore('meta').put({ n }, 'session');
      tx.objectStore('meta').put({ n }, 'clock');
      await new Promise((resolve) => (tx.oncomplete = resolve));
    },
    async (n) => {
      const meta = { session: { n }, clock: { n } };
      const batch = { events: [events[n] as LogEvent], put: put(n), meta, expected: revision };
      ({ revision } = await valueOf(many.append(batch)));
    },
  );
  [figures['answer, bare IndexedDB (ms)'], figures['answer, our store (ms)']] = answers;
  const due = await mediansOf(
    () => {
      const byDue = floor.transaction('projection').objectStore('projection').index('due');
      return settled(byDue.getAll(IDBKeyRange.upperBound('2026-06-01'), 20));
    },
    () => many.readDue('2026-06-01', 20),
  );
  [figures['next due of 100,000, bare (ms)'], figures['next due of 100,000, ours (ms)']] = due;

  // 100,000 reviews: what a long life with the app costs.
  const store: Store = createIdbEventStore({ name: 'footnote-long' });
  figures['restore 100,000 (ms)'] = await timed(() => valueOf(store.importEvents(log)));
  const now = device.at;
  figures['fold and keep (ms)'] = await timed(() => valueOf(refold(store, now)));
  figures['open (ms)'] = await timed(async () => {
    const projection = await valueOf(store.readProjection());
    if (projection?.version !== PROJECTION_VERSION) throw new Error('There is no projection');
    if (stateFromRows(projection.rows)?.events !== COUNT) throw new Error('It is not whole');
  });
  const projection = await valueOf(store.readProjection());
  const state = stateFromRows(projection?.rows ?? []);
  if (state === null) throw new Error('It is not whole');
  const answered = device.review(ids[1] as never, 'good');
  figures['answer in memory (ms)'] = await timed(async () => {
    changedRows(state, appendToState(state, answered) as typeof state);
  });
  const target = log.at(-5)?.id as never;
  const undo = device.record('eventRevoked', { target });
  figures['undo (ms)'] = await timed(() => valueOf(stateAfter(store, state, [undo], now)));
  figures['undo, all folded (ms)'] = await timed(async () => {
    const all = await valueOf(readAllEvents(store));
    allRows(foldLog([...all, undo]));
  });
  const shelf = openCacheShelf();
  if (shelf !== null) {
    const copies = createCopies<LogEvent>(shelf);
    const source = { store, generation: 1, clock: '', savedAt: 1 };
    figures['second copy, all (ms)'] = await timed(() => copies.save(source));
    await valueOf(store.append({ events: [answered] }));
    figures['second copy after an answer (ms)'] = await timed(() => copies.save(source));
    figures['second copy, read back (ms)'] = await timed(() => copies.restore());
  }
  return figures;
}
