/** Two right answers, by the words of the options alone. What the facts tell is in `held-answers.ts`. */
import { fold, foldTight } from '../fold.ts';
import type { WrittenDate } from '../read-date.ts';
import { withOptions } from './item.ts';
import { isCoupling } from './own-form.ts';
import { dateRank, measured, membersOf, numberOf } from './reading.ts';
import { ROUNDING, extent, sameWords, writtenDate } from './same-values.ts';

/** Two options that are right together, whatever the facts: the same in other words, or one within the other. */
export const twoKeys = withOptions((key, _rivals, item) => {
  if (isCoupling(item)) return null;
  const { stem, options } = item;
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
        isShareOf(stem, rival, key) ||
        isShareOf(stem, key, rival) ||
        sameDate(key, rival) ||
        isWithin(key, rival) ||
        isInDecade(key, rival) ||
        isInDecade(rival, key)
      )
        return `${key} | ${rival}`;
    }
  return null;
});

function sameAmount(a: string, b: string): boolean {
  if (dateRank(a) !== null || dateRank(b) !== null) return false;
  const inUnits = [numberOf(a)?.unit, numberOf(b)?.unit];
  // Other units of time are roundings of one another: 38 days, five and a half weeks.
  const isConverted =
    inUnits[0] !== inUnits[1] && measured(a)?.unit === 'days' && measured(b)?.unit === 'days';
  if (isConverted) {
    const [short = 0, long = 0] = [measured(a)?.low ?? 0, measured(b)?.low ?? 0].sort(
      (x, y) => x - y,
    );
    return long <= short * (1 + ROUNDING);
  }
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

const shares: Readonly<Record<string, number>> = {
  half: 1 / 2,
  'a third': 1 / 3,
  'two thirds': 2 / 3,
  'a quarter': 1 / 4,
  'three quarters': 3 / 4,
  all: 1,
};

/** `Half of them` beside `ten`, where the stem asks of twenty. */
function isShareOf(stem: string, part: string, number: string): boolean {
  const share =
    shares[
      /^(half|a third|two thirds|a quarter|three quarters|all)\b/i.exec(part)?.[1]?.toLowerCase() ??
        ''
    ];
  const whole = numberOf(/\bof the ([\d.,]*\d|\p{L}+) /iu.exec(stem)?.[1] ?? '');
  const amount = numberOf(number);
  return (
    share !== undefined &&
    whole !== null &&
    amount !== null &&
    amount.low === Math.round(whole.low * share)
  );
}

function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string) => fold(unit).replace(/s$/, '');
  return plain(a) === plain(b) || a === '' || b === '';
}

function sameDate(a: string, b: string): boolean {
  const [one, two] = [writtenDate(a), writtenDate(b)];
  return one !== null && two !== null && datesAgree(one, two);
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
