/** What the learner's log adds up to. */
import { err, type Result } from '#lib/base/result.ts';
import type { LogTally } from '#lib/stats/log-tally.ts';
import { databaseName, latestGeneration, readMarker } from '#lib/storage/marker.ts';
import type { Learner } from './Learner.svelte.ts';
import type { ReadingFailure, Watching } from './log-tally.ts';
import { scriptUrl } from './script-url.ts';
import type { FromStatisticsWorker, ToStatisticsWorker } from './statistics-worker.ts';
import workerUrl from './statistics-worker.ts?worker&url';

/** Reads the log in a worker. */
export async function readStatistics(
  learner: Learner,
  { onProgress, signal }: Watching,
): Promise<Result<LogTally, ReadingFailure>> {
  const { events, revoked } = learner.state;
  const generation = readMarker()?.generation ?? (await latestGeneration());
  return new Promise((resolve) => {
    const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
    const settle = (outcome: Result<LogTally, ReadingFailure>) => {
      worker.terminate();
      resolve(outcome);
    };
    signal.addEventListener('abort', () => settle(err('stopped')), { once: true });
    worker.onerror = () => settle(err('unread'));
    worker.onmessage = ({ data }: MessageEvent<FromStatisticsWorker>) => {
      if (data.type === 'finished') settle(data.outcome);
      else onProgress(data.done, events);
    };
    const task: ToStatisticsWorker = { database: databaseName(generation), events, revoked };
    worker.postMessage(task);
  });
}
