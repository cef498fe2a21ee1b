/** Sources, as they are read: what of each stands in which paragraph. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import { known, passageOf, type Passage } from '#lib/content/pack-index.ts';
import type { Comparison, Fact, Source } from '#lib/content/schema.ts';

/** The facts cited from one paragraph of a document. */
export interface ParagraphFacts {
  readonly paragraph: number;
  readonly facts: readonly Fact[];
}

/** What the pack takes from a document, paragraph by paragraph. */
export function paragraphsOf(index: PackIndex, source: Source): ParagraphFacts[] {
  const byParagraph = new Map<number, Fact[]>();
  for (const fact of index.pack.facts) {
    if (fact.retired !== undefined) continue;
    const own = Object.values(fact.cites).filter((cite) => cite.source === source.id);
    for (const paragraph of new Set(own.map((cite) => cite.paragraph)))
      byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), fact]);
  }
  return [...byParagraph]
    .sort(([a], [b]) => a - b)
    .map(([paragraph, facts]) => ({ paragraph, facts }));
}

/** All passages that a fact rests on. */
export function passagesOf(index: PackIndex, fact: Fact): Passage[] {
  return Object.values(fact.cites).map((citation) => passageOf(index, citation));
}

/** The comparisons that concern a fact. */
export function comparisonsOf(index: PackIndex, fact: Fact): Comparison[] {
  return index.pack.comparisons.filter(({ about }) =>
    about.some((card) => card.startsWith(`${fact.id}#`)),
  );
}

/** The facts that a comparison concerns, each once. */
export function comparedFacts(index: PackIndex, comparison: Comparison): Fact[] {
  const ids = new Set(comparison.about.map((card) => card.split('#')[0] ?? ''));
  return [...ids]
    .map((id) => known(index.facts, id))
    .filter(({ retired }) => retired === undefined);
}

/** Facts that are not retired, by episode, in teaching order of the episodes. */
export function factsByEpisode(
  index: PackIndex,
): { readonly episode: PackIndex['pack']['episodes'][number]; readonly facts: readonly Fact[] }[] {
  return index.pack.episodes.map((episode) => ({
    episode,
    facts: index.pack.facts.filter(
      (fact) => fact.episode === episode.id && fact.retired === undefined,
    ),
  }));
}
