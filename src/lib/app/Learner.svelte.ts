import { err, ok, type Result } from '#lib/base/result.ts';
import { studyDayAt } from '#lib/base/time.ts';
import type { Moment } from '#lib/study/card-state.ts';
import { CLOCK_START, clockFromText, receive, type HybridClock } from '#lib/study/clock.ts';
import type {
  DeviceId,
  EventId,
  EventOf,
  EventType,
  LogEvent,
  Payloads,
} from '#lib/study/events.ts';
import { EMPTY_STATE, type LearningState } from '#lib/study/learning-state.ts';
import {
  allRows,
  changedRows,
  PROJECTION_VERSION,
  stateFromRows,
  type ProjectionRow,
} from '#lib/study/projection.ts';
import { recordEvent } from '#lib/study/record-event.ts';
import {
  readAllEvents,
  type EventStore,
  type ImportOptions,
  type ImportOutcome,
  type StoreError,
} from '#lib/storage/event-store.ts';
import { now, uuid, zone } from './device.ts';

/** The fold brings the scheduler with it: loaded with the first answer, not with the first page. */
const loadFold = () => import('#lib/study/fold.ts');

export type LearnerStore = EventStore<LogEvent, ProjectionRow>;

/** Something that happened, before the edge has put its time and place to it. */
export type Happening = { [T in EventType]: { readonly type: T } & Payloads[T] }[EventType];

const DEVICE_ID = 'device-id';

/** The learner of this browser profile: the log, and the state that follows from it. */
export class Learner {
  #store: LearnerStore;
  #deviceId: DeviceId;
  #clock: HybridClock;
  /** Writes wait for one another: each begins with the state that the one before left. */
  #writing: Promise<unknown> = Promise.resolve();

  state: LearningState = $state.raw(EMPTY_STATE);

  private constructor(store: LearnerStore, deviceId: DeviceId, state: LearningState) {
    this.#store = store;
    this.#deviceId = deviceId;
    this.state = state;
    this.#clock = state.last === null ? CLOCK_START : clockFromText(state.last.clock);
  }

  /** Opens the log; folds it only if its projection is missing, stale or of another version. */
  static async open(store: LearnerStore): Promise<Result<Learner, StoreError>> {
    const device = await deviceIdOf(store);
    if (!device.ok) return device;
    const projection = await store.readProjection();
    if (!projection.ok) return projection;
    const isCurrent = projection.value?.version === PROJECTION_VERSION;
    const kept = isCurrent ? stateFromRows(projection.value.rows) : null;
    const state = kept === null ? await refold(store) : ok(kept);
    return state.ok ? ok(new Learner(store, device.value, state.value)) : state;
  }

  /** The present on this device, with the learner's study day. */
  moment(): Moment {
    const at = now();
    return { at, day: studyDayAt(at, zone()) };
  }

  /**
   * Appends what happened, all of it or nothing. When this gives ok, it is durable; only then does
   * `state` change. What `metaFor` makes of the events and the state after them is kept in the same
   * transaction.
   */
  record(
    happenings: readonly Happening[],
    metaFor: (
      events: readonly LogEvent[],
      next: LearningState,
    ) => Readonly<Record<string, unknown>> = () => ({}),
  ): Promise<Result<readonly LogEvent[], StoreError>> {
    return this.#inTurn(async () => {
      let clock = this.#clock;
      const events = happenings.map((happening) => {
        const { type, ...payload } = happening;
        const recorded = recordEvent(this.#edge(clock), type, payload as Payloads[typeof type]);
        clock = recorded.clock;
        return recorded.event as EventOf<EventType>;
      });
      const next = await this.#stateAfter(events);
      if (!next.ok) return next;
      const written = await this.#store.append({
        events,
        ...changedRows(this.state, next.value),
        meta: metaFor(events, next.value),
      });
      if (!written.ok) return written;
      this.#clock = clock;
      this.state = next.value;
      return ok(events);
    });
  }

  /** Adds events of a backup or another device, and folds the log again. */
  merge(
    events: readonly LogEvent[],
    options: ImportOptions,
  ): Promise<Result<ImportOutcome, StoreError>> {
    return this.#inTurn(async () => {
      const imported = await this.#store.importEvents(events, options);
      const state = await refold(this.#store);
      if (state.ok) {
        this.state = state.value;
        const { last } = state.value;
        if (last !== null) this.#clock = receive(this.#clock, clockFromText(last.clock), now());
      }
      return imported.ok && !state.ok ? state : imported;
    });
  }

  readEvents(): Promise<Result<readonly LogEvent[], StoreError>> {
    return readAllEvents(this.#store);
  }

  readMeta(name: string): Promise<Result<unknown, StoreError>> {
    return this.#store.readMeta(name);
  }

  writeMeta(meta: Readonly<Record<string, unknown>>): Promise<Result<void, StoreError>> {
    return this.#inTurn(() => this.#store.writeMeta(meta));
  }

  get deviceId(): DeviceId {
    return this.#deviceId;
  }

  #edge(clock: HybridClock) {
    const newId = () => uuid() as EventId;
    return { deviceId: this.#deviceId, clock, now: now(), zone: zone(), newId };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(work, work);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** The state after more events; a revocation makes it fold the log again. */
  async #stateAfter(events: readonly LogEvent[]): Promise<Result<LearningState, StoreError>> {
    const { appendToState, foldLog } = await loadFold();
    let state: LearningState | null = this.state;
    for (const event of events) state = state && appendToState(state, event);
    if (state !== null) return ok(state);
    const log = await this.readEvents();
    return log.ok ? ok(foldLog([...log.value, ...events])) : log;
  }
}

async function refold(store: LearnerStore): Promise<Result<LearningState, StoreError>> {
  const log = await readAllEvents(store);
  if (!log.ok) return log;
  if (log.value.length === 0) return ok(EMPTY_STATE);
  const { foldLog } = await loadFold();
  const state = foldLog(log.value);
  const kept = await store.replaceProjection({
    version: PROJECTION_VERSION,
    rows: allRows(state),
  });
  return kept.ok ? ok(state) : err(kept.error);
}

async function deviceIdOf(store: LearnerStore): Promise<Result<DeviceId, StoreError>> {
  const known = await store.readMeta(DEVICE_ID);
  if (!known.ok) return known;
  if (typeof known.value === 'string') return ok(known.value as DeviceId);
  const deviceId = uuid() as DeviceId;
  const written = await store.writeMeta({ [DEVICE_ID]: deviceId });
  return written.ok ? ok(deviceId) : written;
}
