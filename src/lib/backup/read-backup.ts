import type { Instant } from '#lib/base/time.ts';
import type { EventId, Json, LogEvent } from '#lib/study/events.ts';
import { readEvent } from '#lib/study/read-event.ts';
import { BACKUP_FORMAT, chain, CHAIN_START, sumOf } from './format.ts';
import { isSameEvent } from './same-event.ts';

type BackupIssueReason =
  /** The first line is no header of ours. */
  | 'not-a-backup'
  /** Written by a later version of the program, in a form that this one does not know. */
  | 'later-format'
  /** The line does not bear out its checksum. */
  | 'damaged'
  | 'too-long'
  /** More lines than are read. */
  | 'too-many'
  /** Whole, but neither of the kinds of line that this version knows. */
  | 'unknown-kind'
  /** Whole, but not an event that can be; `path` names the field. */
  | 'not-an-event'
  /** Two events with one id and different content; the first is taken. */
  | 'same-id'
  /** The file ends early. */
  | 'no-end'
  /** Lines are missing, doubled or in another order. */
  | 'not-whole';

export interface BackupIssue {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: BackupIssueReason;
  readonly path?: string;
}

export interface BackupRead {
  readonly created: Instant | null;
  /** How many events the header promises; `null` without a header. */
  readonly promised: number | null;
  readonly events: readonly LogEvent[];
  readonly meta: ReadonlyMap<string, Json>;
  readonly issues: readonly BackupIssue[];
}

export interface BackupLimits {
  readonly lines: number;
  /** Characters. */
  readonly lineLength: number;
  /** Lines that are no good: with more, it is not damage but something else. */
  readonly bad: number;
}

export const BACKUP_LIMITS: BackupLimits = { lines: 1_000_000, lineLength: 100_000, bad: 20_000 };
/** Settings of the interface; there are a handful. */
const MAX_META = 200;
/** As many as anybody wants to read; the count of lines not taken follows from `promised`. */
const MAX_ISSUES = 1000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface BackupReader {
  /** Takes the next line, without its line end. `false` means that no more are wanted. */
  push(text: string): boolean;
  /** The events read since it was last asked, to be passed on while the file is read. */
  taken(): readonly LogEvent[];
  finish(): BackupRead;
}

/** Reads a backup line by line: everything that is good, and an issue for everything that is not. */
export function createBackupReader(limits = BACKUP_LIMITS): BackupReader {
  const events = new Map<EventId, LogEvent>();
  let fresh: LogEvent[] = [];
  const meta = new Map<string, Json>();
  const issues: BackupIssue[] = [];
  let created: Instant | null = null;
  let promised: number | null = null;
  let checksum = CHAIN_START;
  let line = 0;
  let hasEnd = false;
  let isStopped = false;
  let bad = 0;

  function report(reason: BackupIssueReason, path?: string): void {
    bad += 1;
    if (bad > limits.bad) isStopped = true;
    if (issues.length < MAX_ISSUES) issues.push({ line, reason, ...(path && { path }) });
  }

  function stop(reason: BackupIssueReason): void {
    report(reason);
    isStopped = true;
  }

  function takeHeader(value: Record<string, unknown>): void {
    const { format } = value;
    if (typeof format !== 'string' || !format.startsWith('footnote-backup/')) {
      return stop('not-a-backup');
    }
    if (format !== BACKUP_FORMAT) return stop('later-format');
    if (Number.isSafeInteger(value['created'])) created = value['created'] as Instant;
    if (Number.isSafeInteger(value['events'])) promised = value['events'] as number;
  }

  function takeEvent(value: unknown): void {
    const read = readEvent(value);
    if (!read.ok) return report('not-an-event', read.error.path);
    const known = events.get(read.value.id);
    if (known === undefined) {
      events.set(read.value.id, read.value);
      fresh.push(read.value);
    } else if (!isSameEvent(known, read.value)) report('same-id');
  }

  function takeMeta(value: unknown): void {
    const entry = isRecord(value) ? value : {};
    const { name, value: content } = entry;
    if (typeof name !== 'string' || !/^[\w./-]{1,100}$/.test(name) || content === undefined) {
      return report('unknown-kind');
    }
    if (meta.size >= MAX_META) return report('too-many');
    meta.set(name, content as Json);
  }

  function takeEnd(value: unknown): void {
    hasEnd = true;
    const isWhole =
      isRecord(value) && value['lines'] === line - 1 && value['checksum'] === checksum;
    if (!isWhole) report('not-whole');
  }

  function take(value: Record<string, unknown>, sum: string): void {
    if (hasEnd) return report('not-whole');
    if ('end' in value) return takeEnd(value['end']);
    checksum = chain(checksum, sum);
    if ('format' in value) takeHeader(value);
    else if ('event' in value) takeEvent(value['event']);
    else if ('meta' in value) takeMeta(value['meta']);
    else report('unknown-kind');
  }

  function push(text: string): boolean {
    if (isStopped) return false;
    line += 1;
    if (line > limits.lines) {
      stop('too-many');
      return false;
    }
    if (text.length > limits.lineLength) report('too-long');
    else {
      const value = parse(text);
      const sum = sumOf(text);
      // A damaged header is no reason to give up what comes after it; another kind of file is.
      if (line === 1 && !text.includes('footnote-backup/')) stop('not-a-backup');
      else if (value === null || sum === null) report('damaged');
      else take(value, sum);
    }
    return !isStopped;
  }

  return {
    push,
    taken() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    finish() {
      if (line === 0) report('not-a-backup');
      else if (!hasEnd && !isStopped) report('no-end');
      return { created, promised, events: [...events.values()], meta, issues };
    },
  };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function readBackup(lines: Iterable<string>, limits?: BackupLimits): BackupRead {
  const reader = createBackupReader(limits);
  for (const text of lines) if (!reader.push(text)) break;
  return reader.finish();
}
