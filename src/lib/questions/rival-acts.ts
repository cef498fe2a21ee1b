/** Acts as rivals: what other statements of the pack did, if it cannot be said of this one too. */
import type { Act } from '#lib/content/schema.ts';
import { actsAsAnswer, actsOverlap, actWords } from './acts.ts';
import { entangled } from './entanglement.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import type { Candidate } from './candidate.ts';
import { speaksFor } from './entity-proofs.ts';

export function actRivals(index: QuestionIndex, facet: Facet, key: readonly Act[]): Candidate[] {
  const all = index.facetsByKey.get('statement.acts') ?? [];
  const { fact } = facet;
  if (fact.kind !== 'statement') return [];
  const speaker = speakerOf(facet);
  // All that the same actor did about the same matter, in whichever statement.
  const done = all.flatMap((other) =>
    other.slot.value.type === 'acts' &&
    other.fact.kind === 'statement' &&
    other.fact.values.about === fact.values.about &&
    (entangled(index.ties, speaker, speakerOf(other)) !== null ||
      speaksFor(index, speaker, speakerOf(other)))
      ? other.slot.value.acts
      : [],
  );
  return all
    .filter((other) => other.fact !== fact)
    .flatMap((other): Candidate[] => {
      const { value } = other.slot;
      if (value.type !== 'acts') return [];
      return [
        {
          text: actsAsAnswer(value.acts),
          value,
          belongsTo: other.fact.statement,
          citations: other.citations,
          dropped:
            whyNot([...key, ...done], value.acts) ??
            (other.fact.episode === fact.episode ? null : 'of another time'),
          wrongBecause: `What ${other.fact.id} did.`,
          plausibility: value.acts.length === key.length ? 1 : 0,
        },
      ];
    });
}

/** Acts that leave no third to whoever thinks of the one beside the other. */
const contraries: readonly (readonly [Act, Act])[] = [
  ['support', 'condemn'],
  ['support', 'deny'],
];

function areContrary(done: readonly Act[], acts: readonly Act[]): boolean {
  return contraries.some(
    ([one, two]) =>
      (done.includes(one) && acts.includes(two)) || (done.includes(two) && acts.includes(one)),
  );
}

function whyNot(done: readonly Act[], acts: readonly Act[]): string | null {
  if ([...done, ...acts].some((act) => actWords(act).family === 'information'))
    return 'goes with any act';
  if (areContrary(done, acts)) return 'the contrary';
  return actsOverlap(done, acts) ? 'could be said too' : null;
}

function speakerOf(facet: Facet): string {
  if (facet.fact.kind !== 'statement') throw new Error(`${facet.fact.id} is no statement`);
  const { speaker } = facet.fact.values;
  return typeof speaker === 'string' ? speaker : speaker.is;
}
