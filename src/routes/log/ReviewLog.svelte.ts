/**
 * The log as its page shows it. Of a long log the part that is looked at comes at once; what each event did
 * to the schedule follows when all of it has been folded, beside the page.
 */
import { inSlices } from '#lib/app/in-slices.ts';
import type { Learner } from '#lib/app/Learner.svelte.ts';
import type { EventId, LogEvent } from '#lib/study/events.ts';
import { tracing, untraced, type Traced } from './traced.ts';

/** A log up to this is traced before a page of it could be shown. */
const SHORT = 3000;
/** Events read at once: some tens of milliseconds of work on a slow phone. */
const READ_AT_ONCE = 500;

export class ReviewLog {
  #learner: Learner;
  /** As far as it was read, in its order. */
  #events: LogEvent[] = [];
  /** What was done here since: by the clock of another device it may belong before what was read. */
  #own: LogEvent[] = [];
  /** Ends the tracing that is under way. */
  #stop = new AbortController();

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
    return read.ok ? untraced(read.value) : null;
  }

  /** Reads what is new and traces all of it. */
  async trace(): Promise<void> {
    this.#stop.abort();
    const { signal } = (this.#stop = new AbortController());
    if (this.isLong) this.traced = null;
    for (;;) {
      const after = this.#events.at(-1);
      const limit = READ_AT_ONCE;
      const read = await this.#learner.store.readEvents({ limit, ...(after && { after }) });
      if (signal.aborted) return;
      this.failed ||= !read.ok;
      if (!read.ok) return;
      this.#events.push(...read.value);
      if (read.value.length < limit) break;
    }
    const traced = await inSlices(tracing([...this.#events, ...this.#own]), signal);
    if (traced !== null) this.traced = traced;
  }

  /** Nobody looks at it any more. */
  close(): void {
    this.#stop.abort();
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
