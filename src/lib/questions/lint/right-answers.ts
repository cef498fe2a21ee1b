/** Whether the key, and the key alone, is right: by the options themselves, and by what the fact base holds. */
import { contentWords, fold, foldTight, rootOfWord } from '../fold.ts';
import { datesOverlap } from '../dates.ts';
import { readDates, type WrittenDate } from '../read-date.ts';
import { withOptions, keyOf, type HeldValue, type Item } from './item.ts';
import { dateRank, membersOf, numberOf } from './reading.ts';
import { alsoStated, isStated } from './statements.ts';

/** Two options that are right together, whatever the facts: the same in other words, or one within the other. */
export const twoKeys = withOptions((key, _rivals, { stem, options }) => {
  if (
    /\b(?:select|choose|mark|pick|tick|check|name) (?:all|two|three|every)\b|\b(?:all|any|two|more than one) (?:that apply|may be (?:right|correct)|are (?:right|correct))\b/i.test(
      stem,
    )
  )
    return 'the stem asks for several';
  for (const [i, one] of options.entries())
    for (const two of options.slice(i + 1)) {
      if (foldTight(one) === foldTight(two) || sameWords(one, two)) return `${one} | ${two}`;
      if (one !== key && two !== key) continue;
      const rival = one === key ? two : one;
      if (
        sameAmount(key, rival) ||
        sameDate(key, rival) ||
        isWithin(key, rival) ||
        isInDecade(key, rival) ||
        isInDecade(rival, key)
      )
        return `${key} | ${rival}`;
    }
  return null;
});

/** The same words in another order. */
function sameWords(one: string, two: string): boolean {
  const sorted = (text: string) => [...contentWords(text)].map(rootOfWord).sort().join(' ');
  return sorted(one) !== '' && sorted(one) === sorted(two) && numbersIn(one) === numbersIn(two);
}

function numbersIn(text: string): string {
  return (text.match(/\d[\d.,]*/g) ?? []).join(' ');
}

function sameAmount(a: string, b: string): boolean {
  if (dateRank(a) !== null || dateRank(b) !== null) return false;
  const [one, two] = [extent(a), extent(b)];
  if (one === null || two === null || !sameUnit(one.unit, two.unit)) return false;
  return one.low <= two.high && two.low <= one.high;
}

/** `In 1991` lies in `a war of the 1990s`. */
function isInDecade(one: string, two: string): boolean {
  const decade = /\b(\d{3})0s\b/.exec(two)?.[1];
  const year = /\b(\d{3})\d\b(?!s)/.exec(one)?.[1];
  return decade !== undefined && decade === year;
}

/** From where to where an amount reaches: `more than 5` has no end. */
function extent(text: string): { low: number; high: number; unit: string } | null {
  const amount = numberOf(text);
  if (amount === null) return null;
  const { low, high, unit } = amount;
  if (/\b(?:more than|over|at least|or more|above)\b/i.test(text))
    return {
      low: /\b(?:more than|over|above)\b/i.test(text) ? low + 1 : low,
      high: Infinity,
      unit: unit.replace(/\bor more\b/, '').trim(),
    };
  if (/\b(?:fewer than|less than|under|below|at most|up to|or fewer|or less)\b/i.test(text))
    return {
      low: 0,
      high: /\b(?:than|under|below)\b/i.test(text) ? low - 1 : low,
      unit: unit.replace(/\bor (?:fewer|less)\b/, '').trim(),
    };
  return { low, high, unit };
}

function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string) => fold(unit).replace(/s$/, '');
  return plain(a) === plain(b) || a === '' || b === '';
}

function sameDate(a: string, b: string): boolean {
  const [one, two] = [writtenDate(a), writtenDate(b)];
  return one !== null && two !== null && datesAgree(one, two);
}

function writtenDate(text: string): WrittenDate | null {
  if (dateRank(text) === null) return null;
  return readDates(text.replace(/^(?:in|on) /i, ''))[0] ?? null;
}

/** Whether one is the other, told more or less exactly. */
function datesAgree(a: WrittenDate, b: WrittenDate): boolean {
  const agree = (x: number | undefined, y: number | undefined) =>
    x === undefined || y === undefined || x === y;
  return (
    agree(a.year, b.year) &&
    agree(a.month, b.month) &&
    agree(a.day, b.day) &&
    (a.year !== undefined) === (b.year !== undefined)
  );
}

/** `Armenia` and `Armenia, with Russian help`: the longer one says the shorter, and adds to it. */
function isWithin(a: string, b: string): boolean {
  if (numberOf(a) !== null || numberOf(b) !== null) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return membersOf(long).length === 1
    ? false
    : fold(membersOf(long)[0] ?? '') === fold(short) && /[,(]/.test(long);
}

/** By the facts a rival is right too: another name of the key, a part or whole of it, its rounding, or a value that others give. */
export function doubleKey(item: Item): string | null {
  const { options, key, facts } = item;
  if (key === null) return null;
  if (facts === undefined) return alsoStated(item);
  const right = [facts.held, ...(facts.alsoGiven ?? [])];
  const found = options.find(
    (option, i) => i !== key && right.some((value) => couldBe(option, value)),
  );
  return found ?? null;
}

/** The key is not what the cited fact holds. */
export function unsupportedKey(item: Item): string | null {
  const { facts } = item;
  const answer = keyOf(item) ?? item.answer;
  if (answer === undefined) return null;
  if (facts === undefined) return isStated(item) ? null : answer;
  return states(answer, facts.held) ? null : answer;
}

/** Nearer than this share to an amount, a number can be its rounding. */
const ROUNDING = 0.1;

/** Whether an option says the value, in any spelling. */
function states(option: string, value: HeldValue): boolean {
  switch (value.type) {
    case 'name':
      return value.spellings.some((name) => foldTight(name) === foldTight(option));
    case 'names':
      return sameMembers(option, value.members, (text, member) => states(text, member));
    case 'amount': {
      const amount = numberOf(option);
      const [low, high] = boundsOf(value.number);
      return amount !== null && amount.low === low && amount.high === high;
    }
    case 'date': {
      return datesOf(option) === value.date;
    }
    case 'text':
      return foldTight(value.text) === foldTight(option);
  }
}

/** Whether an option could be taken for the value: it states it, or is tied to it, rounds it, or tells it less exactly. */
function couldBe(option: string, value: HeldValue): boolean {
  if (states(option, value)) return true;
  switch (value.type) {
    case 'name':
      return (value.tied ?? []).some((name) => foldTight(name) === foldTight(option));
    case 'names':
      return sameMembers(option, value.members, couldBe);
    case 'amount': {
      const amount = extent(option);
      if (amount === null) return false;
      const [low, high] = boundsOf(value.number);
      if (value.qualifier === 'at_least' && amount.high === Infinity) return amount.low <= low;
      return (
        amount.low <= high * (1 + ROUNDING) &&
        amount.high >= low * (1 - ROUNDING) &&
        !isExactApart(amount, value)
      );
    }
    case 'date': {
      const read = datesOf(option);
      return read !== null && datesOverlap(read, value.date);
    }
    case 'text':
      return sameWords(option, value.text);
  }
}

/** Small exact counts are apart by one: beside 7 regions stands 8, and nobody rounds. */
function isExactApart(
  amount: { low: number; high: number },
  value: HeldValue & { type: 'amount' },
): boolean {
  const [low, high] = boundsOf(value.number);
  const isSmall = (value.qualifier ?? 'exact') === 'exact' && high < 100;
  return isSmall && amount.high !== Infinity && (amount.high < low || amount.low > high);
}

function sameMembers<T extends HeldValue>(
  option: string,
  members: readonly T[],
  fits: (text: string, member: T) => boolean,
): boolean {
  const texts = membersOf(option);
  return (
    texts.length === members.length &&
    members.every((member) => texts.some((text) => fits(text, member)))
  );
}

function boundsOf(number: number | readonly [number, number]): readonly [number, number] {
  return typeof number === 'number' ? [number, number] : number;
}

/** An option's date as the pack writes it: `2020-11-09`, or a range; `null` if it is no date with a year. */
function datesOf(option: string): string | null {
  const ends = option.split(/\s+(?:to|until)\s+|\s*–\s*/);
  const last = ends.at(-1) ?? option;
  const year = /\b\d{4}$/.exec(last)?.[0] ?? '';
  const read = ends.map((end) => iso(/\d{4}/.test(end) ? end : `${end} ${year}`));
  return read.some((end) => end === null) ? null : read.join('/');
}

function iso(text: string): string | null {
  const date = writtenDate(text);
  if (date?.year === undefined) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  return [
    String(date.year),
    ...(date.month === undefined ? [] : [two(date.month)]),
    ...(date.day === undefined ? [] : [two(date.day)]),
  ].join('-');
}
