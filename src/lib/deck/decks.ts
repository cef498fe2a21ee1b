import type { PackIndex } from '#lib/content/pack-index.ts';
import { categories, type Category } from '#lib/questions/question.ts';
import { namesOfSources } from '#lib/questions/source-names.ts';
import type { Card } from './card.ts';
import { teachingOrder } from './teaching-order.ts';

/** What a deck is chosen by. */
type DeckChoice =
  | { readonly by: 'everything' }
  | { readonly by: 'category'; readonly category: Category }
  | { readonly by: 'episode'; readonly episode: string }
  | { readonly by: 'source'; readonly source: string };

export interface Deck {
  /** Stands in addresses: `everything`, `category-dates`, `episode-background`, `source-trt`. */
  readonly id: string;
  readonly choice: DeckChoice;
  /** In teaching order, at least one. */
  readonly cards: readonly Card[];
}

function isInDeck(choice: DeckChoice, card: Card): boolean {
  switch (choice.by) {
    case 'everything':
      return true;
    case 'category':
      return card.category === choice.category;
    case 'episode':
      return card.episode === choice.episode;
    case 'source':
      return card.sources.includes(choice.source);
  }
}

function deckId(choice: DeckChoice): string {
  switch (choice.by) {
    case 'everything':
      return 'everything';
    case 'category':
      return `category-${choice.category}`;
    case 'episode':
      return `episode-${choice.episode}`;
    case 'source':
      return `source-${choice.source}`;
  }
}

/** All decks of a pack that hold a card: everything, then by category, by episode, by source. */
export function decksOf(index: PackIndex, cards: readonly Card[]): Deck[] {
  const ordered = teachingOrder(index, cards);
  const choices: DeckChoice[] = [
    { by: 'everything' },
    ...categories.map((category) => ({ by: 'category', category }) as const),
    ...index.pack.episodes.map(({ id }) => ({ by: 'episode', episode: id }) as const),
    ...index.pack.sources.map(({ id }) => ({ by: 'source', source: id }) as const),
  ];
  return choices
    .map((choice) => ({
      id: deckId(choice),
      choice,
      cards: ordered.filter((card) => isInDeck(choice, card)),
    }))
    .filter((deck) => deck.cards.length > 0);
}

/** What is told of a deck besides its name in the interface's own words. */
export interface DeckDescription {
  /** The pack's own name for it: an episode's title, a source's outlet; `null` for categories and everything. */
  readonly title: string | null;
  /** The episode's blurb. */
  readonly blurb: string | null;
  readonly cards: number;
  readonly facts: number;
  /** Cards that every learner of the topic must know. */
  readonly essential: number;
}

export function describeDeck(index: PackIndex, deck: Deck): DeckDescription {
  const { choice, cards } = deck;
  const episode =
    choice.by === 'episode'
      ? index.pack.episodes.find(({ id }) => id === choice.episode)
      : undefined;
  const source =
    choice.by === 'source' ? namesOfSources(index.pack.sources).get(choice.source) : undefined;
  return {
    title: episode?.title ?? source?.giver ?? null,
    blurb: episode?.blurb ?? null,
    cards: cards.length,
    facts: new Set(cards.map(({ itemId }) => itemId)).size,
    essential: cards.filter(({ importance }) => importance === 3).length,
  };
}
