import type { Card } from '#lib/deck/card.ts';
import { decksOf, describeDeck, type Deck } from '#lib/deck/decks.ts';
import { messages } from '#lib/messages/en.ts';
import { pageMessages } from '#lib/messages/en-pages.ts';
import type { Library } from './library.ts';

/** A deck with the name that the interface gives it. */
export interface NamedDeck {
  readonly id: string;
  readonly by: Deck['choice']['by'] | 'facts';
  readonly title: string;
  readonly cards: readonly Card[];
}

/** All decks of all packs, in the order in which they are shown. */
export function namedDecks(library: Library): NamedDeck[] {
  return library.packs.flatMap((index) => {
    const own = library.cards.filter(({ id }) => library.shelf.get(id)?.index === index);
    return decksOf(index, own).map((deck) => ({
      id: deck.id,
      by: deck.choice.by,
      title:
        deck.choice.by === 'category'
          ? messages.categories[deck.choice.category]
          : (describeDeck(index, deck).title ?? pageMessages.decks.everything),
      cards: deck.cards,
    }));
  });
}

/** Begins the address of a deck made up of certain facts and comparisons: `facts-a,b`. */
const BY_FACTS = 'facts-';

/** The deck of an address; everything, if the address names none. */
export function deckById(library: Library, id: string | null): NamedDeck {
  const items = id?.startsWith(BY_FACTS) ? id.slice(BY_FACTS.length).split(',') : [];
  const cards = library.cards.filter(({ itemId }) => items.includes(itemId));
  if (id !== null && cards.length > 0) return { id, by: 'facts', title: '', cards };
  const everything: NamedDeck = {
    id: 'everything',
    by: 'everything',
    title: pageMessages.decks.everything,
    cards: library.cards,
  };
  return (
    namedDecks(library).find((deck) => deck.id === id && deck.by !== 'everything') ?? everything
  );
}
