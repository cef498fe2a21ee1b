/** The backup file at the edge: gzip around the lines of `backup/`, in a stream, with limits. */
import { err, ok, type Result } from '#lib/base/result.ts';
import { linesOf } from '#lib/backup/lines.ts';
import { BACKUP_LIMITS, createBackupReader, type BackupIssue } from '#lib/backup/read-backup.ts';
import type { LogEvent } from '#lib/study/events.ts';

interface UnpackLimits {
  /** Bytes of the file. */
  readonly packed: number;
  /** Bytes after unpacking; a hundred thousand answers take about 50 MB. */
  readonly unpacked: number;
  /** How many times larger than the file it may become; a backup becomes about ten times larger. */
  readonly ratio: number;
  /** Bytes that are allowed whatever the ratio. */
  readonly always: number;
}

const UNPACK_LIMITS: UnpackLimits = {
  packed: 100_000_000,
  unpacked: 256_000_000,
  ratio: 100,
  always: 4_000_000,
};

export type UnpackFailure =
  /** Another kind of file. */
  | 'not-a-backup'
  /** Larger than any backup, or made to unpack to more than anybody has. */
  | 'too-large';

/** Bytes that are read from the file at once, and that are unpacked at once. */
const PIECE = 131_072;
const FEED = 4096;
/** Lines after which what was read is passed on. */
const BATCH = 1000;
/** A backup says within so many characters that it is one. */
const MARK_WITHIN = 1000;

/**
 * Reads a backup as far as it is whole.
 *
 * @param take is given the events as they come, and how much of the unpacked text there was by then
 */
export async function unpackBackup(
  file: Blob,
  take: (events: readonly LogEvent[], unpacked: number) => void,
  limits = UNPACK_LIMITS,
): Promise<Result<readonly BackupIssue[], UnpackFailure>> {
  if (file.size > limits.packed) return err('too-large');
  const most = Math.min(limits.unpacked, Math.max(limits.always, file.size * limits.ratio));
  const reader = createBackupReader();
  let unpacked = 0;
  let isTooLarge = false;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      unpacked += chunk.byteLength;
      if (unpacked > most) {
        isTooLarge = true;
        throw new RangeError('Unpacks to more than any backup');
      }
      controller.enqueue(chunk);
    },
  });
  const text = inPieces(file)
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(counted)
    .pipeThrough(new TextDecoderStream());
  let lines = 0;
  try {
    for await (const line of linesOf(marked(chunksOf(text)), BACKUP_LIMITS.lineLength)) {
      if (!reader.push(line)) break;
      if (++lines % BATCH === 0) take(reader.taken(), unpacked);
    }
  } catch {
    // The file ends early or is damaged: what came before is good, and the reader says that an end is missing.
  }
  if (isTooLarge) return err('too-large');
  take(reader.taken(), unpacked);
  const { issues } = reader.finish();
  return issues.some(({ reason }) => reason === 'not-a-backup') ? err('not-a-backup') : ok(issues);
}

/**
 * A file in small pieces: a browser unpacks all that it is given before it looks whether anybody still
 * wants it, and unpacked a piece may be a thousand times larger.
 */
function inPieces(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at >= file.size) return controller.close();
      const piece = await file.slice(at, at + PIECE).arrayBuffer();
      at += PIECE;
      for (let start = 0; start < piece.byteLength; start += FEED) {
        controller.enqueue(new Uint8Array(piece.slice(start, start + FEED)));
      }
    },
  });
}

/** Ends at once if the text does not begin as a backup does, however much of it there is. */
async function* marked(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
  let start = '';
  let isMarked = false;
  for await (const chunk of chunks) {
    if (!isMarked) {
      start += chunk.slice(0, MARK_WITHIN);
      isMarked = start.includes('footnote-backup/');
      if (!isMarked && start.length >= MARK_WITHIN) return;
    }
    yield chunk;
  }
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
