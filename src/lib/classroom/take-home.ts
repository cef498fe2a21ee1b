/**
 * What a student missed, carried from the class to the student's own app: as a link, or as a short code to type.
 * Opened there, the cards become due. The link names its cards; the code only counts them, so that it stays short,
 * and therefore holds for one version of the pack.
 */
import * as v from 'valibot';
import { parseCardId, type CardId } from '#lib/base/ids.ts';
import { hash32 } from '#lib/base/random.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { FormIssue } from './form-issue.ts';
import { seal, unseal, type SealProblem } from './sealed-text.ts';
import { crc15, fromCrockford, toCrockford } from './typed-code.ts';

export interface TakeHome {
  /** Of the quiz; of a typed code, which does not know it, the code. */
  readonly quizId: string;
  readonly cardIds: readonly CardId[];
}

/** A quiz asks no more. */
const MOST_CARDS = 60;

/** A pack as codes see it: its cards in the order of their ids. */
export interface CodeBook {
  /** 12 bits that tell packs and their versions apart. */
  readonly check: number;
  /** Bits for one card. */
  readonly width: number;
  readonly cardIds: readonly CardId[];
}

/** So many bits for the version of the code and for the pack. */
const VERSION_BITS = 3;
const CHECK_BITS = 12;
const VERSION = 1;
/** Not below the bits of a character, so that padding is never taken for a card. */
const LEAST_WIDTH = 5;

export function codeBook(packId: string, packVersion: string, ids: readonly CardId[]): CodeBook {
  const cardIds = [...ids].sort();
  return {
    check: hash32(`${packId}@${packVersion} ${cardIds.length}`) & ((1 << CHECK_BITS) - 1),
    width: Math.max(LEAST_WIDTH, Math.ceil(Math.log2(Math.max(2, cardIds.length)))),
    cardIds,
  };
}

/** What a room needs of a book to write codes without the pack: it goes into the room's log. */
export interface CodePlaces extends Pick<CodeBook, 'check' | 'width'> {
  /** For each question of the quiz, the place of its card. */
  readonly places: readonly number[];
}

/** @throws if the book does not have a card */
export function codePlaces(book: CodeBook, cardIds: readonly CardId[]): CodePlaces {
  const placeOf = new Map(book.cardIds.map((id, at) => [id, at]));
  const places = cardIds.map((id) => {
    const place = placeOf.get(id);
    if (place === undefined) throw new Error(`The pack has no card ${id}`);
    return place;
  });
  return { check: book.check, width: book.width, places };
}

/**
 * The code of some cards of a pack, in groups of four: `7K3D-9QWM-2T`. Five cards of a pack of 200 take 14
 * characters, every further one 1.6. Cards that the book does not have are left out.
 */
export function takeHomeCode(book: CodeBook, cardIds: readonly CardId[]): string {
  const wanted = new Set(cardIds);
  return codeOfPlaces(
    book,
    book.cardIds.flatMap((id, at) => (wanted.has(id) ? [at] : [])),
  );
}

/** The code of the cards at these places of a book, whatever their order. */
export function codeOfPlaces(
  { check: pack, width }: Pick<CodeBook, 'check' | 'width'>,
  wanted: readonly number[],
): string {
  const places = [...wanted].sort((a, b) => a - b).slice(0, MOST_CARDS);
  const bits = [
    ...bitsOf(VERSION, VERSION_BITS),
    ...bitsOf(pack, CHECK_BITS),
    ...places.flatMap((place) => bitsOf(place, width)),
  ];
  while (bits.length % 5 !== 0) bits.push(0);
  const symbols = groups(bits, 5).map(numberOf);
  const check = crc15(symbols);
  const text = toCrockford([...symbols, check >> 10, (check >> 5) & 31, check & 31]);
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** mistyped: a character is wrong, too many or missing · other-pack: of a pack, or of a version of it, not here */
export type CodeProblem = 'empty' | 'mistyped' | 'newer' | 'other-pack';

/** The cards of a typed code, in any case, with or without hyphens, O for 0 and I or L for 1. */
export function readTakeHomeCode(
  books: readonly CodeBook[],
  typed: string,
): Result<TakeHome, CodeProblem> {
  if (typed.trim() === '') return err('empty');
  const symbols = typed.length > 200 ? null : fromCrockford(typed);
  if (symbols === null || symbols.length < 3 + 3 + 1) return err('mistyped');
  const body = symbols.slice(0, -3);
  const check = numberOf(symbols.slice(-3).flatMap((symbol) => bitsOf(symbol, 5)));
  if (crc15(body) !== check) return err('mistyped');
  const bits = body.flatMap((symbol) => bitsOf(symbol, 5));
  if (numberOf(bits.slice(0, VERSION_BITS)) !== VERSION) return err('newer');
  const pack = numberOf(bits.slice(VERSION_BITS, VERSION_BITS + CHECK_BITS));
  const book = books.find((known) => known.check === pack);
  if (book === undefined) return err('other-pack');
  const places = groups(bits.slice(VERSION_BITS + CHECK_BITS), book.width)
    .filter((group) => group.length === book.width)
    .map(numberOf);
  const cardIds = places.flatMap((place) => book.cardIds[place] ?? []);
  if (cardIds.length !== places.length || places.length === 0) return err('other-pack');
  return ok({ quizId: `code:${toCrockford(symbols)}`.slice(0, 100), cardIds });
}

const bitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => (value >> (count - 1 - at)) & 1);
const numberOf = (bits: readonly number[]): number => bits.reduce((n, bit) => n * 2 + bit, 0);

function groups(bits: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(bits.length / size) }, (_, at) =>
    bits.slice(at * size, (at + 1) * size),
  );
}

const linkForm = v.strictTuple([
  v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)), // quiz
  v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)), // pack
  v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(200), v.regex(/^[^/#]+#[^/#]+$/))),
    v.minLength(1),
    v.maxLength(MOST_CARDS),
  ),
]);

/** What stands after the # of a take-home link. All cards are of one pack, that of the quiz. */
export function takeHomeText({ quizId, cardIds }: TakeHome): string {
  const packId = cardIds[0] === undefined ? '' : (parseCardId(cardIds[0])?.packId ?? '');
  return seal('t', [quizId, packId, cardIds.map((id) => id.slice(packId.length + 1))]);
}

/** The whole link, for an app at `appUrl`, such as `https://example.org/footnote/`. */
export function takeHomeLink(appUrl: string, takeHome: TakeHome): string {
  return `${appUrl.replace(/\/+$/, '')}/take-home#${takeHomeText(takeHome)}`;
}

export function takeHomeFromText(
  text: string,
): Result<TakeHome, SealProblem | { readonly reason: 'form'; readonly issue: FormIssue }> {
  const opened = unseal('t', text);
  if (!opened.ok) return opened;
  const parsed = v.safeParse(linkForm, opened.value);
  if (!parsed.success)
    return err({ reason: 'form', issue: { path: '', message: 'expected a quiz and its cards' } });
  const [quizId, packId, shorts] = parsed.output;
  return ok({ quizId, cardIds: shorts.map((short) => `${packId}/${short}` as CardId) });
}
