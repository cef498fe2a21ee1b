import type { EventId, Json, LogEvent } from '#lib/study/events.ts';

export interface Merge {
  /** Theirs that we did not have. */
  readonly added: readonly LogEvent[];
  /** Ids under which they have something else than we: ours stays. */
  readonly conflicts: readonly EventId[];
}

/** Set union by id: nothing of ours is ever overwritten or lost. */
export function mergeEvents(ours: readonly LogEvent[], theirs: readonly LogEvent[]): Merge {
  const known = new Map(ours.map((event) => [event.id, event]));
  const added: LogEvent[] = [];
  const conflicts: EventId[] = [];
  for (const event of theirs) {
    const mine = known.get(event.id);
    if (mine === undefined) {
      known.set(event.id, event);
      added.push(event);
    } else if (!isSameEvent(mine, event)) {
      conflicts.push(event.id);
    }
  }
  return { added, conflicts };
}

/** Whether two events say the same; what cannot be JSON is in no event. */
export function isSameEvent(a: LogEvent, b: LogEvent): boolean {
  return isEqual(a as unknown as Json, b as unknown as Json);
}

/** Whether two values say the same, in whichever order they name their fields. */
function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [fieldsA, fieldsB] = [a, b] as Readonly<Record<string, Json>>[];
  const names = Object.keys(fieldsA ?? {});
  return (
    names.length === Object.keys(fieldsB ?? {}).length &&
    names.every((name) => isEqual(fieldsA?.[name], fieldsB?.[name]))
  );
}
