import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import type { StoreFailure } from '#lib/storage/event-store.ts';
import type { LogEvent } from '#lib/study/events.ts';
import type { ProjectionRow } from '#lib/study/projection.ts';
import { Learner } from './Learner.svelte.ts';
import { loadLibrary, type Library } from './library.ts';

/** How far the app has come with opening. */
export type Opening =
  | { readonly phase: 'starting' }
  | { readonly phase: 'ready'; readonly library: Library; readonly learner: Learner }
  | { readonly phase: 'failed'; readonly what: 'pack' | StoreFailure };

/** The composition root: puts the packs, the store and the learner together, once for all pages. */
export class FootnoteApp {
  opening: Opening = $state.raw({ phase: 'starting' });

  /** Opens packs and log; may be called again after a failure. */
  async start(): Promise<void> {
    this.opening = { phase: 'starting' };
    const store = createIdbEventStore<LogEvent, ProjectionRow>({
      onTakenOver: () => {
        this.opening = { phase: 'failed', what: 'outdated' };
      },
    });
    const [library, learner] = await Promise.all([loadLibrary(), Learner.open(store)]);
    if (!learner.ok) this.opening = { phase: 'failed', what: learner.error.reason };
    else if (!library.ok) this.opening = { phase: 'failed', what: 'pack' };
    else this.opening = { phase: 'ready', library: library.value, learner: learner.value };
  }
}
