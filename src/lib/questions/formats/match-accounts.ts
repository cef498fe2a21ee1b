/** The accounts of a comparison and whose they are. */
import { seeded } from '#lib/base/random.ts';
import type { Comparison } from '#lib/content/schema.ts';
import { capital } from '../clause.ts';
import { comparisonParts, gistOf, holderOf, isTied, onPoint } from '../comparison.ts';
import { fold } from '../fold.ts';
import { LONGEST_OPTION } from '../item-rules.ts';
import type { MatchQuestion } from '../question.ts';
import type { ComparisonFacet, QuestionIndex } from '../question-index.ts';
import { LEAST_PAIRS, MOST_PAIRS, paired } from './match-pairs.ts';

/** All accounts of a point and whose they are. The account that the seed chooses is the card's own. */
export function matchAccounts(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  seed: number,
): MatchQuestion | null {
  if (facet === 'agree') return null;
  const random = seeded('accounts', comparison.id, facet, seed);
  const pairs = comparison.positions.map((position) => ({
    left: holderOf(index, position),
    right: gistOf(position),
    position,
  }));
  const chosen: typeof pairs = [];
  for (const pair of pairs) {
    const apart = chosen.every(
      (other) =>
        fold(other.left) !== fold(pair.left) &&
        fold(other.right) !== fold(pair.right) &&
        !isTied(index, other.position, pair.position),
    );
    if (apart && pair.right.length <= LONGEST_OPTION && chosen.length < MOST_PAIRS)
      chosen.push(pair);
  }
  const own = chosen[random.integer(Math.max(1, chosen.length))];
  if (own === undefined || chosen.length < LEAST_PAIRS) return null;
  const parts = comparisonParts(
    index,
    comparison,
    facet,
    {
      stem: `${onPoint(comparison)}, who gives which account?`,
      answer: `${capital(own.left)}: ${own.right}`,
      positions: [own, ...chosen.filter((pair) => pair !== own)].map(({ position }) => position),
    },
    seed,
  );
  return parts === null ? null : { ...parts, ...paired(chosen, own, random), format: 'match' };
}
