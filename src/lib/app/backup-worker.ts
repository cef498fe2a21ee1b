/** Reads a backup file away from the page: whatever is in it, the page answers to its learner. */
import type { BackupIssue } from '#lib/backup/read-backup.ts';
import type { Result } from '#lib/base/result.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { unpackBackup, type UnpackFailure } from './unpack-backup.ts';

export type FromBackupWorker =
  | {
      readonly type: 'read';
      readonly events: readonly LogEvent[];
      /** Bytes of unpacked text so far. */
      readonly unpacked: number;
    }
  | {
      readonly type: 'finished';
      readonly outcome: Result<readonly BackupIssue[], UnpackFailure>;
    };

const tell = (message: FromBackupWorker) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  const outcome = await unpackBackup(data, (events, unpacked) => {
    tell({ type: 'read', events, unpacked });
  });
  tell({ type: 'finished', outcome });
};
