/**
 * Keeps the second copy of the log up to date: soon after an answer, at the latest some seconds later
 * while they come thick and fast, and when the page is left. Loaded with the first answer.
 */
import { createCopies, type CopyInfo } from '#lib/storage/copies.ts';
import { openCacheShelf } from '#lib/storage/cache-shelf.ts';
import { sumOf } from '#lib/storage/event-store.ts';
import { writeMarker } from '#lib/storage/marker.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { now } from './device.ts';
import type { Learner } from './Learner.svelte.ts';

const QUIET_MS = 1000;
const LONGEST_MS = 5000;
/** So many events are read at once while the log is examined. */
const CHUNK = 1000;
const LOCK = 'footnote-copy';
const ASKED = 'footnote.asked-to-persist';

export class SecondCopy {
  #learner: Learner;
  #generation: number;
  #shelf = openCacheShelf();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(learner: Learner, generation: number) {
    this.#learner = learner;
    this.#generation = generation;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#saveIfWaiting();
    });
    addEventListener('pagehide', () => this.#saveIfWaiting());
  }

  /** Something was written. */
  note(): void {
    void askToPersist();
    const at = performance.now();
    this.#waitingSince ??= at;
    clearTimeout(this.#timer);
    const wait = Math.min(QUIET_MS, Math.max(this.#waitingSince + LONGEST_MS - at, 0));
    this.#timer = setTimeout(() => this.#saveIfWaiting(), wait);
  }

  /** What was written by a page that had no time to copy it. */
  async catchUp(): Promise<void> {
    const { tally, clock } = this.#learner;
    writeMarker({ generation: this.#generation, tally, clock });
    await this.save();
  }

  /** Saves now; `null` if there is no place for a copy, or the log does not add up. */
  async save(): Promise<CopyInfo | null> {
    const shelf = this.#shelf;
    if (shelf === null || this.#learner.tally.events === 0) return null;
    const { store, clock } = this.#learner;
    const source = { store, generation: this.#generation, clock, savedAt: now() };
    const work = async () => {
      const saved = await createCopies<LogEvent>(shelf).save(source);
      return saved.ok ? saved.value : null;
    };
    const saved = this.#saving.then(() =>
      'locks' in navigator ? navigator.locks.request(LOCK, work) : work(),
    );
    this.#saving = saved.catch(() => undefined);
    return saved.catch(() => null);
  }

  #saveIfWaiting(): void {
    if (this.#waitingSince === null) return;
    clearTimeout(this.#timer);
    this.#waitingSince = null;
    void this.save();
  }
}

/** Once, at the first answer: then there is something to keep. */
async function askToPersist(): Promise<void> {
  try {
    if (localStorage.getItem(ASKED) !== null) return;
    localStorage.setItem(ASKED, '1');
    await navigator.storage.persist();
  } catch {
    // No such storage, or no such question: the settings page says that nothing was granted.
  }
}

/**
 * Reads all there is, the log in pieces, and adds it up.
 *
 * @returns false if the database holds something else than it says, or cannot be read
 */
export async function isWhole({
  store,
  tally,
}: Pick<Learner, 'store' | 'tally'>): Promise<boolean> {
  if (!(await store.readProjection()).ok || !(await store.inspect()).ok) return false;
  for (;;) {
    const before = await store.readTally();
    if (!before.ok || before.value.events < tally.events) return false;
    let count = 0;
    let sum = 0;
    let after: LogEvent | undefined;
    for (;;) {
      const read = await store.readEvents({ limit: CHUNK, ...(after && { after }) });
      if (!read.ok) return false;
      count += read.value.length;
      sum = (sum ^ sumOf(read.value)) >>> 0;
      after = read.value.at(-1);
      if (read.value.length < CHUNK) break;
      await new Promise((resolve) => setTimeout(resolve));
    }
    const { revision, events, sum: expected } = before.value;
    if (count === events && sum === expected) return true;
    const now = await store.readTally();
    if (!now.ok || now.value.revision === revision) return false;
  }
}
