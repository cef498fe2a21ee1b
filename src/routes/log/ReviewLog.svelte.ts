/**
 * The log as its page shows it. Of a long log the part that is looked at comes at once; what each event did
 * to the schedule follows when all of it has been folded, in portions between which the page may breathe.
 */
import type { Learner } from '#lib/app/Learner.svelte.ts';
import type { EventId, LogEvent } from '#lib/study/events.ts';
import { traceLog, type LoggedEvent } from '#lib/study/history.ts';

/** A log up to this is traced before a page of it could be shown. */
const SHORT = 3000;
/** Events read or folded at a time: some milliseconds of work. */
const PORTION = 1000;

export interface Traced {
  /** The latest first. */
  readonly entries: readonly LoggedEvent[];
  readonly byId: ReadonlyMap<EventId, LogEvent>;
}

const breathe = () => new Promise((resume) => setTimeout(resume));

export class ReviewLog {
  #learner: Learner;
  /** As far as it was read, in its order. */
  #events: LogEvent[] = [];
  /** What was done here since: by the clock of another device it may belong before what was read. */
  #own: LogEvent[] = [];
  /** Which of the tracings is the one that counts. */
  #turn = 0;

  /** `null` until all of it is traced. */
  traced: Traced | null = $state.raw(null);
  failed = $state(false);

  constructor(learner: Learner) {
    this.#learner = learner;
  }

  get length(): number {
    return this.#learner.state.events;
  }

  /** Whether its pages are worth showing before it is traced. */
  get isLong(): boolean {
    return this.length > SHORT;
  }

  isRevoked({ id }: LogEvent): boolean {
    return this.#learner.state.revoked.has(id);
  }

  /** A page of it, before it is known what its events did. */
  async page(skip: number, limit: number): Promise<Traced | null> {
    const read = await this.#learner.store.readLatest(skip, limit);
    this.failed ||= !read.ok;
    if (!read.ok) return null;
    const untraced = (event: LogEvent) => ({ event, takenBackBy: [], after: null, moved: 0 });
    const byId = new Map(read.value.map((event) => [event.id, event]));
    return { entries: read.value.map(untraced).reverse(), byId };
  }

  /** Reads what is new and traces all of it. */
  async trace(): Promise<void> {
    const turn = ++this.#turn;
    if (this.isLong) this.traced = null;
    for (;;) {
      const after = this.#events.at(-1);
      const limit = PORTION;
      const read = await this.#learner.store.readEvents({ limit, ...(after && { after }) });
      if (turn !== this.#turn) return;
      this.failed ||= !read.ok;
      if (!read.ok) return;
      this.#events.push(...read.value);
      if (read.value.length < PORTION) break;
      await breathe();
    }
    const entries: LoggedEvent[] = [];
    const byId = new Map<EventId, LogEvent>();
    for (const entry of traceLog([...this.#events, ...this.#own])) {
      entries.push(entry);
      byId.set(entry.event.id, entry.event);
      if (entries.length % PORTION !== 0) continue;
      await breathe();
      if (turn !== this.#turn) return;
    }
    this.traced = { entries: entries.reverse(), byId };
  }

  /** @returns false if it could not be stored */
  async revoke(targets: readonly EventId[]): Promise<boolean> {
    const recorded = await this.#learner.record(
      targets.map((target) => ({ type: 'eventRevoked', target })),
    );
    if (recorded.ok) {
      this.#own.push(...recorded.value);
      const traced = this.trace();
      if (!this.isLong) await traced;
    }
    return recorded.ok;
  }
}
