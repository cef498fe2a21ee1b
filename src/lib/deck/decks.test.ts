import { beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '#lib/base/ids.ts';
import { indexQuestions, type QuestionIndex } from '#lib/questions/question-index.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import type { Card } from './card.ts';
import { cardsOf } from './cards.ts';
import { decksOf, describeDeck } from './decks.ts';
import { teachingOrder } from './teaching-order.ts';

let index: QuestionIndex;
let cards: readonly Card[];

beforeAll(async () => {
  index = indexQuestions(await loadFixturePack());
  cards = cardsOf(index);
});

describe('cards', () => {
  it('are what the facts and comparisons ask, each with an id of its own', () => {
    const asked = index.pack.facts.flatMap(({ ask }) => (ask === 'none' ? [] : ask)).length;
    const compared = index.pack.comparisons.flatMap(({ ask }) => ask).length;
    expect(cards).toHaveLength(asked + compared);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    for (const { id, itemId, facet } of cards)
      expect(parseCardId(id)).toEqual({ packId: index.pack.id, itemId, facet });
  });

  it('know the sources of the value asked only', () => {
    const speaker = cards.find(({ id }) => id.endsWith('skarn-thanks-okonjo#addressee'));
    expect(speaker?.sources).toEqual(['courier']);
  });
});

describe('decks', () => {
  it('hold each card once under everything, one category and one episode', () => {
    const decks = decksOf(index, cards);
    for (const by of ['everything', 'category', 'episode'] as const) {
      const held = decks.filter(({ choice }) => choice.by === by).flatMap((deck) => deck.cards);
      expect(held).toHaveLength(cards.length);
    }
  });

  it('are described by what the pack calls them', () => {
    const decks = decksOf(index, cards);
    const described = new Map(decks.map((deck) => [deck.id, describeDeck(index, deck)]));
    expect(described.get('source-gazette')?.title).toBe('Tidewater Gazette');
    expect(described.get('everything')).toMatchObject({ title: null, cards: cards.length });
  });
});

describe('teaching order', () => {
  it('is a permutation that brings the essential first', () => {
    const ordered = teachingOrder(index, cards);
    expect([...ordered].sort(byId)).toEqual([...cards].sort(byId));
    const firstLesser = ordered.findIndex(({ importance }) => importance < 3);
    const essential = cards.filter(({ importance }) => importance === 3).length;
    // One essential card may wait, so as not to follow another of its fact.
    expect(firstLesser).toBeGreaterThanOrEqual(essential - 1);
  });

  it('keeps the cards of one fact apart', () => {
    const ordered = teachingOrder(index, cards);
    const half = ordered.slice(0, Math.floor(ordered.length / 2));
    half.forEach(({ itemId }, i) => {
      expect(ordered[i + 1]?.itemId).not.toBe(itemId);
    });
  });

  it('does not depend on the order in which the cards come', () => {
    const ids = (list: readonly Card[]) =>
      list.map(({ importance, episode }) => `${importance} ${episode}`);
    expect(ids(teachingOrder(index, [...cards].reverse())).toSorted()).toEqual(
      ids(teachingOrder(index, cards)).toSorted(),
    );
  });
});

const byId = (a: Card, b: Card) => (a.id < b.id ? -1 : 1);
