/**
 * A second copy of the log, outside the database: it lies in Cache Storage, which survives what the
 * database does not. Sealed segments that never change, and three heads that are written in turn; each
 * head names its segments and holds what came after them. So a copy costs what is new, not what is
 * there, and a head that was cut off in the middle leaves two others.
 */
import { err, ok, type Result } from '#lib/base/result.ts';
import {
  sumOf,
  type EventStore,
  type StoredEvent,
  type StoredRow,
  type StoreError,
  type Tally,
} from './event-store.ts';
import { pack, unpack, type PackedEvents } from './packed-events.ts';

/** What is known of a copy without reading all of it. */
export interface CopyInfo {
  readonly generation: number;
  readonly tally: Tally;
  readonly clock: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

interface Segment {
  readonly name: string;
  readonly events: number;
  readonly sum: number;
  /** Where the next one begins, in the order of the log. */
  readonly last: StoredEvent;
}

interface HeadInfo extends CopyInfo {
  readonly segments: readonly Segment[];
}

interface Head<E> {
  readonly slot: string;
  readonly info: HeadInfo;
  readonly tail: readonly E[];
}

interface RestoredCopy<E> {
  /** Everything that any of the copies still holds, in no order. */
  readonly events: readonly E[];
  /** The newest of them. */
  readonly info: CopyInfo;
}

interface CopySource<E extends StoredEvent> {
  readonly store: Pick<EventStore<E, StoredRow>, 'readEvents' | 'readTally'>;
  readonly generation: number;
  readonly clock: string;
  readonly savedAt: number;
}

type CopyFailure =
  /** What the database holds is not what it says it holds: the copies stay as they are. */
  'damaged' | StoreError['reason'];

export interface Copies<E extends StoredEvent> {
  save(source: CopySource<E>): Promise<Result<CopyInfo, CopyFailure>>;
  newest(): Promise<CopyInfo | null>;
  restore(): Promise<RestoredCopy<E> | null>;
}

/** The part of a `Cache` that is used, so that another one can stand in for it. */
export interface Shelf {
  put(name: string, response: Response): Promise<void>;
  match(name: string): Promise<Response | undefined>;
  delete(name: string): Promise<boolean>;
  names(): Promise<readonly string[]>;
}

const SLOTS = ['head-a', 'head-b', 'head-c'] as const;
/** Events in a segment: so few that writing the rest of them again after an answer costs nothing. */
export const SEGMENT = 1000;

const isNewer = (a: CopyInfo, b: CopyInfo) =>
  a.generation !== b.generation ? a.generation > b.generation : a.tally.revision > b.tally.revision;

const segmentName = (generation: number, { sum }: Pick<Segment, 'sum'>, n: number) =>
  `segment-${generation}-${n}-${sum.toString(16).padStart(8, '0')}`;

export function createCopies<E extends StoredEvent>(shelf: Shelf): Copies<E> {
  async function read(name: string): Promise<PackedEvents<E, HeadInfo> | null> {
    const response = await shelf.match(name);
    return response === undefined ? null : unpack<E, HeadInfo>(response);
  }

  /** The heads that are whole, the newest first. */
  async function heads(): Promise<readonly Head<E>[]> {
    const found = await Promise.all(
      SLOTS.map(async (slot) => {
        const packed = await read(slot);
        return packed === null ? [] : [{ slot, info: packed.info, tail: packed.events }];
      }),
    );
    return found.flat().sort((a, b) => (isNewer(a.info, b.info) ? -1 : 1));
  }

  /** Removes the segments that no head speaks of any more. */
  async function sweep(): Promise<void> {
    const kept = await heads();
    // With a head that cannot be read, what it spoke of is not known.
    if (kept.length < SLOTS.length) return;
    const named = new Set(kept.flatMap(({ info }) => info.segments.map(({ name }) => name)));
    for (const name of await shelf.names()) {
      if (name.startsWith('segment-') && !named.has(name)) await shelf.delete(name);
    }
  }

  /** Seals what follows the given segments; gives all segments and the rest that is not sealed. */
  async function gather(
    { store, generation }: CopySource<E>,
    known: readonly Segment[],
  ): Promise<Result<{ segments: Segment[]; tail: readonly E[] }, StoreError>> {
    const segments = [...known];
    let tail: readonly E[] = [];
    for (;;) {
      const after = tail.at(-1) ?? segments.at(-1)?.last;
      const next = await store.readEvents({ limit: SEGMENT, ...(after && { after }) });
      if (!next.ok) return next;
      const last = tail.at(-1);
      if (next.value.length > 0 && last !== undefined) {
        const about = { events: tail.length, sum: sumOf(tail) };
        const name = segmentName(generation, about, segments.length);
        await shelf.put(name, await pack({}, tail));
        const { clock, deviceId, id } = last;
        segments.push({ name, ...about, last: { clock, deviceId, id } });
      }
      if (next.value.length > 0) tail = next.value;
      if (next.value.length < SEGMENT) return ok({ segments, tail });
    }
  }

  async function save(source: CopySource<E>): Promise<Result<CopyInfo, CopyFailure>> {
    const { store, generation, clock, savedAt } = source;
    const known = await heads();
    const newest = known.find(({ info }) => info.generation === generation);
    for (const segments of newest ? [newest.info.segments, []] : [[]]) {
      const before = await store.readTally();
      if (!before.ok) return err(before.error.reason);
      const tally = before.value;
      if (newest?.info.tally.revision === tally.revision) return ok(newest.info);
      const gathered = await gather(source, segments);
      if (!gathered.ok) return err(gathered.error.reason);
      const after = await store.readTally();
      // Somebody wrote meanwhile; they will have it copied.
      if (!after.ok || after.value.revision !== tally.revision) return err('stale');
      const { segments: sealed, tail } = gathered.value;
      const events = sealed.reduce((sum, segment) => sum + segment.events, tail.length);
      const sum = sealed.reduce((sum, segment) => (sum ^ segment.sum) >>> 0, sumOf(tail));
      // An event that came from elsewhere may belong among those that are sealed: then all over again.
      if (events !== tally.events || sum !== tally.sum) continue;
      const info: HeadInfo = { generation, tally, clock, savedAt, segments: sealed };
      const used = new Set(known.map(({ slot }) => slot));
      const slot = SLOTS.find((name) => !used.has(name)) ?? known.at(-1)?.slot ?? SLOTS[0];
      await shelf.put(slot, await pack(info, tail));
      if (sealed.length !== newest?.info.segments.length) await sweep();
      return ok(info);
    }
    return err('damaged');
  }

  return {
    save,
    newest: async () => (await heads())[0]?.info ?? null,
    async restore() {
      const known = await heads();
      const newest = known[0];
      if (newest === undefined) return null;
      const events = new Map<string, E>();
      const add = (found: readonly E[]) => {
        for (const event of found) if (!events.has(event.id)) events.set(event.id, event);
      };
      for (const { tail } of known) add(tail);
      const names = (await shelf.names()).filter((name) => name.startsWith('segment-'));
      for (const name of names) add((await read(name))?.events ?? []);
      return { events: [...events.values()], info: newest.info };
    },
  };
}
