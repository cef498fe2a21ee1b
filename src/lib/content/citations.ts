import type { LoadedPack, PackPath } from './load.ts';

export interface PlacedCitation {
  /** A fact's id or a comparison's. */
  readonly item: string;
  /** `c1`, or `positions.0.cites.1` of a comparison. */
  readonly cite: string;
  readonly at: PackPath;
  readonly source: string;
  readonly paragraph: number;
  readonly anchors: readonly string[];
}

/** Every citation of a pack, facts first. */
export function citationsOf({ pack }: LoadedPack): PlacedCitation[] {
  const ofFacts = pack.facts.flatMap((fact, position) =>
    Object.entries(fact.cites).map(([cite, { source, paragraph, anchors }]) => ({
      item: fact.id,
      cite,
      at: ['facts', position, 'cites', cite],
      source,
      paragraph,
      anchors,
    })),
  );
  const ofComparisons = pack.comparisons.flatMap((comparison, position) =>
    comparison.positions.flatMap((one, n) =>
      one.cites.map(({ source, paragraph, anchors }, c) => ({
        item: comparison.id,
        cite: `positions.${n}.cites.${c}`,
        at: ['comparisons', position, 'positions', n, 'cites', c],
        source,
        paragraph,
        anchors,
      })),
    ),
  );
  return [...ofFacts, ...ofComparisons];
}
