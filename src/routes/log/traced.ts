import type { EventId, LogEvent } from '#lib/study/events.ts';
import { traceInSteps, type LoggedEvent } from '#lib/study/history.ts';

export interface Traced {
  /** The latest first. */
  readonly entries: readonly LoggedEvent[];
  readonly byId: ReadonlyMap<EventId, LogEvent>;
}

/** The whole log with what each of its events did, in steps: a page breathes between them. */
export function* tracing(events: readonly LogEvent[]): Generator<void, Traced> {
  const byId = new Map<EventId, LogEvent>();
  for (const event of events) {
    byId.set(event.id, event);
    if (byId.size % 1000 === 0) yield;
  }
  const entries = yield* traceInSteps(events);
  return { entries: entries.toReversed(), byId };
}

/** A page of events of which nothing more is known yet; they come in the order of the log. */
export function untraced(events: readonly LogEvent[]): Traced {
  const entries = events.map((event) => ({ event, takenBackBy: [], after: null, moved: 0 }));
  return { entries: entries.reverse(), byId: new Map(events.map((event) => [event.id, event])) };
}
