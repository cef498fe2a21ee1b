import { err, ok, type Result } from '#lib/base/result.ts';
import { studyDayAt } from '#lib/base/time.ts';
import type { CardId } from '#lib/base/ids.ts';
import type { Moment } from '#lib/study/card-state.ts';
import {
  CLOCK_START,
  clockFromText,
  clockToText,
  isClockText,
  receive,
  type ClockText,
  type HybridClock,
} from '#lib/study/clock.ts';
import type {
  DeviceId,
  EventId,
  EventOf,
  EventType,
  LogEvent,
  Payloads,
} from '#lib/study/events.ts';
import { EMPTY_STATE, type LearningState } from '#lib/study/learning-state.ts';
import { cardOfRow, changedRows } from '#lib/study/projection.ts';
import { recordEvent } from '#lib/study/record-event.ts';
import {
  readAllEvents,
  type ImportOptions,
  type ImportOutcome,
  type StoreError,
  type Tally,
} from '#lib/storage/event-store.ts';
import { now, uuid, zone } from './device.ts';
import {
  deviceIdOf,
  loadWholeLog,
  readKnown,
  refolded,
  type Known,
  type LearnerStore,
} from './known-state.ts';
import type { Tabs } from './tabs.ts';

/** Something that happened, before the edge has put its time and place to it. */
export type Happening = { [T in EventType]: { readonly type: T } & Payloads[T] }[EventType];

const CLOCK = 'clock';
/** So often a write begins anew because another tab was quicker. With locks it never happens. */
const ATTEMPTS = 20;

export interface LearnerOptions {
  readonly tabs: Pick<Tabs, 'tell' | 'alone'>;
  /** A clock of this device known from elsewhere; as text, perhaps empty. */
  readonly clock?: string;
  /** Called when something is durable, before anybody else hears of it. */
  readonly onWritten?: (tally: Tally, clock: string) => void;
  /** Called when the log has become shorter, which it never does by itself. Nothing is written then. */
  readonly onShrunk?: () => void;
}

/** The learner of this browser profile: the log, and the state that follows from it. */
export class Learner {
  readonly store: LearnerStore;
  readonly deviceId: DeviceId;
  #options: LearnerOptions;
  #clock: HybridClock;
  #tally: Tally;
  /** Writes wait for one another: each begins with the state that the one before left. */
  #writing: Promise<unknown> = Promise.resolve();

  state: LearningState = $state.raw(EMPTY_STATE);
  /** Told which cards' states were changed by another tab. */
  onElsewhere: ((cards: readonly CardId[]) => void) | null = null;

  private constructor(
    store: LearnerStore,
    options: LearnerOptions,
    deviceId: DeviceId,
    clock: HybridClock,
    { state, tally }: Known,
  ) {
    this.store = store;
    this.deviceId = deviceId;
    this.#options = options;
    this.state = state;
    this.#tally = tally;
    this.#clock = clock;
  }

  /** Opens the log; folds it only if its projection is missing, stale or of another version. */
  static async open(
    store: LearnerStore,
    options: LearnerOptions,
  ): Promise<Result<Learner, StoreError>> {
    const device = await deviceIdOf(store);
    if (!device.ok) return device;
    const own = await store.readMeta(CLOCK);
    if (!own.ok) return own;
    const kept = await readKnown(store);
    if (!kept.ok) return kept;
    const known =
      kept.value === null ? await options.tabs.alone(() => refolded(store)) : ok<Known>(kept.value);
    if (!known.ok) return known;
    const { last } = known.value.state;
    // Clocks sort as text.
    const text = [own.value, options.clock].filter(isKnownClock).sort().at(-1);
    const clock = text === undefined ? CLOCK_START : clockFromText(text);
    const seen = last === null ? clock : receive(clock, clockFromText(last.clock), now());
    return ok(new Learner(store, options, device.value, seen, known.value));
  }

  /** The present on this device, with the learner's study day. */
  moment(): Moment {
    const at = now();
    return { at, day: studyDayAt(at, zone()) };
  }

  /** What the log adds up to, as far as this tab knows. */
  get tally(): Tally {
    return this.#tally;
  }

  /** The clock of this device after its last event. */
  get clock(): string {
    return clockToText(this.#clock);
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
      for (let attempt = 1; ; attempt++) {
        let clock = this.#clock;
        const events = happenings.map((happening) => {
          const { type, ...payload } = happening;
          const recorded = recordEvent(this.#edge(clock), type, payload as Payloads[typeof type]);
          clock = recorded.clock;
          return recorded.event as EventOf<EventType>;
        });
        const { stateAfter } = await loadWholeLog();
        const next = await stateAfter(this.store, this.state, events, now());
        if (!next.ok) return next;
        const written = await this.store.append({
          events,
          ...changedRows(this.state, next.value),
          meta: { [CLOCK]: clockToText(clock), ...metaFor(events, next.value) },
          expected: this.#tally.revision,
        });
        if (written.ok) {
          this.#clock = clock;
          this.#take({ state: next.value, tally: written.value });
          return ok(events);
        }
        if (written.error.reason !== 'stale' || attempt === ATTEMPTS) return written;
        const caughtUp = await this.#catchUp();
        if (!caughtUp.ok) return caughtUp;
      }
    });
  }

  /** Adds events of a backup or another device, and folds the log again. */
  merge(
    events: readonly LogEvent[],
    options: ImportOptions,
  ): Promise<Result<ImportOutcome, StoreError>> {
    return this.#inTurn(async () => {
      const imported = await this.store.importEvents(events, options);
      const known = await refolded(this.store);
      if (known.ok) {
        const { last } = known.value.state;
        if (last !== null) this.#clock = receive(this.#clock, clockFromText(last.clock), now());
        this.#take(known.value);
      }
      return imported.ok && !known.ok ? known : imported;
    });
  }

  /** Looks whether another tab has written, and takes its part over. */
  async lookElsewhere(): Promise<void> {
    await this.#inTurn(async () => {
      const tally = await this.store.readTally();
      if (tally.ok && tally.value.revision !== this.#tally.revision) await this.#catchUp();
    });
  }

  readEvents(): Promise<Result<readonly LogEvent[], StoreError>> {
    return readAllEvents(this.store);
  }

  readMeta(name: string): Promise<Result<unknown, StoreError>> {
    return this.store.readMeta(name);
  }

  writeMeta(meta: Readonly<Record<string, unknown>>): Promise<Result<void, StoreError>> {
    return this.#inTurn(() => this.store.writeMeta(meta));
  }

  #edge(clock: HybridClock) {
    const newId = () => uuid() as EventId;
    return { deviceId: this.deviceId, clock, now: now(), zone: zone(), newId };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const alone = () => this.#options.tabs.alone(work);
    const turn = this.#writing.then(alone, alone);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  #take({ state, tally }: Known): void {
    this.state = state;
    this.#tally = tally;
    this.#options.onWritten?.(tally, this.clock);
    this.#options.tabs.tell('written');
  }

  /** Takes over what other tabs wrote. Only in turn. */
  async #catchUp(): Promise<Result<unknown, StoreError>> {
    const read = await readKnown(this.store);
    const known = read.ok && read.value === null ? await refolded(this.store) : read;
    if (!known.ok || known.value === null) return known;
    if (known.value.tally.events < this.#tally.events) {
      this.#options.onShrunk?.();
      return err({ reason: 'lost', detail: `of ${this.#tally.events}` });
    }
    const { put } = changedRows(this.state, known.value.state);
    const { last } = known.value.state;
    this.state = known.value.state;
    this.#tally = known.value.tally;
    if (last !== null) this.#clock = receive(this.#clock, clockFromText(last.clock), now());
    const cards = put.flatMap((row) => cardOfRow(row) ?? []);
    // Not in the middle of the write that found it out.
    if (cards.length > 0) setTimeout(() => this.onElsewhere?.(cards));
    return known;
  }
}

const isKnownClock = (value: unknown): value is ClockText =>
  typeof value === 'string' && isClockText(value);
