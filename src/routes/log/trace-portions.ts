import type { EventId, LogEvent } from '#lib/study/events.ts';
import { traceLog, type LoggedEvent } from '#lib/study/history.ts';

/** Events read or folded at a time: some milliseconds of work. */
export const PORTION = 1000;

export interface Traced {
  /** The latest first. */
  readonly entries: readonly LoggedEvent[];
  readonly byId: ReadonlyMap<EventId, LogEvent>;
}

/** Between two portions the page may paint and answer. */
export const breathe = () => new Promise((resume) => setTimeout(resume));

/** @returns `null` if it was no longer wanted on the way */
export async function traceInPortions(
  events: readonly LogEvent[],
  isWanted: () => boolean,
): Promise<Traced | null> {
  const entries: LoggedEvent[] = [];
  const byId = new Map<EventId, LogEvent>();
  for (const entry of traceLog(events)) {
    entries.push(entry);
    byId.set(entry.event.id, entry.event);
    if (entries.length % PORTION !== 0) continue;
    await breathe();
    if (!isWanted()) return null;
  }
  return { entries: entries.reverse(), byId };
}

/** A page of events of which nothing more is known yet; they come in the order of the log. */
export function untraced(events: readonly LogEvent[]): Traced {
  const entries = events.map((event) => ({ event, takenBackBy: [], after: null, moved: 0 }));
  return { entries: entries.reverse(), byId: new Map(events.map((event) => [event.id, event])) };
}
