/** The optimiser in a worker of its own, for as long as it is wanted. */
import { base } from '$app/paths';
import type { PackedItems } from '#lib/plan/training-items.ts';
import { scriptUrl } from './script-url.ts';
import type { FromTrainingWorker, ToTrainingWorker } from './training-worker.ts';
import workerUrl from './training-worker.ts?worker&url';

export type TrainingFailure = 'not-loaded' | 'not-trained' | 'cancelled';

export class TrainingError extends Error {
  readonly why: TrainingFailure;

  constructor(why: TrainingFailure) {
    super(`Training: ${why}`);
    this.why = why;
  }
}

export interface Trainer {
  /** @throws TrainingError */
  train(items: PackedItems): Promise<readonly number[]>;
  /** Ends the worker, whatever it is at. */
  close(): void;
}

export function openTrainer(signal: AbortSignal): Trainer {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  return {
    train: (items) =>
      new Promise((resolve, reject) => {
        const fail = (why: TrainingFailure) => reject(new TrainingError(why));
        const stop = () => {
          worker.terminate();
          fail('cancelled');
        };
        if (signal.aborted) {
          stop();
          return;
        }
        signal.addEventListener('abort', stop, { once: true });
        worker.onerror = () => fail('not-loaded');
        worker.onmessage = ({ data }: MessageEvent<FromTrainingWorker>) => {
          signal.removeEventListener('abort', stop);
          if (data.type === 'trained') resolve(data.weights);
          else fail(data.why);
        };
        const message: ToTrainingWorker = { base, items };
        const { ratings, elapsedDays, lengths } = items;
        worker.postMessage(message, [ratings.buffer, elapsedDays.buffer, lengths.buffer]);
      }),
    close: () => worker.terminate(),
  };
}
