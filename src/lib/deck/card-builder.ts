/** Cards that no pack holds, for tests of what is done with cards. */
import { cardId } from '#lib/base/ids.ts';
import type { Card } from './card.ts';

/** The card of one facet of an invented fact; what a test cares about it says in `more`. */
export function sampleCard(itemId: string, facet = 'when', more: Partial<Card> = {}): Card {
  return {
    id: cardId('pack', itemId, facet),
    itemId,
    facet,
    rev: 1,
    category: 'dates',
    episode: 'one',
    importance: 3,
    sources: ['report'],
    deaths: false,
    ...more,
  };
}
