/** Trains weights away from the page: the optimiser of FSRS, which blocks whatever it runs in. */
import type { PackedItems } from '#lib/plan/training-items.ts';
import initialise, { Fsrs } from 'fsrs-browser';
import wasmUrl from 'fsrs-browser/fsrs_browser_bg.wasm?url';
import { keptOptimiser } from './kept-optimiser.ts';

export interface ToTrainingWorker {
  /** Where the app lies on its host; empty at the root. */
  readonly base: string;
  readonly items: PackedItems;
}

export type FromTrainingWorker =
  | { readonly type: 'trained'; readonly weights: readonly number[] }
  | { readonly type: 'failed'; readonly why: 'not-loaded' | 'not-trained' };

const tell = (message: FromTrainingWorker) => self.postMessage(message);
let ready: Promise<unknown> | null = null;

self.onmessage = async ({ data: { base, items } }: MessageEvent<ToTrainingWorker>) => {
  try {
    ready ??= keptOptimiser(base, wasmUrl).then((wasm) => initialise({ module_or_path: wasm }));
    await ready;
  } catch {
    ready = null;
    tell({ type: 'failed', why: 'not-loaded' });
    return;
  }
  try {
    const { ratings, elapsedDays, lengths } = items;
    // One instance for each training: it is used up by it.
    const weights = new Fsrs().computeParameters(ratings, elapsedDays, lengths, null, true);
    tell({ type: 'trained', weights: [...weights] });
  } catch {
    tell({ type: 'failed', why: 'not-trained' });
  }
};
