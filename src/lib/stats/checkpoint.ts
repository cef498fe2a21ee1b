/**
 * The tally of a long log, kept on the device some way back from its end, so that a visit reads what came
 * since and not a hundred thousand events. It follows from the log and may be thrown away.
 */
import { isKnownEvent, type EventOf, type LogEvent, type OrderKey } from '#lib/study/events.ts';
import type { LogTally } from './log-tally.ts';
import { bringsModel, type ReaderState } from './review-history.ts';

/** To be raised with every change to what the tally makes of a log, or to its form. */
export const TALLY_VERSION = 1;

/** The checkpoint lies at least so many events back: what is undone is nearly always later. */
export const LAG = 1000;
/** A log that is shorter, or so little more than the last checkpoint, gets none. */
export const WORTH = 4000;

export interface Checkpoint {
  readonly version: number;
  /** Events read so far, and the last of them. */
  readonly events: number;
  readonly last: OrderKey;
  readonly reader: ReaderState;
  readonly tally: LogTally;
}

/** What was kept, if this version can go on from it. */
export function usable(kept: unknown): Checkpoint | null {
  const checkpoint = kept as Checkpoint | null | undefined;
  return checkpoint?.version === TALLY_VERSION ? checkpoint : null;
}

const isRevocation = (event: LogEvent): event is EventOf<'eventRevoked'> =>
  event.type === 'eventRevoked' && isKnownEvent(event);

/**
 * Whether the rest of the log leaves what was read before it as it was. Not if something came in between
 * from another device, if something behind is undone or redone, or with other weights.
 *
 * @param rest all events after the checkpoint
 * @param all how many events the whole log has
 */
export function holds(checkpoint: Checkpoint, rest: readonly LogEvent[], all: number): boolean {
  if (checkpoint.events + rest.length !== all) return false;
  const ids = new Set(rest.map(({ id }) => id));
  return rest.every(
    (event) => !bringsModel(event) && (!isRevocation(event) || ids.has(event.target)),
  );
}
