/**
 * Folding the log: loaded with the first answer, since the scheduler comes with it. A checkpoint lies
 * some way back in a long log, so that an undo folds what came after it and not a hundred thousand
 * events. It is the device's, and may be thrown away.
 */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import { clockFromText, MAX_AHEAD_MS } from '#lib/study/clock.ts';
import type { LogEvent, OrderKey } from '#lib/study/events.ts';
import {
  appendToState,
  changesModel,
  foldFrom,
  foldInSteps,
  type Checkpoint,
  type Folded,
} from '#lib/study/fold.ts';
import { EMPTY_STATE, type LearningState } from '#lib/study/learning-state.ts';
import {
  allRows,
  PROJECTION_VERSION,
  stateFromRows,
  type ProjectionRow,
} from '#lib/study/projection.ts';
import type { EventStore, StoreError, Tally } from '#lib/storage/event-store.ts';
import { inSlices } from './in-slices.ts';

type Store = EventStore<LogEvent, ProjectionRow>;

const CHECKPOINT = 'checkpoint';
/** A log shorter than this is folded from its beginning. */
const SHORT_LOG = 4000;
/** The checkpoint lies so many events back: what is undone is nearly always later. */
const LAG = 1000;
/** With more than this behind the checkpoint, a new one is made. */
const LONG_TAIL = 6000;

/** Events read at once: some tens of milliseconds of work on a slow phone. */
const READ_AT_ONCE = 500;

/** The log, or what comes after a place in it, in portions that a page takes over beside its other work. */
async function readLog(
  store: Store,
  from: OrderKey | null,
): Promise<Result<readonly LogEvent[], StoreError>> {
  const events: LogEvent[] = [];
  for (;;) {
    const after = events.at(-1) ?? from;
    const read = await store.readEvents({ limit: READ_AT_ONCE, ...(after && { after }) });
    if (!read.ok) return read;
    for (const event of read.value) events.push(event);
    if (read.value.length < READ_AT_ONCE) return ok(events);
  }
}

interface Kept {
  readonly version: number;
  readonly rows: readonly ProjectionRow[];
  /** Absent in what earlier versions kept. */
  readonly revocations?: Checkpoint['revocations'];
}

const known = new WeakMap<Store, Checkpoint>();

async function checkpointOf(store: Store): Promise<Checkpoint | null> {
  const cached = known.get(store);
  if (cached !== undefined) return cached;
  const read = await store.readMeta(CHECKPOINT);
  const { version, rows, revocations } = (read.ok && (read.value as Kept | null)) || {};
  const isUsable = version === PROJECTION_VERSION && rows !== undefined;
  const state = isUsable ? stateFromRows(rows) : null;
  if (state === null || revocations === undefined) return null;
  const checkpoint = { state, revocations };
  known.set(store, checkpoint);
  return checkpoint;
}

/** Keeps a new checkpoint for speed: if there is no room for it, nothing is lost. */
async function keep(store: Store, { checkpoint }: Folded): Promise<void> {
  if (checkpoint === null) return;
  const { state, revocations } = checkpoint;
  known.set(store, checkpoint);
  const kept: Kept = { version: PROJECTION_VERSION, rows: allRows(state), revocations };
  await store.writeMeta({ [CHECKPOINT]: kept });
}

/**
 * Where a checkpoint goes: some way back, but after the last change of model, behind which none is of use,
 * and before all events of clocks that are wildly ahead, since whatever happens now comes before those.
 */
function cutOf(log: readonly LogEvent[], now: Instant): number {
  let wild = log.length;
  while (wild > 0 && isAhead(log[wild - 1], now)) wild -= 1;
  const cut = Math.max(log.length - LAG, log.findLastIndex(changesModel) + 1);
  return Math.max(Math.min(cut, wild), 0);
}

const isAhead = (event: LogEvent | undefined, now: Instant) =>
  event !== undefined && clockFromText(event.clock).ms > now + MAX_AHEAD_MS;

/** In slices, so that the page goes on meanwhile. Without a signal it always comes to its end. */
const beside = async <T>(steps: Generator<void, T>): Promise<T> => (await inSlices(steps)) as T;

/** Folds the whole log, with a checkpoint on the way if it is long. */
async function foldWhole(
  store: Store,
  log: readonly LogEvent[],
  more: readonly LogEvent[],
  now: Instant,
): Promise<LearningState> {
  const cut = log.length < SHORT_LOG ? 0 : cutOf(log, now);
  const folded = await beside(foldInSteps([...log, ...more], cut));
  await keep(store, folded);
  return folded.state;
}

/** So often it begins anew because another tab went on writing. With locks it never happens. */
const ATTEMPTS = 20;

/** Folds the log from its beginning and keeps what comes of it beside the log. */
export async function refold(
  store: Store,
  now: Instant,
): Promise<Result<{ readonly state: LearningState; readonly tally: Tally }, StoreError>> {
  for (let attempt = 1; ; attempt++) {
    const folded = await refoldOnce(store, now);
    const isStale = !folded.ok && folded.error.reason === 'stale';
    if (!isStale || attempt === ATTEMPTS) return folded;
  }
}

async function refoldOnce(store: Store, now: Instant): ReturnType<typeof refold> {
  const before = await store.readTally();
  if (!before.ok) return before;
  const log = await readLog(store, null);
  if (!log.ok) return log;
  const state = log.value.length === 0 ? EMPTY_STATE : await foldWhole(store, log.value, [], now);
  const projection = { version: PROJECTION_VERSION, rows: allRows(state) };
  const kept = await store.replaceProjection(projection, before.value.revision);
  return kept.ok ? ok({ state, tally: before.value }) : err(kept.error);
}

/** The state after some more events; as much of the log as they reach back to is folded again. */
export async function stateAfter(
  store: Store,
  state: LearningState,
  events: readonly LogEvent[],
  now: Instant,
): Promise<Result<LearningState, StoreError>> {
  let next: LearningState | null = state;
  for (const event of events) next = next && appendToState(next, event);
  if (next !== null) return ok(next);

  const checkpoint = state.events < SHORT_LOG ? null : await checkpointOf(store);
  if (checkpoint?.state.last) {
    const tail = await readLog(store, checkpoint.state.last);
    if (!tail.ok) return tail;
    // Events that came from elsewhere may belong before the checkpoint: then it is none any more.
    const isWhole = checkpoint.state.events + tail.value.length === state.events;
    const cut = tail.value.length > LONG_TAIL ? cutOf(tail.value, now) : 0;
    const folded = isWhole
      ? await beside(foldFrom(checkpoint, [...tail.value, ...events], cut))
      : null;
    if (folded !== null) {
      await keep(store, folded);
      return ok(folded.state);
    }
  }
  const log = await readLog(store, null);
  return log.ok ? ok(await foldWhole(store, log.value, events, now)) : log;
}
