import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCopies, SEGMENT, type Copies, type Shelf } from './copies.ts';
import { sumOf } from './event-store.ts';
import { event, valueOf, type TestEvent, type TestStore } from './event-store.contract.ts';
import { createMemoryEventStore } from './memory-event-store.ts';

/** A cache that lives in memory, and what lies in it. */
function createShelf(): Shelf & { readonly kept: Map<string, Uint8Array<ArrayBuffer>> } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    kept,
    async put(name, response) {
      kept.set(name, new Uint8Array(await response.arrayBuffer()));
    },
    match: async (name) => {
      const bytes = kept.get(name);
      return bytes && new Response(bytes);
    },
    delete: async (name) => kept.delete(name),
    names: async () => [...kept.keys()],
  };
}

let time = 0;
const save = (copies: Copies<TestEvent>, store: TestStore, generation = 1) =>
  copies.save({ store, generation, clock: 'c', savedAt: ++time });

const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => event(from + n));

const ids = (events: readonly TestEvent[] | undefined) => events?.map(({ id }) => id).sort();

describe('the second copy of a log', () => {
  it('gives back what was saved, whatever its size and however it grew', async () => {
    for (const steps of [[3], [SEGMENT], [SEGMENT + 1, 1], [2 * SEGMENT, 500, SEGMENT, 1]]) {
      const [shelf, store] = [createShelf(), createMemoryEventStore() as TestStore];
      const copies = createCopies<TestEvent>(shelf);
      let count = 0;
      for (const step of steps) {
        await valueOf(store.importEvents(numbered(count, step)));
        count += step;
        expect(await save(copies, store)).toMatchObject({ ok: true });
      }
      const restored = await copies.restore();
      expect(ids(restored?.events)).toEqual(ids(numbered(0, count)));
      expect(restored?.info.tally).toEqual(await valueOf(store.readTally()));
    }
  });

  it('writes no sealed segment twice, and seals anew when an event comes in between', async () => {
    const [shelf, store] = [createShelf(), createMemoryEventStore() as TestStore];
    const copies = createCopies<TestEvent>(shelf);
    await valueOf(store.importEvents(numbered(10, 2 * SEGMENT + 5)));
    await save(copies, store);
    const sealed = [...shelf.kept].filter(([name]) => name.startsWith('segment-'));
    expect(sealed).toHaveLength(2);
    await valueOf(store.append({ events: [event(9000)] }));
    await save(copies, store);
    for (const [name, bytes] of sealed) expect(shelf.kept.get(name)).toBe(bytes);
    await valueOf(store.append({ events: [event(1)] }));
    await save(copies, store);
    await valueOf(store.append({ events: [event(9001)] }));
    await save(copies, store);
    await valueOf(store.importEvents(numbered(10_000, SEGMENT)));
    await save(copies, store);
    const restored = await copies.restore();
    expect(restored?.events).toHaveLength(3 * SEGMENT + 8);
  });

  it('loses nothing that any whole head holds when the others are cut off or damaged', async () => {
    const [shelf, store] = [createShelf(), createMemoryEventStore() as TestStore];
    const copies = createCopies<TestEvent>(shelf);
    for (let n = 0; n < 4; n++) {
      await valueOf(store.append({ events: [event(n)] }));
      await save(copies, store);
    }
    const heads = [...shelf.kept].filter(([name]) => name.startsWith('head-'));
    expect(heads).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('head-a', 'head-b', 'head-c'),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 255 }),
        async (name, at, change) => {
          const whole = shelf.kept.get(name) ?? new Uint8Array();
          const damaged = whole.slice();
          // Behind the ten bytes of the gzip header, of which some mean nothing.
          const place = 10 + (at % (whole.length - 10));
          damaged[place] = (whole[place] ?? 0) ^ change;
          shelf.kept.set(name, change % 2 ? damaged : whole.slice(0, place));
          const restored = await copies.restore();
          shelf.kept.set(name, whole);
          expect(restored?.events.length).toBeGreaterThanOrEqual(3);
          for (const { id, clock } of restored?.events ?? []) expect(id).toBe(`phone-${clock}`);
        },
      ),
    );
  });

  it('is never replaced by a log that does not add up', async () => {
    const [shelf, store] = [createShelf(), createMemoryEventStore() as TestStore];
    const copies = createCopies<TestEvent>(shelf);
    await valueOf(store.importEvents(numbered(0, 10)));
    await save(copies, store);
    await valueOf(store.append({ events: [event(10)] }));
    const torn: TestStore = {
      ...store,
      readEvents: async (range) => {
        const events = await valueOf(store.readEvents(range));
        return { ok: true, value: events.filter(({ clock }) => clock !== '000004') };
      },
    };
    expect(await save(copies, torn)).toEqual({ ok: false, error: 'damaged' });
    expect(ids((await copies.restore())?.events)).toEqual(ids(numbered(0, 10)));
  });

  it('takes the next generation for newer, though its count begins again', async () => {
    const shelf = createShelf();
    const copies = createCopies<TestEvent>(shelf);
    const [first, second] = [createMemoryEventStore(), createMemoryEventStore()] as TestStore[];
    for (let n = 0; n < 5; n++) {
      await valueOf((first as TestStore).append({ events: [event(n)] }));
      await save(copies, first as TestStore);
    }
    await valueOf((second as TestStore).importEvents(numbered(0, 7)));
    await save(copies, second as TestStore, 2);
    const newest = await copies.newest();
    expect(newest).toMatchObject({ generation: 2, tally: { events: 7 } });
    expect(newest?.tally.sum).toBe(sumOf(numbered(0, 7)));
  });
});
