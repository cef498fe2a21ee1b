/** People and the offices that they held. */
import { entangled } from '../entanglement.ts';
import { fold } from '../fold.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { entityIn, isPlain, nameOf, type Pair, type Pool } from './match-pairs.ts';

export function officePools(index: QuestionIndex, facet: Facet): readonly Pool[] {
  const pairs = officePairs(index);
  const own = pairs.find((pair) => pair.facet.fact === facet.fact);
  if (own === undefined) return [];
  const holds = (pair: Pair, title: string) =>
    (index.entities.get(pair.actor)?.offices ?? []).some(
      (office) => fold(office.title) === fold(title),
    );
  const titleOf = ({ facet: { slot } }: Pair) =>
    slot.value.type === 'text' ? slot.value.text : '';
  return [
    {
      stem: 'Who held which office, by the account of the reports?',
      own,
      others: pairs,
      areApart: (a, b) =>
        entangled(index.ties, a.actor, b.actor) === null &&
        fold(a.right) !== fold(b.right) &&
        !holds(a, titleOf(b)) &&
        !holds(b, titleOf(a)),
    },
  ];
}

function officePairs(index: QuestionIndex): readonly Pair[] {
  let pairs = offices.get(index);
  if (pairs === undefined) {
    pairs = (index.facetsByKey.get('office.office') ?? []).flatMap((facet) => {
      const { fact } = facet;
      if (fact.kind !== 'office' || !isPlain(facet)) return [];
      const actor = entityIn(index, fact, 'person');
      const former = fact.values.tenure === 'former' ? 'formerly ' : '';
      return actor === null
        ? []
        : [{ left: nameOf(index, actor), right: former + facet.shown, facet, actor }];
    });
    offices.set(index, pairs);
  }
  return pairs;
}

/** An index has its pairs once. */
const offices = new WeakMap<QuestionIndex, readonly Pair[]>();
