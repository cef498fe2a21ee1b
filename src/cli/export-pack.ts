import { indexPack, passageOf, statusOf } from '#lib/content/pack-index.ts';
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Comparison, Fact, Pack } from '#lib/content/schema.ts';

/** A pack for readers outside of this program: everything it holds, citations by the documents' file names. */
export function exportPack(pack: Pack) {
  const index = indexPack(pack);
  const { id, version, sources, entities, comparisons, facts, ...manifest } = pack;
  return {
    id,
    version,
    ...manifest,
    sources,
    entities,
    comparisons: comparisons.map((comparison) => exportComparison(index, comparison)),
    facts: facts.map((fact) => exportFact(index, fact)),
  };
}

function exportFact(index: PackIndex, fact: Fact) {
  const { id, kind, episode, statement, explain, importance, values, cites, ...more } = fact;
  const citations = Object.entries(cites).map(([key, citation]) => {
    const { source, paragraph, anchors } = passageOf(index, citation);
    return {
      key,
      source: source.id,
      file: source.file,
      paragraph,
      anchors,
      voice: citation.voice,
    };
  });
  const status = statusOf(index, fact);
  return { id, kind, episode, statement, explain, status, importance, values, citations, ...more };
}

function exportComparison(index: PackIndex, comparison: Comparison) {
  const positions = comparison.positions.map(({ cites, ...position }) => ({
    ...position,
    citations: cites.map((cite) => {
      const { source, paragraph, anchors } = passageOf(index, { ...cite, voice: position.voice });
      return { source: source.id, file: source.file, paragraph, anchors, voice: position.voice };
    }),
  }));
  return { ...comparison, positions };
}
