import { err } from '#lib/base/result.ts';
import type { StoreFailure } from '#lib/storage/event-store.ts';
import { storeErrorOf, within } from '#lib/storage/idb-errors.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import {
  databaseName,
  hasCopies,
  latestGeneration,
  readMarker,
  writeMarker,
  type Marker,
} from '#lib/storage/marker.ts';
import type { LogEvent } from '#lib/study/events.ts';
import type { ProjectionRow } from '#lib/study/projection.ts';
import type { LearnerStore } from './known-state.ts';
import { Learner } from './Learner.svelte.ts';
import { loadLibrary, type Library } from './library.ts';
import type { Loss } from './recovery.ts';
import type { SecondCopy } from './second-copy.ts';
import { createTabs, type Tabs } from './tabs.ts';

/** How far the app has come with opening. */
export type Opening =
  | { readonly phase: 'starting' }
  | { readonly phase: 'ready'; readonly library: Library; readonly learner: Learner }
  | { readonly phase: 'failed'; readonly what: 'pack' | StoreFailure }
  /** Something of the log is missing, or it cannot be read: the way back is offered. */
  | { readonly phase: 'damaged'; readonly loss: Loss };

/** Failures that may be of a damaged database; the others say what is wrong. */
const ofDamage: readonly StoreFailure[] = ['damaged', 'unavailable', 'lost', 'unknown', 'quota'];
const OPEN_AGAIN_AFTER_MS = 1500;
/** Far longer than a log of 100,000 answers takes to be folded on a slow phone. */
const OPEN_WITHIN_MS = 60_000;
/** The page has come to rest by then. */
const EXAMINED_AFTER_MS = 3000;

const loadSecondCopy = () => import('./second-copy.ts');

/** The composition root: puts the packs, the store and the learner together, once for all pages. */
export class FootnoteApp {
  opening: Opening = $state.raw({ phase: 'starting' });

  #generation = 1;
  #copy: Promise<SecondCopy> | null = null;
  #tabs: Tabs | null = null;

  /** Opens packs and log; may be called again after a failure. */
  async start(): Promise<void> {
    this.opening = { phase: 'starting' };
    const tabs = (this.#tabs ??= this.#join());
    const marker = readMarker();
    this.#generation = marker?.generation ?? (await latestGeneration());
    this.#copy = null;
    const store = createIdbEventStore<LogEvent, ProjectionRow>({
      name: databaseName(this.#generation),
      onTakenOver: () => {
        this.opening = { phase: 'failed', what: 'outdated' };
      },
    });
    const open = () =>
      Learner.open(store, {
        tabs,
        clock: marker?.clock ?? '',
        onShrunk: () => void this.#offerRecovery(store),
        onWritten: (tally, clock) => {
          writeMarker({ generation: this.#generation, tally, clock });
          void this.copy?.then((copy) => copy.note());
        },
      });
    const [library, learner] = await Promise.all([loadLibrary(), openPatiently(open)]);
    if (await isLoss(learner, marker)) await this.#offerRecovery(store);
    else if (!learner.ok) this.opening = { phase: 'failed', what: learner.error.reason };
    else if (!library.ok) this.opening = { phase: 'failed', what: 'pack' };
    else {
      this.opening = { phase: 'ready', library: library.value, learner: learner.value };
      setTimeout(() => void this.#examine(learner.value), EXAMINED_AFTER_MS);
    }
  }

  /** The second copy of the log, once it is open. */
  get copy(): Promise<SecondCopy> | null {
    const { opening } = this;
    if (opening.phase !== 'ready') return null;
    this.#copy ??= loadSecondCopy().then(
      ({ SecondCopy }) => new SecondCopy(opening.learner, this.#generation),
    );
    return this.#copy;
  }

  /** Begins a new database with what is left, and opens it here and in the other tabs. */
  async recover(loss: Loss, withCopy: boolean): Promise<boolean> {
    const { rebuild } = await import('./recovery.ts');
    const rebuilt = await rebuild(loss, withCopy);
    if (!rebuilt.ok) return false;
    this.#tabs?.tell('replaced');
    await this.start();
    return true;
  }

  /** Listens to the other tabs; one that lay in the background looks for itself when it is seen again. */
  #join(): Tabs {
    const look = () => {
      if (this.opening.phase === 'ready') void this.opening.learner.lookElsewhere();
    };
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') look();
    });
    return createTabs((message) => {
      if (message === 'replaced') void this.start();
      else look();
    });
  }

  async #offerRecovery(store: LearnerStore): Promise<void> {
    try {
      const { describeLoss } = await import('./recovery.ts');
      const loss = await describeLoss(store, this.#generation, readMarker());
      this.opening = { phase: 'damaged', loss };
    } catch {
      this.opening = { phase: 'failed', what: 'lost' };
    }
    store.close();
  }

  /** Adds the log up, once the page is at rest: damage inside of an event shows only so. */
  async #examine(learner: Learner): Promise<void> {
    const isOpen = () => this.opening.phase === 'ready' && this.opening.learner === learner;
    if (!isOpen() || learner.tally.events === 0) return;
    const { isWhole } = await loadSecondCopy();
    const whole = await isWhole(learner);
    if (!isOpen()) return;
    if (whole) await (await this.copy)?.catchUp();
    else await this.#offerRecovery(learner.store);
  }
}

/** A browser that was closed a moment ago may hold the files still: that is no damage yet. */
async function openPatiently(
  open: () => ReturnType<typeof Learner.open>,
): ReturnType<typeof Learner.open> {
  const learner = await openInTime(open);
  if (learner.ok || learner.error.reason !== 'unavailable') return learner;
  await new Promise((resolve) => setTimeout(resolve, OPEN_AGAIN_AFTER_MS));
  return openInTime(open);
}

/** What is read from a damaged database may be anything: nothing of it leaves the page waiting. */
async function openInTime(
  open: () => ReturnType<typeof Learner.open>,
): ReturnType<typeof Learner.open> {
  try {
    return await within(OPEN_WITHIN_MS, open());
  } catch (error) {
    return err(storeErrorOf(error));
  }
}

/** Whether less was opened than there was, as far as anything outside the database remembers. */
async function isLoss(
  learner: Awaited<ReturnType<typeof Learner.open>>,
  marker: Marker | null,
): Promise<boolean> {
  const marked = marker?.tally.events ?? 0;
  if (learner.ok) {
    const { events } = learner.value.state;
    return events < marked || (events === 0 && (await hasCopies()));
  }
  const { reason } = learner.error;
  if (reason === 'damaged') return true;
  return ofDamage.includes(reason) && (marked > 0 || (await hasCopies()));
}
