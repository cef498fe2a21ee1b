/**
 * The form of a backup, described for others in docs/backup-format.md: JSON lines, each with a checksum
 * of its own, so that damage costs the lines that it hit and no others.
 */
import { hash32 } from '#lib/base/random.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Json, LogEvent } from '#lib/study/events.ts';

export const BACKUP_FORMAT = 'footnote-backup/1';

/** Without their checksum, what the lines say. Header first, end last. */
interface HeaderLine {
  readonly format: string;
  readonly created: Instant;
  readonly events: number;
}
interface MetaLine {
  readonly meta: { readonly name: string; readonly value: Json };
}
interface EventLine {
  readonly event: LogEvent;
}
interface EndLine {
  readonly end: {
    /** Lines before this one. */
    readonly lines: number;
    /** Of the checksums of all lines before this one, joined. */
    readonly checksum: string;
  };
}
export type BackupLine = HeaderLine | MetaLine | EventLine | EndLine;

const hex = (hash: number) => hash.toString(16).padStart(8, '0');

const PREFIX = '{"sum":"';
const SUM_END = PREFIX.length + 8;
const REST_START = SUM_END + '",'.length;

/** One line of text, its checksum before the rest: `{"sum":"0123abcd",…}`. */
export function sealLine(line: BackupLine): string {
  const rest = JSON.stringify(line).slice(1);
  return `${PREFIX}${hex(hash32(rest))}",${rest}`;
}

/** The checksum that a line carries, if the rest of the line bears it out; else `null`. */
export function sumOf(text: string): string | null {
  const sum = text.slice(PREFIX.length, SUM_END);
  return text.startsWith(PREFIX) && hex(hash32(text.slice(REST_START))) === sum ? sum : null;
}

/** The checksum of everything so far, given that of everything before and the next line's own. */
export function chain(before: string, sum: string): string {
  return hex(hash32(before + sum));
}

export const CHAIN_START = '00000000';
