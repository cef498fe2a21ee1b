/** Dates of a pack, in words. A date is `2020`, `2020-11`, `2020-11-09` or a range of two with a slash. */

import { kept } from './kept.ts';

export type Precision = 'day' | 'month' | 'year' | 'range';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

function monthName(month: number): string {
  const name = months[month - 1];
  if (name === undefined) throw new Error(`No such month: ${month}`);
  return name;
}

/** The number of a month by its name or the first three letters or more of it; `null` if it is none. */
export function monthNumber(word: string): number | null {
  const low = word.toLowerCase();
  if (low.length < 3) return null;
  const at = months.findIndex((name) => name.toLowerCase().startsWith(low));
  return at >= 0 ? at + 1 : low === 'sept' ? 9 : null;
}

export function precisionOf(date: string): Precision {
  if (date.includes('/')) return 'range';
  return date.length >= 10 ? 'day' : date.length >= 7 ? 'month' : 'year';
}

/** The parts of a single date (not a range). */
export function partsOf(date: string): CalendarDate {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined) throw new Error(`Not a date: ${date}`);
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

/** Both ends of a range; a single date twice. */
export function endsOf(date: string): readonly [string, string] {
  const [from = date, to = from] = date.split('/');
  return [from, to];
}

/** Writes a date in words: `9 November 2020`, `November 2020`, `27 September to 10 November 2020`. */
export function dateInWords(date: string): string {
  const [from, to] = endsOf(date);
  if (from === to) return single(partsOf(from), true);
  const first = partsOf(from);
  const last = partsOf(to);
  const sameYear = first.year === last.year && first.month !== undefined;
  return `${single(first, !sameYear)} to ${single(last, true)}`;
}

function single(date: CalendarDate, withYear: boolean): string {
  const words = [
    ...(date.day === undefined ? [] : [String(date.day)]),
    ...(date.month === undefined ? [] : [monthName(date.month)]),
    ...(withYear ? [String(date.year)] : []),
  ];
  return words.join(' ');
}

/** First and last day of a date or range as numbers that can be compared (year·372 + month·31 + day). */
export const spanOf = kept((date): readonly [number, number] => {
  const [from, to] = endsOf(date).map(partsOf) as [CalendarDate, CalendarDate];
  return [
    from.year * 372 + ((from.month ?? 1) - 1) * 31 + (from.day ?? 1),
    to.year * 372 + ((to.month ?? 12) - 1) * 31 + (to.day ?? 31),
  ];
});

/** Whether two dates or ranges share a day: a month contains its days. */
export function datesOverlap(a: string, b: string): boolean {
  const [a1, a2] = spanOf(a);
  const [b1, b2] = spanOf(b);
  return a1 <= b2 && b1 <= a2;
}
