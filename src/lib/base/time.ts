import type { Brand } from './brand.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** The learner's local day, `YYYY-MM-DD`, from 04:00 to 04:00 (or another rollover hour). Sorts as text. */
export type StudyDay = Brand<string, 'StudyDay'>;

/** The hour at which a study day begins, on the wall clock of the learner's zone. */
const ROLLOVER_HOUR = 4;

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/**
 * The study day that an instant belongs to: the date on the wall clock of `zone`, or the date before
 * if the wall clock has not reached the rollover hour. Reads the wall clock rather than subtracting
 * hours, so that a change to or from summer time moves nothing.
 *
 * @param zone IANA zone name such as `Asia/Yerevan`
 * @throws RangeError if the zone is unknown or the instant is not a date
 */
export function studyDayAt(at: Instant, zone: string, rolloverHour = ROLLOVER_HOUR): StudyDay {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatFor(zone).formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN } = parts;
  return dayFromNumber(Date.UTC(year, month - 1, day) / DAY_MS - (hour < rolloverHour ? 1 : 0));
}

/** Days since 1970-01-01 of a study day. */
export function dayNumber(day: StudyDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The study day that lies `number` days after 1970-01-01; throws RangeError beyond what a date can hold. */
export function dayFromNumber(number: number): StudyDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as StudyDay;
}

export function addDays(day: StudyDay, days: number): StudyDay {
  return dayFromNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative if `to` comes first. */
export function daysBetween(from: StudyDay, to: StudyDay): number {
  return dayNumber(to) - dayNumber(from);
}

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a calendar day `YYYY-MM-DD` that exists (no 30 February). */
export function isStudyDay(text: string): text is StudyDay {
  if (!pattern.test(text)) return false;
  const number = dayNumber(text as StudyDay);
  return Number.isInteger(number) && dayFromNumber(number) === text;
}
