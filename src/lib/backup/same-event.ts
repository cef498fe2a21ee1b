import type { Json, LogEvent } from '#lib/study/events.ts';

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
