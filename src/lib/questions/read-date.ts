/** Reading a date as people write it. */
import { monthNumber } from './dates.ts';

export interface WrittenDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * The dates that a text may mean: none, one, or two where day and month could be read either way round
 * (`5/11/2020`). With dots the day comes first (`9.11.2020`).
 */
export function readDates(text: string): readonly WrittenDate[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\b(on|in|the|of|about|early|mid|late)\b/g, ' ')
    .trim();
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(plain);
  if (iso !== null) return valid([dateOf(iso[1], iso[2], iso[3])]);
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})?$/.exec(plain);
  if (dotted !== null) return valid([dateOf(dotted[3], dotted[2], dotted[1])]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(plain);
  if (slashed !== null) {
    const [, a, b, year] = slashed;
    return valid(a === b ? [dateOf(year, a, b)] : [dateOf(year, b, a), dateOf(year, a, b)]);
  }
  const monthly = /^(\d{1,2})[./-](\d{4})$/.exec(plain);
  if (monthly !== null) return valid([dateOf(monthly[2], monthly[1])]);
  return valid(inWords(plain));
}

function inWords(plain: string): WrittenDate[] {
  let month: number | undefined;
  let year: number | undefined;
  let day: number | undefined;
  for (const word of plain.split(/[\s,.'’/-]+/).filter((part) => part !== '')) {
    if (/^\d+$/.test(word)) {
      const number = Number(word);
      if (word.length === 4 && year === undefined) year = number;
      else if (word.length <= 2 && day === undefined && number <= 31) day = number;
      else return [];
    } else {
      const named = monthNumber(word);
      if (named === null) {
        if (!/^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word)) return [];
      } else if (month === undefined) month = named;
      else return [];
    }
  }
  // A number alone is a day of no month: no date.
  if (month === undefined && (day !== undefined || year === undefined)) return [];
  return [written(year, month, day)];
}

function dateOf(year?: string, month?: string, day?: string): WrittenDate {
  const full = year?.length === 2 ? `20${year}` : year;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return written(number(full), number(month), number(day));
}

function written(year?: number, month?: number, day?: number): WrittenDate {
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

function valid(dates: readonly WrittenDate[]): WrittenDate[] {
  return dates.filter(
    ({ month = 1, day = 1 }) => month >= 1 && month <= 12 && day >= 1 && day <= 31,
  );
}
