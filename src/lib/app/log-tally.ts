/** The log added up for the statistics: read in pieces, so that whoever reads it can do other things between. */
import { err, ok, type Result } from '#lib/base/result.ts';
import {
  holds,
  LAG,
  TALLY_VERSION,
  usable,
  WORTH,
  type Checkpoint,
} from '#lib/stats/checkpoint.ts';
import { addReview, emptyTally, type LogTally } from '#lib/stats/log-tally.ts';
import { createHistoryReader } from '#lib/stats/review-history.ts';
import type { EventStore } from '#lib/storage/event-store.ts';
import type { EventId, LogEvent, OrderKey } from '#lib/study/events.ts';
import type { ProjectionRow } from '#lib/study/projection.ts';

/** Events read at once: some tens of milliseconds on a slow phone. */
const PIECE = 1000;
const CHECKPOINT = 'statistics';

type Store = EventStore<LogEvent, ProjectionRow>;

/** A log with what its fold knows of it. */
export interface KnownLog {
  readonly store: Pick<Store, 'readEvents' | 'readMeta' | 'writeMeta'>;
  /** How many events there are. */
  readonly events: number;
  readonly revoked: ReadonlySet<EventId>;
}

export type ReadingFailure = 'unread' | 'stopped';

export interface Watching {
  readonly onProgress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** The events after a place in the log, piece by piece; the next is fetched while one is worked on. */
export async function* piecesOf(
  { store }: Pick<KnownLog, 'store'>,
  after: OrderKey | null,
): AsyncGenerator<readonly LogEvent[] | null, void> {
  const fetch = (from: OrderKey | null) =>
    store.readEvents({ limit: PIECE, ...(from && { after: from }) });
  let next = fetch(after);
  for (;;) {
    const read = await next;
    if (!read.ok) {
      yield null;
      return;
    }
    const last = read.value.at(-1);
    if (last !== undefined) next = fetch(last);
    if (read.value.length > 0) yield read.value;
    if (read.value.length < PIECE) return;
  }
}

/** What is kept from an earlier visit, with the events since; `null` if it no longer holds. */
async function keptWithRest(
  log: KnownLog,
): Promise<{ kept: Checkpoint; rest: readonly LogEvent[][] } | null> {
  const read = await log.store.readMeta(CHECKPOINT);
  const kept = read.ok ? usable(read.value) : null;
  if (kept === null) return null;
  const rest: LogEvent[][] = [];
  for await (const piece of piecesOf(log, kept.last)) {
    if (piece === null) return null;
    rest.push([...piece]);
  }
  return holds(kept, rest.flat(), log.events) ? { kept, rest } : null;
}

/** What a log adds up to; from a checkpoint where there is one. */
export async function readTally(
  log: KnownLog,
  { onProgress, signal }: Watching,
): Promise<Result<LogTally, ReadingFailure>> {
  const { events: all, revoked } = log;
  const from = await keptWithRest(log);
  const tally = from?.kept.tally ?? emptyTally();
  const reader = createHistoryReader(revoked, from?.kept.reader);
  const start = from?.kept.events ?? 0;
  let done = start;
  let keeping: Promise<unknown> | null = null;
  for await (const piece of from?.rest ?? piecesOf(log, null)) {
    if (signal.aborted) return err('stopped');
    if (piece === null) return err('unread');
    for (const review of reader.read(piece)) addReview(tally, review);
    done += piece.length;
    onProgress(done, all);
    const isAtLag = done <= all - LAG && done + PIECE > all - LAG;
    const last = piece.at(-1);
    if (!isAtLag || done - start < WORTH || last === undefined) continue;
    const { clock, deviceId, id } = last;
    const checkpoint: Checkpoint = {
      version: TALLY_VERSION,
      events: done,
      last: { clock, deviceId, id },
      reader: reader.state,
      tally,
    };
    // A copy, since reading goes on. If there is no room for it, the next visit reads everything again.
    keeping = log.store.writeMeta({ [CHECKPOINT]: structuredClone(checkpoint) });
  }
  await keeping;
  return ok(tally);
}
