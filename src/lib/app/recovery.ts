/** When the database has lost something: what is known of it, and the way back. */
import { err, ok, type Result } from '#lib/base/result.ts';
import { openCacheShelf } from '#lib/storage/cache-shelf.ts';
import { createCopies } from '#lib/storage/copies.ts';
import type { StoredEvent, StoreError } from '#lib/storage/event-store.ts';
import { within } from '#lib/storage/idb-errors.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import { COPIES, databaseName, writeMarker, type Marker } from '#lib/storage/marker.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { readEvent } from '#lib/study/read-event.ts';
import type { LearnerStore } from './known-state.ts';

/** What was found when the log was opened. */
export interface Loss {
  /** The database in which it was found. */
  readonly generation: number;
  /** Events that should be there, as far as anything remembers. */
  readonly expected: number;
  /** Events that can still be read from the database. */
  readonly found: number;
  readonly copy: {
    readonly events: readonly LogEvent[];
    readonly savedAt: number;
  } | null;
  readonly clock: string;
  readonly salvaged: readonly LogEvent[];
  /** What belongs to the device, as far as it can be read. */
  readonly meta: Readonly<Record<string, unknown>>;
}

const DEVICE_META = ['device-id', 'backup', 'study-session'];
/** Numbers of generations that are tried: one after another may be damaged too. */
const MOST_TRIED = 5;
/** What lies outside the database may be unreadable too. */
const COPY_READ_WITHIN_MS = 30_000;

const copies = () => {
  const shelf = openCacheShelf();
  return shelf && createCopies<unknown & StoredEvent>(shelf);
};

function valid(events: readonly unknown[]): readonly LogEvent[] {
  return events.flatMap((event) => {
    const read = readEvent(event);
    return read.ok ? [read.value] : [];
  });
}

async function deviceMeta(store: LearnerStore): Promise<Record<string, unknown>> {
  const meta: Record<string, unknown> = {};
  for (const name of DEVICE_META) {
    const read = await store.readMeta(name);
    if (read.ok && read.value !== undefined) meta[name] = read.value;
  }
  return meta;
}

/** Looks at what is left, here and in the second copy. */
export async function describeLoss(
  store: LearnerStore,
  generation: number,
  marker: Marker | null,
): Promise<Loss> {
  const copy = copies()?.restore() ?? Promise.resolve(null);
  const [left, restored, meta] = await Promise.all([
    store.salvage(),
    within(COPY_READ_WITHIN_MS, copy).catch(() => null),
    deviceMeta(store),
  ]);
  const salvaged = valid(left);
  const kept = restored ? valid(restored.events) : [];
  return {
    generation,
    expected: Math.max(
      marker?.tally.events ?? 0,
      restored?.info.tally.events ?? 0,
      salvaged.length,
    ),
    found: salvaged.length,
    copy: restored && kept.length > 0 ? { events: kept, savedAt: restored.info.savedAt } : null,
    clock: [marker?.clock ?? '', restored?.info.clock ?? ''].sort().at(-1) ?? '',
    salvaged,
    meta,
  };
}

/** Everything there is, each event once; the copy's word counts where both have one. */
export function unionOf({ copy, salvaged }: Pick<Loss, 'copy' | 'salvaged'>): readonly LogEvent[] {
  const events = new Map<string, LogEvent>();
  for (const event of [...(copy?.events ?? []), ...salvaged]) {
    if (!events.has(event.id)) events.set(event.id, event);
  }
  return [...events.values()];
}

/**
 * Begins a new database with what is left; the damaged one is not written to again. The new one counts
 * only when all is in it: until then everything is as it was.
 *
 * @param withCopy false to go on with what the damaged database still gives; the copies are then gone
 */
export async function rebuild(loss: Loss, withCopy: boolean): Promise<Result<number, StoreError>> {
  const events = unionOf(withCopy ? loss : { ...loss, copy: null });
  let failed: StoreError = { reason: 'unknown', detail: '' };
  for (let step = 1; step <= MOST_TRIED; step++) {
    const generation = loss.generation + step;
    const store = createIdbEventStore({ name: databaseName(generation) });
    const imported = await store.importEvents(events);
    const tally = imported.ok ? await store.readTally() : imported;
    // Strict: with it, all before it is on the disk too.
    const written = tally.ok ? await store.writeMeta({ ...loss.meta, clock: loss.clock }) : tally;
    store.close();
    if (tally.ok && written.ok) {
      if (!withCopy) await caches.delete(COPIES).catch(() => false);
      writeMarker({ generation, tally: tally.value, clock: loss.clock });
      return ok(tally.value.events);
    }
    if (!written.ok) failed = written.error;
    if (failed.reason === 'quota') break;
  }
  return err(failed);
}
