/** Making and reading the backup file, in pieces, so that it can be watched and stopped. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { BackupIssue } from '#lib/backup/read-backup.ts';
import { createBackupWriter, writeBackup } from '#lib/backup/write-backup.ts';
import type { Instant } from '#lib/base/time.ts';
import type { StoreError } from '#lib/storage/event-store.ts';
import type { LogEvent } from '#lib/study/events.ts';
import type { FromBackupWorker } from './backup-worker.ts';
import workerUrl from './backup-worker.ts?worker&url';
import type { Learner } from './Learner.svelte.ts';
import { scriptUrl } from './script-url.ts';
import type { UnpackFailure } from './unpack-backup.ts';

/** Events that are read from the database at once. */
const CHUNK = 500;
/** A file that takes longer to read than any log does. */
const LONGEST_MS = 60_000;

export interface Watched {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** `footnote-2026-11-22.footnote`, by the day on which it was made. */
export function backupName(day: string): string {
  return `footnote-${day}.footnote`;
}

/** The whole log as one compressed file. */
export async function packBackup(
  learner: Learner,
  { onProgress, signal }: Watched = {},
): Promise<Result<File, StoreError['reason']>> {
  await learner.lookElsewhere();
  const total = learner.tally.events;
  const { at, day } = learner.moment();
  const writer = createBackupWriter({ created: at, events: total, meta: new Map() });
  let failure: StoreError['reason'] = 'unknown';

  async function* lines(): AsyncGenerator<string, void> {
    yield* writer.head();
    let done = 0;
    for (let after: LogEvent | undefined; done < total;) {
      if (signal?.aborted) {
        failure = 'cancelled';
        throw new Error(failure);
      }
      const limit = Math.min(CHUNK, total - done);
      const read = await learner.store.readEvents({ limit, ...(after && { after }) });
      if (!read.ok || read.value.length === 0) {
        failure = read.ok ? 'lost' : read.error.reason;
        throw new Error(failure);
      }
      yield read.value.map((event) => writer.event(event)).join('\n');
      after = read.value.at(-1);
      done += read.value.length;
      onProgress?.(done, total);
    }
    yield writer.end();
  }

  try {
    return ok(await fileOf(lines(), day));
  } catch {
    return err(failure);
  }
}

/** Events that are in no database any more as a backup file. */
export function packEvents(
  events: readonly LogEvent[],
  { at, day }: { readonly at: Instant; readonly day: string },
): Promise<File> {
  async function* lines(): AsyncGenerator<string, void> {
    yield* writeBackup({ created: at, events, meta: new Map() });
  }
  return fileOf(lines(), day);
}

async function fileOf(lines: AsyncIterator<string>, day: string): Promise<File> {
  const text = new ReadableStream<string>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(`${next.value}\n`);
    },
  });
  const packed = text
    .pipeThrough(new TextEncoderStream())
    .pipeThrough(new CompressionStream('gzip'));
  const blob = await new Response(packed).blob();
  return new File([blob], backupName(day), { type: 'application/gzip' });
}

/** Hands a file to the browser's downloads; whether it gets there, no page is told. */
export function download(file: File): true {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

/** Whether this device has a share sheet that takes files. */
export function canShare(): boolean {
  const probe = new File([''], backupName('2000-01-01'), { type: 'application/gzip' });
  return 'canShare' in navigator && navigator.canShare({ files: [probe] });
}

/**
 * Hands a file to the share sheet; where that will not take it after all, to the downloads.
 *
 * @returns false if the learner closed the sheet
 */
export async function share(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return false;
    download(file);
  }
  return true;
}

export interface BackupFileRead {
  readonly events: readonly LogEvent[];
  readonly issues: readonly BackupIssue[];
}

export type ReadFailure = UnpackFailure | 'took-too-long' | 'cancelled' | 'failed';

/** Reads a backup in a worker, as far as it is whole. `onRead` is told how many events there are so far. */
export function readBackupFile(
  file: Blob,
  { onRead, signal }: { readonly onRead?: (events: number) => void; readonly signal?: AbortSignal },
): Promise<Result<BackupFileRead, ReadFailure>> {
  return new Promise((resolve) => {
    const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
    const events: LogEvent[] = [];
    const settle = (outcome: Result<BackupFileRead, ReadFailure>) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle(err('took-too-long')), LONGEST_MS);
    signal?.addEventListener('abort', () => settle(err('cancelled')), { once: true });
    worker.onerror = () => settle(err('failed'));
    worker.onmessage = ({ data }: MessageEvent<FromBackupWorker>) => {
      if (data.type === 'finished') {
        const { outcome } = data;
        settle(outcome.ok ? ok({ events, issues: outcome.value }) : outcome);
        return;
      }
      for (const event of data.events) events.push(event);
      onRead?.(events.length);
    };
    worker.postMessage(file);
  });
}
