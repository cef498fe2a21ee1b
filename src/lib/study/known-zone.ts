/**
 * The zone in which the time of an event is told. One that the platform does not know, because the event
 * comes from a newer device or from anybody at all, is read as UTC: its study day stands in it anyway.
 */
export function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
