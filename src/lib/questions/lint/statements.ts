/** Key and rivals against what is known in sentences: a rougher check than against values, for items without a fact base. */
import { contentWords, fold, rootOfWord } from '../fold.ts';
import { keyOf, rivalsOf, type Item } from './item.ts';
import { numberOf } from './reading.ts';

/** A statement is about the point asked if it shares at least this part of the words that the nearest one shares with the stem. */
const ABOUT_THE_POINT = 0.6;

/** Words by which a statement makes two options one and the same, or one a part of the other. */
const ties =
  /\b(?:also|same|part of|parts? of|known as|called|another name|other name|stands? for|metonym|rounded|rounding|roughly|either|lies in|within|belongs? to|compatible|both|disputed|equivalent|identical|that is|i\.e\.|refers? to|synonym|alias|short for|includes?|contains?)\b/i;

/** Whether a statement on the point asked says the key. */
export function isStated(item: Item): boolean {
  const key = keyOf(item);
  if (key === null || item.statements === undefined) return true;
  return onThePoint(item, item.statements).some((statement) => says(statement, key));
}

/** A rival that a statement says as well, or makes one with the key. */
export function alsoStated(item: Item): string | null {
  const key = keyOf(item);
  if (key === null || item.statements === undefined) return null;
  const near = onThePoint(item, item.statements);
  const tying = item.statements.filter((statement) => ties.test(statement) && says(statement, key));
  const found = rivalsOf(item).find(
    (rival) =>
      near.some((statement) => says(statement, rival)) ||
      tying.some((statement) => says(statement, rival)),
  );
  return found ?? null;
}

function onThePoint({ stem }: Item, statements: readonly string[]): readonly string[] {
  const asked = rootsOf(stem);
  const shared = statements.map(
    (statement) => [...rootsOf(statement)].filter((root) => asked.has(root)).length,
  );
  const most = Math.max(...shared);
  return statements.filter((_, i) => (shared[i] ?? 0) >= most * ABOUT_THE_POINT);
}

function says(statement: string, option: string): boolean {
  const number = numberOf(option);
  if (number !== null)
    return (
      ` ${fold(statement.replace(/(\d)[,\s](?=\d{3})/g, '$1'))} `.includes(` ${number.low} `) ||
      ` ${fold(statement)} `.includes(` ${fold(option)} `)
    );
  const words = [...contentWords(option)].map(rootOfWord);
  const known = rootsOf(statement);
  return words.length > 0 && words.every((word) => known.has(word));
}

function rootsOf(text: string): ReadonlySet<string> {
  return new Set([...contentWords(text)].map(rootOfWord));
}
