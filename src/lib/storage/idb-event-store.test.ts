import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeEventStore, event, valueOf, type TestStore } from './event-store.contract.ts';
import { createConnection } from './idb-connection.ts';
import { within } from './idb-errors.ts';
import { createIdbEventStore } from './idb-event-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const create = (options = {}): TestStore => createIdbEventStore(options);

describeEventStore('idb', create, create);

/** Lets the next write to any object store fail as the platform would. */
function failNextWrite(name: string): void {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
    throw new DOMException('injected', name);
  });
}

describe('idb', () => {
  it('awaits the disk for an answer and does not for an import', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = create();
    await valueOf(store.append({ events: [event(1)] }));
    await valueOf(store.importEvents([event(2)]));
    const durabilities = transaction.mock.calls
      .filter(([, mode]) => mode === 'readwrite')
      .map(([, , options]) => options?.durability);
    expect(durabilities).toEqual(['strict', 'relaxed']);
  });

  it('says when there is no room, and keeps what was before and nothing of the batch', async () => {
    const store = create();
    await valueOf(store.append({ events: [event(1)], meta: { clock: 1 } }));
    failNextWrite('QuotaExceededError');
    const full = await store.append({ events: [event(2)], meta: { clock: 2 } });
    expect(full).toMatchObject({ ok: false, error: { reason: 'quota' } });
    expect(await valueOf(store.readEvents())).toEqual([event(1)]);
    expect(await valueOf(store.readMeta('clock'))).toBe(1);
    await valueOf(store.append({ events: [event(2)] }));
    expect(await valueOf(store.countEvents())).toBe(2);
  });

  it('opens once more when the connection has died, and keeps the answer', async () => {
    const store = create();
    await valueOf(store.append({ events: [event(1)] }));
    for (const name of ['InvalidStateError', 'UnknownError']) {
      failNextWrite(name);
      await valueOf(store.append({ events: [event(name.length)] }));
    }
    expect(await valueOf(store.countEvents())).toBe(3);
  });

  it('gives up after the second time, and works again when the platform does', async () => {
    const store = create();
    failNextWrite('UnknownError');
    failNextWrite('UnknownError');
    const lost = await store.append({ events: [event(1)] });
    expect(lost).toMatchObject({ ok: false, error: { reason: 'lost' } });
    await valueOf(store.append({ events: [event(1)] }));
    expect(await valueOf(store.countEvents())).toBe(1);
  });

  it('lets a newer version take the database over and says so from then on', async () => {
    const onTakenOver = vi.fn();
    const store = create({ onTakenOver });
    await valueOf(store.append({ events: [event(1)] }));
    const newer = await openDB('footnote', 99);
    expect(onTakenOver).toHaveBeenCalledOnce();
    const refused = await store.append({ events: [event(2)] });
    expect(refused).toMatchObject({ ok: false, error: { reason: 'outdated' } });
    newer.close();
    const fresh = create();
    expect(await fresh.countEvents()).toMatchObject({ ok: false, error: { reason: 'outdated' } });
  });

  it('does not wait for ever when another tab will not let go of an older version', async () => {
    // Opened bare, it ignores `versionchange`.
    const holder = await openDB('footnote-held', 1);
    const connection = createConnection({
      name: 'footnote-held',
      version: 2,
      openTimeoutMs: 50,
      upgrade: () => undefined,
    });
    expect(await connection.open()).toMatchObject({ ok: false, error: { reason: 'blocked' } });
    holder.close();
    const opened = await connection.open();
    expect(opened.ok).toBe(true);
    connection.drop();
  });

  it('gives a database up that does not answer', async () => {
    await expect(within(20, new Promise(() => undefined))).rejects.toThrow('after 20 ms');
    expect(await within(20, Promise.resolve(1))).toBe(1);
  });

  it('says when there is no database at all', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private window', 'SecurityError');
    });
    expect(await create().countEvents()).toMatchObject({
      ok: false,
      error: { reason: 'unavailable' },
    });
  });

  it('keeps its names out of the way of those of others', async () => {
    const store = create({ name: 'footnote-test' });
    await valueOf(store.writeMeta({ 'projection-version': 5 }));
    expect(await valueOf(store.readProjection())).toBeNull();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).toEqual(['footnote-test']);
  });
});
