import type { Citation, Comparison, Entity, Fact, Pack, Source } from './schema.ts';

/** A claim rests on somebody's word; a disputed fact is contradicted in a comparison. */
export type FactStatus = 'reported' | 'claimed' | 'disputed';

/** One citation with everything a footnote shows. */
export interface Passage {
  readonly source: Source;
  readonly paragraph: number;
  readonly anchors: readonly string[];
  /** On whose word: an entity, or `null` for the source's own narration. */
  readonly voice: Entity | null;
}

/** A pack with its parts found by id. */
export interface PackIndex {
  readonly pack: Pack;
  readonly sources: ReadonlyMap<string, Source>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly comparisons: ReadonlyMap<string, Comparison>;
  /** Comparisons by the `fact#slot` they concern. */
  readonly comparisonsByCard: ReadonlyMap<string, readonly Comparison[]>;
}

export function indexPack(pack: Pack): PackIndex {
  const comparisonsByCard = new Map<string, Comparison[]>();
  for (const comparison of pack.comparisons)
    for (const card of comparison.about) {
      const known = comparisonsByCard.get(card);
      if (known === undefined) comparisonsByCard.set(card, [comparison]);
      else known.push(comparison);
    }
  return {
    pack,
    sources: byId(pack.sources),
    entities: byId(pack.entities),
    facts: byId(pack.facts),
    comparisons: byId(pack.comparisons),
    comparisonsByCard,
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Looks up what the content check has proved to exist; a miss is a defect and throws. */
export function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`Unknown id in a checked pack: ${id}`);
  return found;
}

/** Whether two footnotes would say the same. */
export const isSamePassage = (a: Passage, b: Passage): boolean =>
  a.source === b.source &&
  a.paragraph === b.paragraph &&
  a.voice === b.voice &&
  a.anchors.join() === b.anchors.join();

/** The passage behind a citation. */
export function passageOf(index: PackIndex, citation: Citation): Passage {
  return {
    source: known(index.sources, citation.source),
    paragraph: citation.paragraph,
    anchors: citation.anchors,
    voice: citation.voice === 'narration' ? null : known(index.entities, citation.voice),
  };
}

/** Derived, never written: disputed in a comparison, else claimed if any citation has a voice, else reported. */
export function statusOf(index: PackIndex, fact: Fact): FactStatus {
  for (const [card, comparisons] of index.comparisonsByCard)
    if (card.startsWith(`${fact.id}#`) && comparisons.some((c) => c.verdict === 'disputed'))
      return 'disputed';
  const voices = Object.values(fact.cites).map((citation) => citation.voice);
  return voices.some((voice) => voice !== 'narration') ? 'claimed' : 'reported';
}
