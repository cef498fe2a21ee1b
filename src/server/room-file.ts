/** The file of one room: a line for each event, and nothing is granted before it is on disk. */
import { constants, fdatasyncSync, writeSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { RoomEvent } from '#lib/classroom/events.ts';
import { readLines } from './log-lines.ts';

/** With it a write returns when it is on disk. Linux alone has it; elsewhere the file is flushed after each write. */
const SYNCED: number | undefined = constants.O_DSYNC;
const WRITABLE = constants.O_RDWR | (SYNCED ?? 0);

interface Waiting {
  readonly lines: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** A file is written to only after it was read, so that a torn end is cut off first. */
export class RoomFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  /** Bytes that are known to be on disk. */
  #size: number;
  #number: number;
  #waiting: Waiting[] = [];
  /** Set when the disk refused: what was decided since may rest on what is not there. Set at the end as well. */
  #refusal: Error | null = null;

  private constructor(path: string, handle: FileHandle, size: number, number: number) {
    this.#path = path;
    this.#handle = handle;
    this.#size = size;
    this.#number = number;
  }

  static async create(path: string): Promise<RoomFile> {
    const handle = await open(path, WRITABLE | constants.O_CREAT | constants.O_EXCL, 0o600);
    await syncFolder(dirname(path));
    return new RoomFile(path, handle, 0, 0);
  }

  /** Reads what is there and cuts off a torn last line; refused with what is wrong if the file is damaged. */
  static async open(
    path: string,
  ): Promise<Result<{ readonly file: RoomFile; readonly events: readonly RoomEvent[] }, string>> {
    const handle = await open(path, WRITABLE);
    const read = readLines(await handle.readFile());
    if (!read.ok) {
      await handle.close();
      return err(read.error);
    }
    const { events, bytes } = read.value;
    await handle.truncate(bytes);
    return ok({ file: new RoomFile(path, handle, bytes, events.length), events });
  }

  /**
   * Everything that has come in by the end of this turn goes to the disk in one piece, and the turn waits for it:
   * a flush is shorter than two trips to a thread and back, which an answer would wait for instead.
   */
  append(events: readonly RoomEvent[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#refusal !== null) {
        reject(this.#refusal);
        return;
      }
      const lines = events.map((event) => `${JSON.stringify({ n: ++this.#number, event })}\n`);
      this.#waiting.push({ lines: lines.join(''), resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#write());
    });
  }

  #write(): void {
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return;
    const bytes = Buffer.from(batch.map(({ lines }) => lines).join(''));
    try {
      this.#writeFully(bytes);
      this.#size += bytes.length;
      for (const { resolve } of batch) resolve();
    } catch (error) {
      this.#refusal = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of batch) reject(this.#refusal);
    }
  }

  #writeFully(bytes: Buffer): void {
    const { fd } = this.#handle;
    for (let done = 0; done < bytes.length;)
      done += writeSync(fd, bytes, done, bytes.length - done, this.#size + done);
    if (SYNCED === undefined) fdatasyncSync(fd);
  }

  /** After a refusal nothing of the refused batch may stay. */
  async close(): Promise<void> {
    this.#write();
    if (this.#refusal !== null) await this.#handle.truncate(this.#size).catch(() => undefined);
    await this.#end();
  }

  async delete(): Promise<void> {
    this.#write();
    await this.#end();
    await rm(this.#path, { force: true });
    await syncFolder(dirname(this.#path));
  }

  #end(): Promise<void> {
    this.#refusal ??= new Error('The log is closed.');
    return this.#handle.close();
  }
}

/** A file that was made or removed is so on disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and needs none of this.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
