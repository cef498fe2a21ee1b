import type { Instant } from '#lib/base/time.ts';
import { knownZone } from '#lib/study/known-zone.ts';

/** Clocks are set in steps of a quarter of an hour, all over the world. */
const QUARTER_MS = 900_000;

/** Reads the wall clock of a zone once for every quarter of an hour that is asked for: to format a time is slow. */
export function createHourReader(): (at: Instant, zone: string) => number {
  const known = new Map<string, Map<number, number>>();
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (at, zone) => {
    let own = known.get(zone);
    if (own === undefined) known.set(zone, (own = new Map()));
    const quarter = Math.floor(at / QUARTER_MS);
    let hour = own.get(quarter);
    if (hour === undefined) {
      let format = formats.get(zone);
      if (format === undefined) {
        const timeZone = knownZone(zone);
        const options = { timeZone, hour: '2-digit', hourCycle: 'h23' } as const;
        formats.set(zone, (format = new Intl.DateTimeFormat('en-GB', options)));
      }
      own.set(quarter, (hour = Number(format.format(quarter * QUARTER_MS))));
    }
    return hour;
  };
}
