import { addDays, type StudyDay } from '#lib/base/time.ts';
import { endsOf, partsOf, precisionOf } from './dates.ts';
import type { Verdict } from './question.ts';
import { readDates, type WrittenDate } from './read-date.ts';

/**
 * A date as written against the dates that are right; the best verdict counts.
 * Where day and month could be read either way round and only one way is right, it is near:
 * the interface asks back first (`unclear`).
 */
export function gradeDate(text: string, dates: readonly string[]): Verdict {
  return best(
    dates.map((date) =>
      precisionOf(date) === 'range' ? gradeRange(text, date) : gradeSingle(text, date),
    ),
  );
}

function gradeSingle(text: string, date: string): Verdict {
  const verdicts = readDates(text).map((written) => verdictOn(written, date));
  const [first = 'wrong'] = verdicts;
  if (verdicts.every((verdict) => verdict === first)) return first;
  return best(verdicts) === 'right' ? 'near' : best(verdicts);
}

function gradeRange(text: string, date: string): Verdict {
  const parts = text.split(/\s*(?:–|—|\bto\b|\buntil\b|\btill\b|\band\b|\/|\s-\s)\s*/i);
  const [from = '', to = ''] = parts.map((part) => part.replace(/^\s*(from|between)\s+/i, ''));
  const [start, end] = endsOf(date);
  const year = /\d{4}/.exec(to)?.[0];
  // In `27 September to 10 November 2020` the year stands only once.
  const full = year !== undefined && !/\d{4}/.test(from) ? `${from} ${year}` : from;
  const verdicts = [gradeSingle(full, start), gradeSingle(to, end)];
  if (verdicts.every((verdict) => verdict === 'right')) return 'right';
  return verdicts.includes('right') ? 'near' : 'wrong';
}

/** A more precise date than was asked is judged by what was asked. A wrong year is wrong. */
function verdictOn(written: WrittenDate, date: string): Verdict {
  const { year, month, day } = partsOf(date);
  if (written.year !== undefined && written.year !== year) return besideYear(written, date);
  const has = {
    year: written.year === year,
    month: written.month === month,
    day: written.day === day,
  };
  if (day !== undefined) {
    if (has.month && has.day) return has.year ? 'right' : 'near';
    if (has.month && written.day === undefined && has.year) return 'near';
    return besideYear(written, date);
  }
  if (month !== undefined) return has.month ? (has.year ? 'right' : 'near') : 'wrong';
  return has.year ? 'right' : 'wrong';
}

/** The day before or after is near. */
function besideYear({ year, month, day }: WrittenDate, date: string): Verdict {
  if (year === undefined || month === undefined || day === undefined || date.length < 10)
    return 'wrong';
  const pad = (number: number) => String(number).padStart(2, '0');
  const written = `${year}-${pad(month)}-${pad(day)}`;
  const neighbours = [-1, 1].map((step) => addDays(date as StudyDay, step) as string);
  return neighbours.includes(written) ? 'near' : 'wrong';
}

function best(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('right') ? 'right' : verdicts.includes('near') ? 'near' : 'wrong';
}
