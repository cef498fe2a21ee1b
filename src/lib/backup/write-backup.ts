import type { Instant } from '#lib/base/time.ts';
import type { Json, LogEvent } from '#lib/study/events.ts';
import { BACKUP_FORMAT, chain, CHAIN_START, sealLine, sumOf } from './format.ts';

export interface BackupContent {
  readonly created: Instant;
  readonly events: readonly LogEvent[];
  /** Settings of the interface, by name. Never the name of the device: two devices would share it. */
  readonly meta: ReadonlyMap<string, Json>;
}

/** The lines of a backup, without line ends; one at a time, so that it can be streamed. */
export function* writeBackup({ created, events, meta }: BackupContent): Generator<string, void> {
  let checksum = CHAIN_START;
  let lines = 0;
  const sealed = (line: Parameters<typeof sealLine>[0]) => {
    const text = sealLine(line);
    checksum = chain(checksum, sumOf(text) ?? '');
    lines += 1;
    return text;
  };
  yield sealed({ format: BACKUP_FORMAT, created, events: events.length });
  for (const [name, value] of meta) yield sealed({ meta: { name, value } });
  for (const event of events) yield sealed({ event });
  yield sealLine({ end: { lines, checksum } });
}
