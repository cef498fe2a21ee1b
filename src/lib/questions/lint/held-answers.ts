/** Whether the key, and the key alone, is right by what the fact base holds. */
import { datesOverlap } from '../dates.ts';
import { foldTight } from '../fold.ts';
import { keyOf, type HeldValue, type Item } from './item.ts';
import { membersOf, numberOf } from './reading.ts';
import { ROUNDING, extent, sameWords, writtenDate } from './same-values.ts';

/** By the facts a rival is right too: another name of the key, a part or whole of it, its rounding, or a value that others give. */
export function doubleKey(item: Item): string | null {
  const { options, key, facts } = item;
  if (key === null || facts === undefined) return null;
  const right = [facts.held, ...(facts.alsoGiven ?? [])].filter((value) => value !== null);
  const isRight = (option: string) => right.some((value) => couldBe(option, value));
  // Of several that are right one may be asked: then each of the others is right as well.
  const isOneOf = (option: string) =>
    right.some(
      (value) =>
        value.type === 'names' &&
        membersOf(option).length < value.members.length &&
        value.members.some((member) => states(option, member)),
    );
  const isKeyOneOf = (held: HeldValue | null) =>
    held?.type !== 'names' || isOneOf(options[key] ?? '');
  const found = options.find(
    (option, i) => i !== key && (isRight(option) || (isOneOf(option) && isKeyOneOf(facts.held))),
  );
  return found ?? null;
}

/** The key is not what the cited fact holds. */
export function unsupportedKey(item: Item): string | null {
  const { facts } = item;
  const answer = keyOf(item) ?? item.answer;
  if (answer === undefined || facts === undefined) return null;
  return facts.held !== null && supports(answer, facts.held, item.stem) ? null : answer;
}

/** Whether the value bears an answer out: it states it, or tells it no more exactly than the stem asks. */
function supports(answer: string, value: HeldValue, stem: string): boolean {
  if (states(answer, value)) return true;
  switch (value.type) {
    case 'names':
      return value.members.some((member) => states(answer, member));
    case 'amount': {
      const [low, high] = boundsOf(value.number);
      const amount = numberOf(answer);
      return low < high && amount !== null && amount.low >= low && amount.high <= high;
    }
    case 'date':
      return holdsDate(answer, value.date, stem);
    default:
      return false;
  }
}

/** A day lies in its month, year and decade; a month may have its year in the stem. */
function holdsDate(answer: string, date: string, stem: string): boolean {
  const decade = /\b(\d{3})0s\b/.exec(answer)?.[1];
  if (decade !== undefined) return date.split('/').every((end) => end.startsWith(decade));
  const year = /\b\d{4}\b/.exec(stem)?.[0];
  const told = datesOf(answer) ?? (year === undefined ? null : datesOf(`${answer} ${year}`));
  return (
    told !== null && !told.includes('/') && date.split('/').every((end) => end.startsWith(told))
  );
}

/** Whether an option says the value, in any spelling. */
function states(option: string, value: HeldValue): boolean {
  switch (value.type) {
    case 'name':
      return value.spellings.some((name) => isSameName(name, option));
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

/** `In Warehouse 4` names Warehouse 4, and `Ostmere’s` Ostmere. */
function isSameName(name: string, option: string): boolean {
  const bare = option.replace(/^(?:in|on|at|by|to|from|with|of) /i, '');
  return [option, bare, bare.replace(/[’']s$/, '')].some(
    (text) => foldTight(text) === foldTight(name),
  );
}

/** Whether an option could be taken for the value: it states it, or is tied to it, rounds it, or tells it less exactly. */
function couldBe(option: string, value: HeldValue): boolean {
  if (states(option, value)) return true;
  switch (value.type) {
    case 'name':
      return (value.tied ?? []).some((name) => isSameName(name, option));
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
      return read !== null && datesOverlap(read, value.date) && !onlyTouch(read, value.date);
    }
    case 'text':
      return sameWords(option, value.text);
  }
}

/** From 1998 to 2002, and from 2002 to 2006: one ends where the other begins. */
function onlyTouch(a: string, b: string): boolean {
  const [one, two] = [a.split('/'), b.split('/')];
  return (
    one.length === 2 && two.length === 2 && a !== b && (one[1] === two[0] || two[1] === one[0])
  );
}

/** Small exact counts are apart by one: beside 7 regions stands 8, and nobody rounds numbers of two figures. */
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
