/** People and the offices that they held in one month: at another it may have been others. */
import { dateInWords } from '../dates.ts';
import { entangled } from '../entanglement.ts';
import { fold } from '../fold.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { entityIn, isPlain, nameOf, type Pair, type Pool } from './match-pairs.ts';

export function officePools(index: QuestionIndex, facet: Facet): readonly Pool[] {
  const pairs = officePairs(index);
  const own = pairs.find((pair) => pair.facet.fact === facet.fact);
  const month = facet.fact.as_of?.slice(0, 7);
  if (own === undefined || month === undefined) return [];
  const holds = (pair: Pair, title: string) =>
    (index.entities.get(pair.actor)?.offices ?? []).some(
      (office) => fold(office.title) === fold(title),
    );
  const titleOf = ({ facet: { slot } }: Pair) =>
    slot.value.type === 'text' ? slot.value.text : '';
  return [
    {
      stem: () =>
        `By the account of the reports, who held which office as of ${dateInWords(month)}?`,
      own,
      others: pairs.filter((pair) => pair.facet.fact.as_of?.startsWith(month)),
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
      // What somebody had once been is no office held.
      if (fact.kind !== 'office' || fact.values.tenure === 'former' || !isPlain(facet)) return [];
      const actor = entityIn(index, fact, 'person');
      return actor === null
        ? []
        : [{ left: nameOf(index, actor), right: facet.shown, facet, actor }];
    });
    offices.set(index, pairs);
  }
  return pairs;
}

/** An index has its pairs once. */
const offices = new WeakMap<QuestionIndex, readonly Pair[]>();
