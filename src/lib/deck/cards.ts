import { cardId } from '#lib/base/ids.ts';
import type { PackIndex } from '#lib/content/pack-index.ts';
import { askedSlots } from '#lib/content/slots.ts';
import type { Comparison, Fact } from '#lib/content/schema.ts';
import { categoryOf, comparisonCategory } from '#lib/questions/category.ts';
import type { Card } from './card.ts';

/** Every card of a pack, in its order: those of its facts, then those of its comparisons. */
export function cardsOf(index: PackIndex): Card[] {
  const { facts, comparisons } = index.pack;
  return [
    ...facts.flatMap((fact) => cardsOfFact(index, fact)),
    ...comparisons.flatMap((comparison) => cardsOfComparison(index, comparison)),
  ];
}

function cardsOfFact(index: PackIndex, fact: Fact): Card[] {
  return askedSlots(fact).map((slot) => ({
    id: cardId(index.pack.id, fact.id, slot.name),
    itemId: fact.id,
    facet: slot.name,
    rev: fact.rev,
    category: categoryOf(index, fact, slot.name),
    episode: fact.episode,
    importance: fact.importance,
    sources: unique(slot.cites.flatMap((key) => fact.cites[key]?.source ?? [])),
    deaths: fact.deaths,
  }));
}

function cardsOfComparison(index: PackIndex, comparison: Comparison): Card[] {
  const facts = comparison.about.flatMap(
    (about) => index.facts.get(about.split('#')[0] ?? '') ?? [],
  );
  return comparison.ask.map((facet) => ({
    id: cardId(index.pack.id, comparison.id, facet),
    itemId: comparison.id,
    facet,
    rev: comparison.rev,
    category: comparisonCategory(index, comparison),
    episode: comparison.episode,
    importance: comparison.importance,
    sources: unique(comparison.positions.flatMap(({ cites }) => cites.map(({ source }) => source))),
    deaths: facts.some(({ deaths }) => deaths),
  }));
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
