/** What questions of all formats have in common. */
import { seeded } from '#lib/base/random.ts';
import { passageOf } from '#lib/content/pack-index.ts';
import { slotOf } from '#lib/content/slots.ts';
import { holdsPhrase } from './fold.ts';
import { stemFlaw, typographic } from './item-rules.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { asksForKind } from './statement-stems.ts';
import { stemsFor } from './stems.ts';

/**
 * The stems that may be used, beginning with one that the seed chooses. Alone, a stem that says what kind of
 * statement it asks for tells which of several is meant; beside options it would rule out those of another kind.
 */
export function soundStems(
  index: QuestionIndex,
  facet: Facet,
  seed: number,
  beside: 'nothing' | 'options' = 'nothing',
): readonly string[] {
  let all = known.get(facet);
  if (all === undefined) {
    all = stemsFor(index, facet).filter((stem) => stemFlaw(index, facet, stem) === null);
    known.set(facet, all);
  }
  const fitting = all.filter((stem) => asksForKind(stem) === (beside === 'nothing'));
  const sound = fitting.length > 0 ? fitting : all;
  const start = seeded('stem', facet.cardId, seed).integer(Math.max(1, sound.length));
  return [...sound.slice(start), ...sound.slice(0, start)];
}

/** A facet belongs to one index, and no seed changes which stems there are. */
const known = new WeakMap<Facet, readonly string[]>();

/** All of a question but its format. */
export function questionParts(index: QuestionIndex, facet: Facet, seed: number, stem: string) {
  const readers = facet.comparisons.map(({ reader }) => reader);
  return {
    cardId: facet.cardId,
    factIds: [facet.fact.id],
    category: facet.category,
    seed,
    stem: typographic(stem),
    answer: typographic(facet.shown),
    explain: typographic(facet.fact.explain),
    citations: withWords(index, facet, stem),
    ...(readers.length === 0 ? {} : { differs: typographic(readers.join(' ')) }),
  };
}

/** The footnote of a statement shows where its words stand too, if the stem gives them, in the reports that tell what is asked. */
function withWords(
  index: QuestionIndex,
  { citations, fact }: Facet,
  stem: string,
): Facet['citations'] {
  const gist = slotOf(fact, 'gist');
  if (fact.kind !== 'statement' || gist?.value.type !== 'text') return citations;
  if (!holdsPhrase(stem, gist.value.text)) return citations;
  const reports = new Set(citations.map(({ source }) => source.id));
  const told = (paragraph: number, source: string) =>
    citations.some((other) => other.paragraph === paragraph && other.source.id === source);
  const words = gist.cites.flatMap((key) => fact.cites[key] ?? []);
  const missing = words.filter(
    ({ source, paragraph }) => reports.has(source) && !told(paragraph, source),
  );
  return [...citations, ...missing.map((cite) => passageOf(index, cite))];
}
