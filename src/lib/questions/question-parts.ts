/** What questions of all formats have in common. */
import { seeded } from '#lib/base/random.ts';
import { stemFlaw, typographic } from './item-rules.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { stemsFor } from './stems.ts';

/** The stems that may be used, beginning with one that the seed chooses. */
export function soundStems(index: QuestionIndex, facet: Facet, seed: number): readonly string[] {
  let sound = known.get(facet);
  if (sound === undefined) {
    sound = stemsFor(index, facet).filter((stem) => stemFlaw(index, facet, stem) === null);
    known.set(facet, sound);
  }
  const start = seeded('stem', facet.cardId, seed).integer(Math.max(1, sound.length));
  return [...sound.slice(start), ...sound.slice(0, start)];
}

/** A facet belongs to one index, and no seed changes which stems there are. */
const known = new WeakMap<Facet, readonly string[]>();

/** All of a question but its format. */
export function questionParts(facet: Facet, seed: number, stem: string) {
  const readers = facet.comparisons.map(({ reader }) => reader);
  return {
    cardId: facet.cardId,
    factIds: [facet.fact.id],
    category: facet.category,
    seed,
    stem: typographic(stem),
    answer: typographic(facet.shown),
    explain: typographic(facet.fact.explain),
    citations: facet.citations,
    ...(readers.length === 0 ? {} : { differs: typographic(readers.join(' ')) }),
  };
}
