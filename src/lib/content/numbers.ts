import { fold } from './words.ts';

const small: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const large: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
};

const has = (table: Readonly<Record<string, number>>, word: string) => Object.hasOwn(table, word);

/** A number as it is printed in a text. */
export interface PrintedNumber {
  readonly value: number;
  /** The words or digits that it is printed as. */
  readonly text: string;
  readonly at: number;
}

/** Every whole or decimal number in English text, in digits (`6,000`) or words (`forty-four`, `two million`). */
export function numbersIn(text: string): PrintedNumber[] {
  const folded = fold(text);
  const found: PrintedNumber[] = [];
  const tokens = [...folded.matchAll(/\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|\p{L}+/gu)];
  let index = 0;
  while (index < tokens.length) {
    const first = tokens[index];
    if (first === undefined) break;
    const length = /^\d/.test(first[0])
      ? digitsLength(tokens, index)
      : numeralLength(folded, tokens, index);
    if (length === 0) {
      index += 1;
      continue;
    }
    const run = tokens.slice(index, index + length);
    const last = run.at(-1) ?? first;
    found.push({
      value: valueOf(run.map((token) => token[0])),
      text: folded.slice(first.index, last.index + last[0].length),
      at: first.index,
    });
    index += length;
  }
  return found;
}

function digitsLength(tokens: readonly RegExpMatchArray[], index: number): number {
  const next = tokens[index + 1]?.[0] ?? '';
  return has(large, next) ? 2 : 1;
}

/** How many tokens from `index` on are one number in words; `and` only inside of one. */
function numeralLength(text: string, tokens: readonly RegExpExecArray[], index: number): number {
  let length = 0;
  let previous = '';
  for (let at = index; at < tokens.length; at++) {
    const word = tokens[at]?.[0] ?? '';
    if (length > 0 && gapIsWide(text, tokens[at - 1], tokens[at])) break;
    const joins = has(large, word)
      ? length > 0
      : has(small, word)
        ? length === 0 || canFollow(previous, word)
        : word === 'and' && previous === 'hundred' && has(small, tokens[at + 1]?.[0] ?? '');
    if (!joins) break;
    if (word !== 'and') previous = word;
    length += 1;
  }
  return length;
}

function gapIsWide(text: string, left?: RegExpExecArray, right?: RegExpExecArray): boolean {
  if (left === undefined || right === undefined) return true;
  return !/^[\s-]$/.test(text.slice(left.index + left[0].length, right.index));
}

/** `twenty` + `one`, `hundred` + anything; but `two` + `three` are two numbers. */
function canFollow(previous: string, word: string): boolean {
  if (has(large, previous)) return true;
  const tens = small[previous] ?? 0;
  const unit = small[word] ?? 0;
  return tens >= 20 && unit > 0 && unit < 10;
}

function valueOf(run: readonly string[]): number {
  let total = 0;
  let group = 0;
  for (const token of run) {
    if (/^\d/.test(token)) group = Number(token.replaceAll(',', ''));
    else if (token === 'hundred') group *= 100;
    else if (has(large, token)) {
      total += group * (large[token] ?? 1);
      group = 0;
    } else group += small[token] ?? 0;
  }
  return total + group;
}
