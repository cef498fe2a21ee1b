/** Puts a quiz together from cards: which are asked, in which format, in which order. */
import type { CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import type { Card } from '#lib/deck/card.ts';
import { fairOrder, saidBy } from '#lib/questions/clues.ts';
import { questionFor } from '#lib/questions/generate.ts';
import type { Question } from '#lib/questions/question.ts';
import type { QuestionIndex } from '#lib/questions/question-index.ts';
import { itemSeed } from './quiz-link.ts';
import {
  MAX_ITEMS,
  QUIZ_FORMAT,
  type ClassFormat,
  type Quiz,
  type QuizId,
  type QuizItem,
  type QuizSettings,
} from './quiz.ts';

export interface QuizWishes {
  /** The cards to choose from: a deck's. */
  readonly cards: readonly Card[];
  readonly count: number;
  readonly formats: readonly ClassFormat[];
  /** Cards that count or report deaths are left out, unless a teacher wants them; never where speed is scored. */
  readonly withDeaths: boolean;
  readonly settings: QuizSettings;
}

/** A card in the format it would be asked in. */
export interface Candidate {
  readonly card: Card;
  readonly item: QuizItem;
  readonly question: Question;
}

/** Whether a card may be asked in this quiz at all. */
export function isWanted(card: Card, { withDeaths, settings }: QuizWishes): boolean {
  return !card.deaths || (withDeaths && settings.scoring !== 'speed');
}

/**
 * As many questions as are wished for, or as the cards give: what everybody must know is likelier, no fact comes
 * twice, the formats take turns, and none gives away another.
 */
export function proposeItems(
  index: QuestionIndex,
  wishes: QuizWishes,
  seed: number,
): readonly QuizItem[] {
  const chosen: Candidate[] = [];
  for (const card of drawn(wishes.cards, seed)) {
    if (chosen.length >= Math.min(wishes.count, MAX_ITEMS)) break;
    if (!isWanted(card, wishes)) continue;
    if (chosen.some((other) => other.card.itemId === card.itemId)) continue;
    const candidate = ask(index, card, wishes, seed, chosen);
    if (candidate !== null) chosen.push(candidate);
  }
  return fairOrder(
    chosen.map((candidate) => ({
      candidate,
      itemId: candidate.card.itemId,
      category: candidate.card.category,
      ...saidBy(candidate.question),
    })),
  ).map(({ candidate }) => candidate.item);
}

/** In an order of chance, in which an important card stands earlier: each draws as often as it is important. */
function drawn(cards: readonly Card[], seed: number): Card[] {
  const random = seeded('class', seed);
  return [...cards]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((card) => ({ card, key: random.next() ** (1 / card.importance) }))
    .sort((a, b) => b.key - a.key)
    .map(({ card }) => card);
}

/** Several answers stand in one such question, and the next of its kind asks some of them again. */
const tellsMuch = (format: ClassFormat) => format === 'order' || format === 'match';

/** So many of each of those formats, unless nothing else is wished for. */
const mostOf = ({ count, formats }: QuizWishes) =>
  formats.every(tellsMuch) ? count : Math.ceil(count / 10);

/** The card in the format least used so far, among those it can be asked in. */
function ask(
  index: QuestionIndex,
  card: Card,
  wishes: QuizWishes,
  seed: number,
  chosen: readonly Candidate[],
): Candidate | null {
  const uses = (format: ClassFormat) => chosen.filter(({ item }) => item.format === format).length;
  const own = itemSeed(seed, card.id);
  const free = wishes.formats.filter(
    (format) => !tellsMuch(format) || uses(format) < mostOf(wishes),
  );
  for (const format of free.sort((a, b) => uses(a) - uses(b))) {
    const question = questionFor(index, card, format, own);
    if (question !== null) return { card, item: { cardId: card.id, format, seed: own }, question };
  }
  return null;
}

/**
 * Another question in the place of one: of the same format if there is one, of a fact not asked yet. `null` if
 * the cards give no other.
 *
 * @param passed cards that were in this place before, so that swapping goes on through all of them
 */
export function swapItem(
  index: QuestionIndex,
  items: readonly QuizItem[],
  at: number,
  wishes: QuizWishes,
  seed: number,
  passed: ReadonlySet<CardId>,
): QuizItem | null {
  const current = items[at];
  if (current === undefined) return null;
  const byId = new Map(wishes.cards.map((card) => [card.id, card]));
  const taken = new Set(items.map(({ cardId }) => byId.get(cardId)?.itemId));
  const free = drawn(wishes.cards, seed).filter(
    (card) => isWanted(card, wishes) && !taken.has(card.itemId) && !passed.has(card.id),
  );
  const formats = [
    ...wishes.formats.filter((format) => format === current.format),
    ...wishes.formats.filter((format) => format !== current.format),
  ];
  for (const format of formats)
    for (const card of free) {
      const own = itemSeed(seed, card.id);
      if (questionFor(index, card, format, own) !== null)
        return { cardId: card.id, format, seed: own };
    }
  return null;
}

export function makeQuiz(
  index: QuestionIndex,
  parts: Pick<Quiz, 'title' | 'seed' | 'items' | 'settings'> & { readonly id: QuizId },
): Quiz {
  return {
    format: QUIZ_FORMAT,
    id: parts.id,
    title: parts.title,
    packId: index.pack.id,
    packVersion: index.pack.version,
    seed: parts.seed,
    items: parts.items,
    settings: parts.settings,
  };
}

/**
 * A quiz of an older version of its pack, asked with the one that is here: the same cards as far as they are still
 * there. It is another quiz, since its questions may differ.
 */
export function renewQuiz(index: QuestionIndex, quiz: Quiz, id: QuizId): Quiz | null {
  if (quiz.packId !== index.pack.id) return null;
  const items = quiz.items.filter(({ cardId, format, seed }) => {
    const [itemId = '', facet = ''] = cardId.slice(quiz.packId.length + 1).split('#');
    return questionFor(index, { id: cardId, itemId, facet }, format, seed) !== null;
  });
  return items.length === 0 ? null : { ...quiz, id, packVersion: index.pack.version, items };
}
