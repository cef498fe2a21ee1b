/** Whether a few printed words hold a value: the bridge between an anchor and what can be asked. */
import { dayNumber, isStudyDay } from '#lib/base/time.ts';
import { numbersIn } from './numbers.ts';
import type { PackIndex } from './pack-index.ts';
import type { Amount, Entity } from './schema.ts';
import {
  capitalised,
  findWhole,
  fold,
  monthsIn,
  normalisePrint,
  weekdaysIn,
  wordsOf,
} from './words.ts';

/** Every form in which a text can name an entity. */
export function ownForms(entity: Entity): string[] {
  const { name, in_text, short, aliases } = entity;
  const forms = [name, ...aliases];
  if (in_text !== undefined) forms.push(in_text.replace(/^the /i, ''));
  if (short !== undefined) forms.push(short);
  // A person is known by a part of the name; `Armenia's` in `Armenia's defence minister` is none.
  if (entity.type === 'person')
    forms.push(...name.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}\p{M}-]{2,}$/u.test(part)));
  return forms;
}

/**
 * Whether a text names an entity or what stands for it: `Pashinyan's` names Nikol Pashinyan, `Russian-led`
 * and `the Kremlin` name Russia, `Armed` does not name Armenia.
 */
export function holdsEntity(index: PackIndex, id: string, text: string): boolean {
  const plain = fold(normalisePrint(text));
  const words = capitalised(text);
  for (const entity of index.entities.values()) {
    if (entity.id !== id && entity.stands_for !== id) continue;
    for (const form of ownForms(entity).map((one) => fold(normalisePrint(one)))) {
      if (findWhole(plain, form) !== -1) return true;
      // Surnames have no adjectives, and `Lambert` is another person than `Lamb`.
      const inflects = entity.type !== 'person' && !form.includes(' ');
      if (inflects && words.some((word) => isInflectionOf(word, form))) return true;
    }
  }
  return false;
}

/** Same stem: all of a name but at most two letters (`Turk-ish`, `Turk-ey`), four letters at least. */
export function isInflectionOf(word: string, name: string): boolean {
  const stem = Math.max(4, name.length - 2);
  return name.length >= 4 && word.length >= stem && word.slice(0, stem) === name.slice(0, stem);
}

/** Whether a text prints an amount; for a range, one end of it. */
export function holdsAmount(end: number, text: string): boolean {
  return numbersIn(text).some((printed) => printed.value === end);
}

export function endsOf(amount: Pick<Amount, 'number'>): readonly number[] {
  return typeof amount.number === 'number' ? [amount.number] : amount.number;
}

const relative =
  /\b(today|yesterday|tomorrow|tonight|overnight|midnight|morning|afternoon|evening|night|days?|weeks?|months?|years?|decades?|spring|summer|autumn|fall|winter|later|earlier|since|ago|now)\b/i;

/** Weekday, month, day of the month or year of a date or of one end of a range. */
export function holdsDate(date: string, text: string): boolean {
  return date.split('/').some((end) => {
    const [year, month, day] = end.split('-').map(Number);
    const numbers = numbersIn(text).map((printed) => printed.value);
    return (
      numbers.includes(year ?? NaN) ||
      monthsIn(text).includes(month ?? NaN) ||
      (day !== undefined && numbers.includes(day)) ||
      weekdaysIn(text).includes(weekdayOf(end) ?? NaN)
    );
  });
}

/** A word that tells a time from the day of the report: `yesterday`, `last year`. It needs its reasoning beside it. */
export function holdsRelativeDate(text: string): boolean {
  return relative.test(text);
}

/** Whether a day is printed as such, with its month: nobody had to work it out. */
export function printsDay(date: string, text: string): boolean {
  const [, month, day] = date.split('-').map(Number);
  return (
    monthsIn(text).includes(month ?? NaN) &&
    numbersIn(text).some((printed) => printed.value === day)
  );
}

/** Whether all that a date gives is printed: its year, its month and its day. */
export function printsDate(date: string, text: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  const numbers = numbersIn(text).map((printed) => printed.value);
  return (
    numbers.includes(year ?? NaN) &&
    (month === undefined || monthsIn(text).includes(month)) &&
    (day === undefined || numbers.includes(day))
  );
}

/** Sunday 0; `null` for a month or a year. 1970-01-01 was a Thursday. */
function weekdayOf(date: string): number | null {
  return isStudyDay(date) ? (((dayNumber(date) + 4) % 7) + 7) % 7 : null;
}

/** The words of a title that carry it: `prime`, `minister`, not `of`. */
export function mainWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length >= 4);
}
