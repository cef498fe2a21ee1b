/** Two lists to be paired: people and offices, speakers and words, places and what happened there, accounts and givers. */
import { seeded } from '#lib/base/random.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import type { Source } from '#lib/content/schema.ts';
import type { Maker } from '../formats.ts';
import { typographic } from '../item-rules.ts';
import type { MatchQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { matchAccounts } from './match-accounts.ts';
import { officePools } from './match-offices.ts';
import { draw, paired, type Pool } from './match-pairs.ts';
import { placePools, scenePools } from './match-places.ts';
import { statementPools } from './match-statements.ts';

/** Where the seed's own draw finds too few, one of these is taken. */
const FALLBACK_SEEDS = [0, 1, 2, 3];

export const matchMaker: Maker = { ofFacet: matchQuestion, ofComparison: matchAccounts };

function matchQuestion(index: QuestionIndex, facet: Facet, seed: number): MatchQuestion | null {
  const pools = poolsFor(index, facet);
  for (const drawn of [seed, ...FALLBACK_SEEDS]) {
    const random = seeded('pairs', facet.cardId, drawn);
    // What was said of one matter is harder to tell apart than what one report tells of many.
    for (const pool of random.shuffle(pools).sort(byReportLast)) {
      const pairs = draw(pool, random);
      if (pairs === null) continue;
      return {
        ...questionParts(index, facet, seed, pool.stem(pairs)),
        ...paired(pairs, pool.own, random),
        citations: citationsOf([facet, ...pairs.map((pair) => pair.facet)], pool.source),
        format: 'match',
        answer: typographic(`${pool.own.left}: ${pool.own.right}`),
      };
    }
  }
  return null;
}

function byReportLast(a: Pool, b: Pool): number {
  return Number(a.source !== undefined) - Number(b.source !== undefined);
}

/** Where all the pairs stand, the card's own first: in the report that the stem names, if it names one. */
function citationsOf(facets: readonly Facet[], source: Source | undefined): Facet['citations'] {
  const passages = new Map<string, Passage>();
  for (const { citations } of facets)
    for (const passage of citations)
      if (source === undefined || passage.source === source)
        passages.set(`${passage.source.id} ${passage.paragraph}`, passage);
  const [first, ...others] = passages.values();
  if (first === undefined) throw new Error('Pairs without a citation');
  return [first, ...others];
}

function poolsFor(index: QuestionIndex, facet: Facet): readonly Pool[] {
  switch (facet.key) {
    case 'office.person':
    case 'office.office':
      return officePools(index, facet);
    case 'statement.speaker':
    case 'statement.gist':
      return statementPools(index, facet, 'gist');
    case 'statement.acts':
      return statementPools(index, facet, 'acts');
    case 'event.where':
    case 'statement.where':
      return scenePools(index, facet);
    case 'place.place':
    case 'place.what':
      return placePools(index, facet);
    default:
      return [];
  }
}
