/**
 * Places with what happened there, or what they are. A happening has one place, and a definite description fits one
 * thing: so each belongs to its own and, with places that are no part of one another, to no other.
 */
import { capital, declare, fillClause } from '../clause.ts';
import { entangled } from '../entanglement.ts';
import { isDefinite } from '../facets.ts';
import { fold, holdsPhrase } from '../fold.ts';
import { LONGEST_OPTION } from '../item-rules.ts';
import { namesOf, type Facet, type QuestionIndex } from '../question-index.ts';
import { statementInWords } from '../statement-stems.ts';
import { roleNames } from '../stem-parts.ts';
import { entityIn, nameOf, type Pair, type Pool } from './match-pairs.ts';

/** Places and what happened there. */
export function scenePools(index: QuestionIndex, facet: Facet): readonly Pool[] {
  const all = [
    ...(index.facetsByKey.get('event.where') ?? []),
    ...(index.facetsByKey.get('statement.where') ?? []),
  ];
  const pairs = pairsOf(index, all, 'where', ({ fact }) => {
    if (fact.kind === 'statement') return withSurname(index, statementInWords(index, fact));
    if (fact.kind !== 'event') return '';
    // A list cannot say who vouches for one of its events.
    if (fact.topics.length > 0 || fact.caution !== undefined) return '';
    return declare(fillClause(fact.values.what, roleNames(index, fact)));
  });
  const stem = 'By the account of the reports, what happened in which place?';
  return poolOf(index, facet, pairs, stem);
}

/** Places and what they are. */
export function placePools(index: QuestionIndex, facet: Facet): readonly Pool[] {
  const all = index.facetsByKey.get('place.what') ?? [];
  const pairs = pairsOf(index, all, 'place', ({ shown }) => (isDefinite(shown) ? shown : ''));
  const stem = 'By the account of the reports, which description fits which place?';
  return poolOf(index, facet, pairs, stem);
}

function withSurname(index: QuestionIndex, sentence: string): string {
  const speaker = index.pack.entities.find(({ name }) => sentence.startsWith(name));
  return speaker?.short === undefined
    ? sentence
    : speaker.short + sentence.slice(speaker.name.length);
}

function pairsOf(
  index: QuestionIndex,
  facets: readonly Facet[],
  slotName: string,
  textOf: (facet: Facet) => string,
): readonly Pair[] {
  return facets.flatMap((facet): Pair[] => {
    const place = entityIn(index, facet.fact, slotName);
    const entity = place === null ? undefined : index.entities.get(place);
    const right = capital(textOf(facet));
    if (place === null || entity?.type !== 'place' || right === '' || /[{}]/.test(right)) return [];
    const isNamed = namesOf(entity).some((name) => holdsPhrase(right, name));
    if (isNamed || right.length > LONGEST_OPTION) return [];
    return [{ left: nameOf(index, place), right, facet, actor: place }];
  });
}

function poolOf(
  index: QuestionIndex,
  facet: Facet,
  pairs: readonly Pair[],
  stem: string,
): readonly Pool[] {
  const own = pairs.find((pair) => pair.facet.fact === facet.fact);
  if (own === undefined) return [];
  const areApart = (a: Pair, b: Pair) =>
    entangled(index.ties, a.actor, b.actor) === null && fold(a.right) !== fold(b.right);
  return [{ stem: () => stem, own, others: pairs, areApart }];
}
