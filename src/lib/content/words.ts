/** Words of a text, folded so that spelling marks, case and punctuation make no difference. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Runs of letters and digits, without diacritics, in small letters. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Without diacritics and invisible characters, in small letters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}

/** One form for what printers set differently: quotation marks, apostrophes, white space, composed letters. */
export function normalisePrint(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Where `part` stands in `text` as whole words and numbers: not `42` in `1,420`, not `Rome` in `Romeo`. */
export function findWhole(text: string, part: string, from = 0): number {
  if (part === '') return -1;
  for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(end, end + 2);
    const startsInside = /^[\p{L}\p{N}]/u.test(part) && /[\p{L}\p{N}]$/u.test(before);
    const endsInside = /[\p{L}\p{N}]$/u.test(part) && /^[\p{L}\p{N}]/u.test(after);
    const insideNumber =
      (/^\d/.test(part) && /\d[.,]$/.test(before)) || (/\d$/.test(part) && /^[.,]\d/.test(after));
    if (!startsInside && !endsInside && !insideNumber) return at;
  }
  return -1;
}

/** The text without what stands between quotation marks; offsets stay as they are. */
export function outsideQuotations(text: string): string {
  return text.replace(quotation, (quoted) => ' '.repeat(quoted.length));
}

/** The texts between quotation marks. */
export function quotationsIn(text: string): string[] {
  return (text.match(quotation) ?? []).map((quoted) => quoted.slice(1, -1));
}

const quotation = /“[^“”]*”|"[^"]*"/g;

/** Months from 1. Only with a capital letter: people `march`, and things `may` be. */
export function monthsIn(text: string): number[] {
  return capitalised(text).flatMap((word) => {
    const at = MONTHS.findIndex(
      (month) => month === word || (word.length === 3 && month.startsWith(word)),
    );
    return at === -1 ? [] : [at + 1];
  });
}

/** Weekdays, Sunday 0. */
export function weekdaysIn(text: string): number[] {
  return capitalised(text).flatMap((word) => {
    const at = WEEKDAYS.findIndex((weekday) => weekday === word);
    return at === -1 ? [] : [at];
  });
}

/** The words that begin with a capital letter, folded. */
export function capitalised(text: string): string[] {
  return (text.normalize('NFKD').match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*/gu) ?? []).map(fold);
}

export function isDateWord(word: string): boolean {
  return monthsIn(word).length > 0 || weekdaysIn(word).length > 0;
}
