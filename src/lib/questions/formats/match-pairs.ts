/** What all pairs have in common: how they are drawn and laid out, whatever stands in them. */
import type { Random } from '#lib/base/random.ts';
import type { Fact, Source } from '#lib/content/schema.ts';
import { capital } from '../clause.ts';
import { typographic } from '../item-rules.ts';
import type { MatchQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';

export const LEAST_PAIRS = 3;
export const MOST_PAIRS = 4;

export interface Pair {
  readonly left: string;
  readonly right: string;
  readonly facet: Facet;
  /** The person, state, body or place on the left. */
  readonly actor: string;
}

/** Pairs that may stand beside one another, with the stem that asks for them. */
export interface Pool {
  readonly stem: (pairs: readonly Pair[]) => string;
  /** The report that the stem names. */
  readonly source?: Source;
  readonly own: Pair;
  readonly others: readonly Pair[];
  /** Whether neither right side could be true of the other left one. */
  readonly areApart: (a: Pair, b: Pair) => boolean;
}

/** As many others are drawn from, from all over the list: a large pack takes no longer. */
const DRAWN_FROM = 24;

export function draw({ own, others, areApart }: Pool, random: Random): readonly Pair[] | null {
  const step = Math.max(1, others.length / DRAWN_FROM);
  const some = others.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const chosen = [own];
  for (const other of random.shuffle(some))
    if (chosen.length < MOST_PAIRS && chosen.every((pair) => areApart(pair, other)))
      chosen.push(other);
  return chosen.length < LEAST_PAIRS ? null : chosen;
}

export function paired<P extends Pick<Pair, 'left' | 'right'>>(
  pairs: readonly P[],
  own: P,
  random: Random,
): Pick<MatchQuestion, 'left' | 'right' | 'pairs' | 'own'> {
  const left = random.shuffle(pairs);
  const right = random.shuffle(pairs);
  return {
    left: left.map((pair) => typographic(capital(pair.left))),
    right: right.map((pair) => typographic(capital(pair.right))),
    pairs: left.map((pair) => right.indexOf(pair)),
    own: left.indexOf(own),
  };
}

export function entityIn(index: QuestionIndex, fact: Fact, slotName: string): string | null {
  const value = index.facets.get(`${fact.id}#${slotName}`)?.slot.value;
  return value?.type === 'entities' && value.ids.length === 1 ? (value.ids[0] ?? null) : null;
}

export function nameOf(index: QuestionIndex, id: string): string {
  return index.entities.get(id)?.name ?? id;
}

/** What no stem has to attribute. */
export function isPlain({ fact, citations, comparisons }: Facet): boolean {
  return (
    fact.topics.length === 0 &&
    fact.caution === undefined &&
    citations.every(({ voice }) => voice === null) &&
    comparisons.every(({ verdict }) => verdict === 'compatible')
  );
}
