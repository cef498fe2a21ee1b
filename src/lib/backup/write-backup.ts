import type { Instant } from '#lib/base/time.ts';
import type { Json, LogEvent } from '#lib/study/events.ts';
import { BACKUP_FORMAT, chain, CHAIN_START, sealLine, sumOf, type BackupLine } from './format.ts';

export interface BackupHead {
  readonly created: Instant;
  /** How many events follow. */
  readonly events: number;
  /** Settings of the interface, by name. Never the name of the device: two devices would share it. */
  readonly meta: ReadonlyMap<string, Json>;
}

export interface BackupContent extends Omit<BackupHead, 'events'> {
  readonly events: readonly LogEvent[];
}

/** Makes the lines of a backup in their order, without line ends; so a log need never be in memory whole. */
export interface BackupWriter {
  head(): readonly string[];
  event(event: LogEvent): string;
  end(): string;
}

export function createBackupWriter({ created, events, meta }: BackupHead): BackupWriter {
  let checksum = CHAIN_START;
  let lines = 0;
  const sealed = (line: BackupLine) => {
    const text = sealLine(line);
    checksum = chain(checksum, sumOf(text) ?? '');
    lines += 1;
    return text;
  };
  return {
    head: () => [
      sealed({ format: BACKUP_FORMAT, created, events }),
      ...[...meta].map(([name, value]) => sealed({ meta: { name, value } })),
    ],
    event: (event) => sealed({ event }),
    end: () => sealLine({ end: { lines, checksum } }),
  };
}

/** All lines of a backup, one at a time. */
export function* writeBackup({ events, ...rest }: BackupContent): Generator<string, void> {
  const writer = createBackupWriter({ ...rest, events: events.length });
  yield* writer.head();
  for (const event of events) yield writer.event(event);
  yield writer.end();
}
