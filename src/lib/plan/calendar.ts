/** A daily reminder as a calendar file (RFC 5545): the calendar of the device rings, since a closed page cannot. */
import { addDays, daysBetween, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { DaysOff } from '#lib/study/settings.ts';

export interface Reminder {
  /** The same for every file of this device, so that a newer one takes the older one's place. */
  readonly uid: string;
  readonly now: Instant;
  readonly from: StudyDay;
  /** The last day; `null` for no end. */
  readonly until: StudyDay | null;
  /** On the clock of the wall wherever the learner is. */
  readonly hour: number;
  readonly minute: number;
  readonly daysOff: readonly DaysOff[];
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** A line holds so many octets, its end not counted. */
const LINE = 75;
const MINUTES = 15;

const two = (number: number) => String(number).padStart(2, '0');

/** A backslash before what separates values; a line end as `\n`. */
const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n');

const octetsOf = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
};

/** Long lines go on in the next, behind a space; no character is cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}

/** `20260312T091500Z` */
const utc = (at: Instant) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** Local to whoever reads it: no zone, so that it rings at that hour in every one. */
const local = (day: StudyDay, { hour, minute }: Reminder) =>
  `${day.replaceAll('-', '')}T${two(hour)}${two(minute)}00`;

function daysOffOf({ daysOff, from, until }: Reminder): readonly StudyDay[] {
  return daysOff
    .flatMap((off) =>
      Array.from({ length: daysBetween(off.from, off.to) + 1 }, (_, n) => addDays(off.from, n)),
    )
    .filter((day) => day >= from && (until === null || day <= until));
}

export function reminderCalendar(reminder: Reminder): string {
  const { uid, now, from, until, title, text, url } = reminder;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Footnote//Reminder 1//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${local(from, reminder)}`,
    `DURATION:PT${MINUTES}M`,
    `RRULE:FREQ=DAILY${until === null ? '' : `;UNTIL=${local(until, reminder)}`}`,
    ...daysOffOf(reminder).map((day) => `EXDATE:${local(day, reminder)}`),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
