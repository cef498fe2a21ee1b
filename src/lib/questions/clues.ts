/** The order of questions in one session: none gives away what another asks, and categories take turns. */
import { fold } from './fold.ts';
import { hasOptions, type Category, type Question } from './question.ts';

/** A card as far as it could give away another, or be given away. */
export interface InSession {
  /** The fact or comparison: cards of one are kept apart. */
  readonly itemId: string;
  readonly category: Category;
  /** All that is read before it is answered: stem and options. */
  readonly says: readonly string[];
  /** The answer; empty if nothing could give it away. */
  readonly key: string;
}

/** What a question says before it is answered, and what it asks. */
export function saidBy(question: Question): Pick<InSession, 'says' | 'key'> {
  const options = hasOptions(question) ? question.options.map(({ text }) => text) : [];
  return { says: [question.stem, ...options], key: question.answer };
}

/** As many are looked at for one that fits: what is most urgent is not put off for long. */
const LOOK_AHEAD = 8;

interface Told {
  /** Folded, with a space at each end. */
  readonly says: string;
  readonly key: string;
}

function told({ says, key }: InSession): Told {
  return {
    says: ` ${says.map(fold).join(' | ')} `,
    key: fold(key.replace(/^(about|at least) /, '')),
  };
}

/**
 * Whether the first question tells the answer of the second: its stem or options hold it.
 * Two questions with the same answer tell each other nothing that an option could not.
 */
export function givesClue(first: InSession, second: InSession): boolean {
  return tells(told(first), told(second));
}

function tells(first: Told, second: Told): boolean {
  return second.key !== '' && first.key !== second.key && first.says.includes(` ${second.key} `);
}

/**
 * The same cards, moved as little as that takes: a question that gives a clue to one still to come waits for it;
 * where two give clues to each other, the earlier stays. Beside that no two of one item and no two of one
 * category follow one another if one of the next fits better.
 */
export function fairOrder<T extends InSession>(cards: readonly T[]): T[] {
  const open = cards.map((card) => ({ card, told: told(card) }));
  const waitsFor = open.map((entry, at) =>
    open.flatMap((other, i) =>
      i !== at && tells(entry.told, other.told) && !tells(other.told, entry.told) ? [other] : [],
    ),
  );
  const left = open.map((entry, at) => ({ ...entry, waitsFor: new Set(waitsFor[at]), entry }));
  const order: T[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const free = left.filter((entry) => entry.waitsFor.size === 0).slice(0, LOOK_AHEAD);
    const candidates = free.length > 0 ? free : left.slice(0, 1);
    const chosen =
      candidates.find(({ card }) => isFresh(card, last)) ??
      candidates.find(({ card }) => card.itemId !== last?.itemId) ??
      candidates[0];
    if (chosen === undefined) break;
    left.splice(left.indexOf(chosen), 1);
    for (const entry of left) entry.waitsFor.delete(chosen.entry);
    order.push(chosen.card);
  }
  return order;
}

function isFresh(card: InSession, last: InSession | undefined): boolean {
  return last === undefined || (card.itemId !== last.itemId && card.category !== last.category);
}
