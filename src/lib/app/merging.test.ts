/** Two devices brought together as the app does it with a backup file: every event of it is imported. */
import 'fake-indexeddb/auto';
import { cardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { readAllEvents, type EventStore, type Stored } from '#lib/storage/event-store.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import { createMemoryEventStore } from '#lib/storage/memory-event-store.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import type { ProjectionRow } from '#lib/study/projection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Store = EventStore<LogEvent, ProjectionRow>;

const cards = Array.from({ length: 6 }, (_, n) => cardId('pack', `fact-${n}`, 'when'));

interface Step {
  readonly device: number;
  readonly card: number;
  readonly kind: number;
  readonly minutes: number;
}
const arbHistory: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    device: fc.nat(1),
    card: fc.nat(5),
    kind: fc.nat(9),
    minutes: fc.nat(3000),
  }),
  { minLength: 1, maxLength: 30 },
);

/** What two devices record, each for itself. */
function logsOf(history: readonly Step[]): readonly [LogEvent[], LogEvent[]] {
  const devices = ['phone', 'laptop'].map((name) => createDevice(name, '2026-01-01T09:00:00Z'));
  const logs: [LogEvent[], LogEvent[]] = [[], []];
  for (const { device, card, kind, minutes } of history) {
    const own = logs[device] as LogEvent[];
    const one = devices[device] as (typeof devices)[number];
    one.at = (one.at + minutes * 60_000) as typeof one.at;
    const id = cards[card] as (typeof cards)[number];
    const last = own.at(-1);
    if (kind === 0 && last !== undefined) {
      own.push(one.record('eventRevoked', { target: last.id }));
    } else if (kind === 1) own.push(one.record('cardSuspended', { cardId: id }));
    else own.push(one.review(id, kind < 5 ? 'again' : 'good'));
  }
  return logs;
}

async function valueOf<T>(stored: Stored<T>): Promise<T> {
  const result = await stored;
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

const lapsesIn = (log: readonly LogEvent[]) =>
  [...foldLog(log).cards.values()].reduce((sum, { schedule }) => sum + schedule.lapses, 0);

let opened = 0;
const stores: readonly (readonly [string, number, () => Store])[] = [
  ['in memory', 2000, createMemoryEventStore],
  ['in IndexedDB', 2000, () => createIdbEventStore({ name: `footnote-merging-${(opened += 1)}` })],
];

describe.each(stores)('%s', (_, numRuns, createStore) => {
  it(`${numRuns} random histories of two devices come together, in any order and any pieces`, async () => {
    await fc.assert(
      fc.asyncProperty(arbHistory, fc.nat(), async (history, seed) => {
        const logs = logsOf(history);
        const all = logs.flat();
        const devices = await Promise.all(
          logs.map(async (own) => {
            const store = createStore();
            await valueOf(store.append({ events: own }));
            return store;
          }),
        );
        const shuffled = seeded('merge', seed).shuffle(all);
        // In pieces, some of them twice, and in no order: as files are brought from one to the other.
        for (let start = 0; start < shuffled.length; start += 7) {
          const piece = shuffled.slice(Math.max(start - 3, 0), start + 7);
          await valueOf((devices[0] as Store).importEvents(piece));
          await valueOf((devices[1] as Store).importEvents(piece.toReversed()));
        }
        const [here, there] = await Promise.all(
          devices.map((store) => valueOf(readAllEvents(store))),
        );
        expect(here).toHaveLength(all.length);
        expect(there).toEqual(here);
        expect(foldLog(here ?? [])).toEqual(foldLog(all));
        // Lapses are counted from the reviews that stand: none is lost on the way.
        expect(lapsesIn(there ?? [])).toBe(lapsesIn(all));
        for (const store of devices) store.close();
      }),
      { numRuns },
    );
  });

  it('ours stays where an id is claimed twice, and that is said', async () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const event = device.review(cards[0] as (typeof cards)[number], 'good');
    const store = createStore();
    await valueOf(store.append({ events: [event] }));
    const other = { ...device.review(cards[1] as (typeof cards)[number], 'good'), id: event.id };
    expect(await valueOf(store.importEvents([other]))).toEqual({
      added: 0,
      known: 0,
      conflicts: [event.id],
    });
    expect(await valueOf(readAllEvents(store))).toEqual([event]);
    store.close();
  });
});
