/** Two right answers, by the words of the options alone. What the facts tell is in `held-answers.ts`. */
import { fold, foldTight } from '../fold.ts';
import type { WrittenDate } from '../read-date.ts';
import { withOptions } from './item.ts';
import { monthsOfSeason } from './logical-cue.ts';
import { isCoupling } from './own-form.ts';
import { dateRank, formOf, measured, membersOf, numberOf, shareRank } from './reading.ts';
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
        sameShare(key, rival) ||
        sameShare(rival, key) ||
        isShorterName(key, rival) ||
        isAbbreviation(key, rival) ||
        isAbbreviation(rival, key) ||
        isShareOf(stem, rival, key) ||
        isShareOf(stem, key, rival) ||
        sameDate(key, rival) ||
        isWithin(key, rival) ||
        isInSeason(key, rival) ||
        isInSeason(rival, key) ||
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

/** `In May 1996` lies in `spring 1996`. */
function isInSeason(month: string, season: string): boolean {
  const year = /\b\d{4}\b/.exec(month)?.[0];
  const months = monthsOfSeason(season);
  return (
    months !== null &&
    year !== undefined &&
    season.includes(year) &&
    months.some((name) => month.includes(name))
  );
}

const decades = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
];

/** `The seventies` as `1970s`. */
function inFigures(text: string): string {
  return text.replace(/\b(?:nineteen[- ])?(\p{L}+ties)\b/giu, (whole, name: string) => {
    const at = decades.indexOf(name.toLowerCase());
    return at < 0 ? whole : `19${at + 2}0s`;
  });
}

/** `In 1991` lies in `a war of the 1990s`. */
function isInDecade(one: string, two: string): boolean {
  const decade = /\b(\d{3})0s\b/.exec(inFigures(two))?.[1];
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

/** `A quarter` and `25 per cent`. */
function sameShare(words: string, number: string): boolean {
  const share = shareRank(words);
  const amount = numberOf(number);
  return (
    share !== null &&
    amount !== null &&
    /^(?:per ?cent|percent|%)/i.test(amount.unit) &&
    Math.abs(amount.low / 100 - share) <= ROUNDING * share
  );
}

/** `Pell` and `Joren Pell`, `the Courier` and `the Orrenmouth Courier`: one name, told in full and not. */
function isShorterName(a: string, b: string): boolean {
  if (formOf(a) !== 'name' || formOf(b) !== 'name') return false;
  if (membersOf(a).length > 1 || membersOf(b).length > 1) return false;
  const words = (text: string) =>
    fold(text)
      .split(' ')
      .filter((word) => word !== 'the');
  const [short = [], long = []] = [words(a), words(b)].sort((x, y) => x.length - y.length);
  return (
    short.length > 0 &&
    short.length < long.length &&
    short.every((word) => /^\p{L}{3,}$/u.test(word) && long.includes(word)) &&
    long.at(-1) === short.at(-1)
  );
}

/** `CSTO` and the organisation whose initials those are. */
function isAbbreviation(short: string, long: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(short.replace(/^the /i, ''))) return false;
  const initials = (long.match(/\b\p{Lu}/gu) ?? []).join('');
  return initials === short.replace(/^the /i, '');
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
