/** The lines of a room's file. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { RoomEvent, RoomEventType } from '#lib/classroom/events.ts';

/** One for each event: a missing one does not compile. */
const known: { readonly [T in RoomEventType]: true } = {
  opened: true,
  joined: true,
  renamed: true,
  kicked: true,
  timeGiven: true,
  locked: true,
  asked: true,
  paused: true,
  resumed: true,
  extended: true,
  discussed: true,
  revealed: true,
  skipped: true,
  scored: true,
  ended: true,
  answered: true,
};

export interface ReadLines {
  readonly events: readonly RoomEvent[];
  /** How much of the file they are. */
  readonly bytes: number;
}

/**
 * Reads a room's file. A last line that was not finished was never granted: it is dropped. Anything else that
 * does not fit is damage, and is refused with the line's number.
 */
export function readLines(content: Buffer): Result<ReadLines, string> {
  const events: RoomEvent[] = [];
  let start = 0;
  for (;;) {
    const end = content.indexOf('\n', start);
    if (end < 0) return ok({ events, bytes: start });
    const event = eventOf(content.toString('utf8', start, end), events.length + 1);
    if (event === 'torn' || event === 'unfit') {
      // A power cut may leave a last line whose end was written and its middle not.
      const isLast = content.indexOf('\n', end + 1) < 0 && end === content.length - 1;
      return isLast && event === 'torn'
        ? ok({ events, bytes: start })
        : err(`line ${events.length + 1} cannot be read`);
    }
    events.push(event);
    start = end + 1;
  }
}

function eventOf(line: string, number: number): RoomEvent | 'torn' | 'unfit' {
  let read: { readonly n: unknown; readonly event: RoomEvent };
  try {
    read = JSON.parse(line) as typeof read;
  } catch {
    return 'torn';
  }
  const { n, event } = read;
  const isKnown = Object.hasOwn(known, event.type) && event.v === 1;
  const isInPlace = n === number && (number === 1) === (event.type === 'opened');
  return isKnown && isInPlace ? event : 'unfit';
}
