import type { PackIndex } from '#lib/content/pack-index.ts';
import { slotOf } from '#lib/content/slots.ts';
import type { Card } from './card.ts';

/** Cards of one fact have at least so many others between them, where the deck is large enough. */
const APART = 5;

/**
 * The order in which new cards are met: what everybody must know first; then by episode, date and place in the
 * pack. The first card of every fact comes before the second of any, within an episode, and cards of one fact
 * are kept apart.
 */
export function teachingOrder(index: PackIndex, cards: readonly Card[]): Card[] {
  const episodes = new Map(index.pack.episodes.map(({ id }, at) => [id, at]));
  const items = new Map(
    [...index.pack.facts, ...index.pack.comparisons].map(({ id }, at) => [id, at]),
  );
  const turns = new Map<string, number>();
  const ranked = cards.map((card) => {
    const turn = turns.get(card.itemId) ?? 0;
    turns.set(card.itemId, turn + 1);
    return {
      card,
      rank: [
        -card.importance,
        episodes.get(card.episode) ?? episodes.size,
        turn,
        dateOf(index, card.itemId),
        items.get(card.itemId) ?? items.size,
      ] as const,
    };
  });
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return keptApart(ranked.map(({ card }) => card));
}

type Rank = readonly (number | string)[];

function compare(a: Rank, b: Rank): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? left;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** When it happened, as text that sorts; what has no date comes after what has. */
function dateOf(index: PackIndex, itemId: string): string {
  const fact = index.facts.get(itemId);
  const when = fact === undefined ? undefined : slotOf(fact, 'when')?.value;
  return when?.type === 'date' ? when.date : (fact?.as_of ?? '9999');
}

/** Takes the next card whose fact was not met lately, rather a little sooner than one that matters less. */
function keptApart(cards: readonly Card[]): Card[] {
  const left = [...cards];
  const order: Card[] = [];
  while (left.length > 0) order.push(...left.splice(nextOf(left, order), 1));
  return order;
}

function nextOf(left: readonly Card[], order: readonly Card[]): number {
  const importance = left[0]?.importance;
  for (let gap = APART; gap > 0; gap--) {
    const lately = new Set(order.slice(-gap).map(({ itemId }) => itemId));
    const at = left.findIndex((card) => card.importance === importance && !lately.has(card.itemId));
    if (at >= 0) return at;
  }
  const last = order.at(-1)?.itemId;
  return Math.max(
    left.findIndex(({ itemId }) => itemId !== last),
    0,
  );
}
