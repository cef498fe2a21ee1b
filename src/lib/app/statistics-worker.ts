/** Adds the log up away from the page: a hundred thousand answers, and the page answers to its learner. */
import type { Result } from '#lib/base/result.ts';
import type { LogTally } from '#lib/stats/log-tally.ts';
import { createIdbEventStore } from '#lib/storage/idb-event-store.ts';
import type { LogEvent } from '#lib/study/events.ts';
import type { ProjectionRow } from '#lib/study/projection.ts';
import { readTally, type KnownLog, type ReadingFailure } from './log-tally.ts';

export interface ToStatisticsWorker extends Omit<KnownLog, 'store'> {
  readonly database: `footnote${string}`;
}

export type FromStatisticsWorker =
  | { readonly type: 'read'; readonly done: number }
  | { readonly type: 'finished'; readonly outcome: Result<LogTally, ReadingFailure> };

const tell = (message: FromStatisticsWorker) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToStatisticsWorker>) => {
  const { database: name, events, revoked } = data;
  const store = createIdbEventStore<LogEvent, ProjectionRow>({ name });
  const outcome = await readTally(
    { store, events, revoked },
    { onProgress: (done) => tell({ type: 'read', done }), signal: new AbortController().signal },
  );
  tell({ type: 'finished', outcome });
  store.close();
};
