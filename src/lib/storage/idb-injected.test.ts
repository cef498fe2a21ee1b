/** The platform fails at the n-th thing that it is asked, for every n: what was there stays, whole. */
import 'fake-indexeddb/auto';
import { IDBDatabase, IDBFactory, IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sumOf } from './event-store.ts';
import { event, valueOf, type TestEvent, type TestStore } from './event-store.contract.ts';
import { createIdbEventStore } from './idb-event-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const asked = [
  [IDBDatabase.prototype, 'transaction'],
  [IDBObjectStore.prototype, 'add'],
  [IDBObjectStore.prototype, 'put'],
  [IDBObjectStore.prototype, 'get'],
  [IDBObjectStore.prototype, 'getAll'],
  [IDBObjectStore.prototype, 'delete'],
  [IDBObjectStore.prototype, 'clear'],
  [IDBIndex.prototype, 'getKey'],
] as const;

/** Fails the n-th call from now on, and all after it if it is to last; gives the number of calls so far. */
function failAt(n: number, error: string, lasting: boolean): () => number {
  let calls = 0;
  for (const [owner, name] of asked) {
    const real = (owner as unknown as Record<string, (...given: unknown[]) => unknown>)[name];
    const methods = owner as unknown as Record<string, (...given: unknown[]) => unknown>;
    vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...given: unknown[]) {
      calls += 1;
      if (calls === n || (lasting && calls > n)) {
        if (error === 'close') (this as { close?: () => void }).close?.();
        else throw new DOMException('injected', error);
      }
      return real?.apply(this, given);
    });
  }
  return () => calls;
}

const answer = {
  events: [event(2), event(3)],
  put: [{ id: 'a', value: 2 }],
  remove: ['gone'],
  meta: { clock: 2 },
  expected: 1,
};
const works: Readonly<Record<string, (store: TestStore) => Promise<{ readonly ok: boolean }>>> = {
  append: (store) => store.append(answer),
  importEvents: (store) => store.importEvents([event(2), event(3)]),
  replaceProjection: (store) =>
    store.replaceProjection({ version: 2, rows: [{ id: 'b', value: 1 }] }),
  writeMeta: (store) => store.writeMeta({ clock: 2 }),
};

async function seeded(): Promise<TestStore> {
  globalThis.indexedDB = new IDBFactory();
  const store = createIdbEventStore<TestEvent, { id: string; value: number }>();
  const rows = [{ id: 'gone', value: 0 }];
  await valueOf(store.append({ events: [event(1)], put: rows, meta: { clock: 1 } }));
  return store;
}

for (const error of [
  'QuotaExceededError',
  'DataError',
  'UnknownError',
  'InvalidStateError',
  'AbortError',
  'close',
]) {
  for (const [name, work] of Object.entries(works)) {
    it(`${name} keeps all or nothing when ${error} comes at any moment, once or for good`, async () => {
      for (const lasting of [false, true]) {
        for (let n = 1; ; n++) {
          const store = await seeded();
          const calls = failAt(n, error, lasting);
          const outcome = await work(store);
          const count = calls();
          vi.restoreAllMocks();
          const events = await valueOf(store.readEvents());
          const tally = await valueOf(store.readTally());
          expect(tally).toMatchObject({ events: events.length, sum: sumOf(events) });
          expect(events[0]).toEqual(event(1));
          if (name === 'append') {
            const isKept = events.length === 3;
            expect([1, 3]).toContain(events.length);
            if (outcome.ok) expect(isKept).toBe(true);
            expect(await valueOf(store.readMeta('clock'))).toBe(isKept ? 2 : 1);
            expect(await valueOf(store.readRow('gone'))).toEqual(
              isKept ? null : { id: 'gone', value: 0 },
            );
            // What is asked again is done, once.
            expect((await work(store)).ok).toBe(true);
            expect(await valueOf(store.countEvents())).toBe(3);
          }
          store.close();
          if (count < n) break;
        }
      }
    });
  }
}

/** Rows that the platform cannot read any more, by the number of the event. */
function damageRows(store: string, damaged: readonly number[], as: 'null' | 'UnknownError'): void {
  const isDamaged = (key: unknown) =>
    Array.isArray(key) && damaged.includes(Number((key as string[])[0]));
  const { get, getAll } = IDBObjectStore.prototype;
  const shown = (value: { clock?: string } | null | undefined) =>
    value && isDamaged([value.clock]) ? null : value;
  const wrap = (request: IDBRequest): IDBRequest => {
    let given: unknown;
    Object.defineProperty(request, 'result', {
      set: (result) => (given = result),
      get: () => (Array.isArray(given) ? given.map(shown) : shown(given as never)),
    });
    return request;
  };
  const fail = () => {
    throw new DOMException('Internal error.', 'UnknownError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: never, key) {
    const { name } = this as { name: string };
    if (name === store && as === 'UnknownError' && isDamaged(key)) fail();
    const request = get.call(this, key) as unknown as IDBRequest;
    return (name === store && as === 'null' ? wrap(request) : request) as never;
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: never, ...given) {
    const { name } = this as { name: string };
    if (name === store && as === 'UnknownError') fail();
    const request = getAll.apply(this, given) as unknown as IDBRequest;
    return (name === store && as === 'null' ? wrap(request) : request) as never;
  });
}

for (const as of ['null', 'UnknownError'] as const) {
  it(`a log with rows that read as ${as} is not taken for whole, and the others are saved`, async () => {
    const store = await seeded();
    const events = Array.from({ length: 700 }, (_, n) => event(n + 2));
    await valueOf(store.importEvents(events));
    damageRows('events', [5, 600], as);
    expect(await store.readEvents()).toMatchObject({
      ok: false,
      error: { reason: as === 'null' ? 'damaged' : 'lost' },
    });
    const left = (await store.salvage()).filter((found) => found !== null);
    const whole = [event(1), ...events].filter(({ clock }) => ![5, 600].includes(Number(clock)));
    expect(left).toEqual(whole);
  });
}

it('an index that has lost an event is damage', async () => {
  const store = await seeded();
  expect(await store.inspect()).toMatchObject({ ok: true });
  const { count } = IDBIndex.prototype;
  vi.spyOn(IDBIndex.prototype, 'count').mockImplementation(function (this: never) {
    return count.call(this, 'nobody');
  });
  expect(await store.inspect()).toMatchObject({ ok: false, error: { reason: 'damaged' } });
});
