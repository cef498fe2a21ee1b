/** The backup file at the edge: gzip around the lines of `backup/`, in a stream from end to end. */
import { err, ok, type Result } from '#lib/base/result.ts';
import { linesOf } from '#lib/backup/lines.ts';
import { BACKUP_LIMITS, createBackupReader, type BackupRead } from '#lib/backup/read-backup.ts';
import { writeBackup } from '#lib/backup/write-backup.ts';
import type { Instant } from '#lib/base/time.ts';
import type { LogEvent } from '#lib/study/events.ts';

/** Bytes after unpacking; a hundred thousand answers take about 50 MB. */
const MAX_UNPACKED = 512_000_000;

/** The whole log as one compressed file. */
export async function packBackup(events: readonly LogEvent[], created: Instant): Promise<Blob> {
  const lines = writeBackup({ created, events, meta: new Map() });
  const text = new ReadableStream<string>({
    pull(controller) {
      const next = lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(`${next.value}\n`);
    },
  });
  const packed = text
    .pipeThrough(new TextEncoderStream())
    .pipeThrough(new CompressionStream('gzip'));
  return new Response(packed, { headers: { 'Content-Type': 'application/gzip' } }).blob();
}

/** `footnote-2026-11-22.footnote`, by the day on which it was made. */
export function backupName(day: string): string {
  return `footnote-${day}.footnote`;
}

/** Hands a file to the browser's downloads. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Reads a backup as far as it is whole. The error is for a file that is no backup at all: not gzip, or
 * unpacking to more than any log.
 */
export async function unpackBackup(file: Blob): Promise<Result<BackupRead, 'not-a-backup'>> {
  const reader = createBackupReader();
  let unpacked = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      unpacked += chunk.byteLength;
      if (unpacked > MAX_UNPACKED) throw new RangeError('Unpacks to more than any backup');
      controller.enqueue(chunk);
    },
  });
  const text = file
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(counted)
    .pipeThrough(new TextDecoderStream());
  try {
    for await (const line of linesOf(chunksOf(text), BACKUP_LIMITS.lineLength))
      if (!reader.push(line)) break;
  } catch {
    // The file ends early or is damaged: what came before is good, and the reader says that an end is missing.
  }
  const read = reader.finish();
  const isBackup = !read.issues.some(({ reason }) => reason === 'not-a-backup');
  return isBackup ? ok(read) : err('not-a-backup');
}

/** The chunks of a stream; Safari cannot iterate one itself. */
async function* chunksOf(stream: ReadableStream<string>): AsyncGenerator<string, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
