/** Two lists to be paired: people and offices, speakers and words, actors and acts, accounts and their givers. */
import { seeded, type Random } from '#lib/base/random.ts';
import type { Comparison, Fact } from '#lib/content/schema.ts';
import { actsOverlap } from '../acts.ts';
import { isOf, reportsInWords } from '../attribution.ts';
import { capital } from '../clause.ts';
import { comparisonParts, gistOf, holderOf, isTied, onPoint } from '../comparison.ts';
import { entangled } from '../entanglement.ts';
import { contentWords, fold, holdsPhrase, overlap } from '../fold.ts';
import type { Maker } from '../formats.ts';
import { LONGEST_OPTION, LONGEST_STEM, typographic } from '../item-rules.ts';
import type { MatchQuestion } from '../question.ts';
import {
  namesOf,
  type ComparisonFacet,
  type Facet,
  type QuestionIndex,
} from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { couldBeSame } from '../rival-entities.ts';
import { nameIn } from '../stem-parts.ts';

const LEAST_PAIRS = 3;
const MOST_PAIRS = 4;
/** Two texts that share more of their meaning words than this could mean the same. */
const SAME_MEANING = 0.5;
/** Where the seed's own draw finds too few, one of these is taken. */
const FALLBACK_SEEDS = [0, 1, 2, 3];

export const matchMaker: Maker = { ofFacet: matchQuestion, ofComparison: matchAccounts };

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly facet: Facet;
  /** The person, state or body on the left. */
  readonly actor: string;
}

/** Pairs that may stand beside one another, with the stem that asks for them. */
interface Pool {
  readonly stem: string;
  readonly own: Pair;
  readonly others: readonly Pair[];
  /** Whether neither right side could be true of the other left one. */
  readonly areApart: (a: Pair, b: Pair) => boolean;
}

function matchQuestion(index: QuestionIndex, facet: Facet, seed: number): MatchQuestion | null {
  const pools = poolsFor(index, facet);
  for (const drawn of [seed, ...FALLBACK_SEEDS]) {
    const random = seeded('pairs', facet.cardId, drawn);
    for (const pool of random.shuffle(pools)) {
      const pairs = draw(pool, random);
      if (pairs === null) continue;
      return {
        ...questionParts(facet, seed, pool.stem),
        ...paired(pairs, pool.own, random),
        format: 'match',
        answer: typographic(`${pool.own.left}: ${pool.own.right}`),
      };
    }
  }
  return null;
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
    default:
      return [];
  }
}

function draw({ own, others, areApart }: Pool, random: Random): readonly Pair[] | null {
  const chosen = [own];
  for (const other of random.shuffle(others))
    if (chosen.length < MOST_PAIRS && chosen.every((pair) => areApart(pair, other)))
      chosen.push(other);
  return chosen.length < LEAST_PAIRS ? null : chosen;
}

function paired<P extends Pick<Pair, 'left' | 'right'>>(
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

// ------------------------------------------------------------ people and offices

function officePools(index: QuestionIndex, facet: Facet): readonly Pool[] {
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

/** What no stem has to attribute. */
function isPlain({ fact, citations, comparisons }: Facet): boolean {
  return (
    fact.topics.length === 0 &&
    fact.caution === undefined &&
    citations.every(({ voice }) => voice === null) &&
    comparisons.every(({ verdict }) => verdict === 'compatible')
  );
}

// --------------------------------------------------- speakers and what they said

/** One pool for each report that tells the card's own statement: all pairs are from that report. */
function statementPools(
  index: QuestionIndex,
  facet: Facet,
  asked: 'gist' | 'acts',
): readonly Pool[] {
  const { fact } = facet;
  const sources = [...new Set(facet.citations.map(({ source }) => source))];
  return sources.flatMap((source): Pool[] => {
    const pairs = statementPairs(index, asked).get(source.id) ?? [];
    const own = pairs.find((pair) => pair.facet.fact === fact);
    if (own === undefined || fact.kind !== 'statement') return [];
    const report = reportsInWords(index, [source], '');
    const { about } = fact.values;
    const others =
      asked === 'gist'
        ? pairs
        : pairs.filter(
            ({ facet: { fact: other } }) =>
              other.kind === 'statement' && other.values.about === about,
          );
    const stem =
      asked === 'gist'
        ? `In ${report}, who said what?`
        : `In ${report}, who responded in which way to ${nameIn(index, about)}?`;
    const areApart = (a: Pair, b: Pair) =>
      entangled(index.ties, a.actor, b.actor) === null &&
      !isOf(index, a.actor, b.actor) &&
      saysOther(index, a, b);
    return stem.length > LONGEST_STEM ? [] : [{ stem, own, others, areApart }];
  });
}

/** Whether two statements differ in what they say, and neither names the other's speaker. */
function saysOther(index: QuestionIndex, a: Pair, b: Pair): boolean {
  const [one, other] = [a.facet.slot.value, b.facet.slot.value];
  if (one.type === 'acts' && other.type === 'acts') return !actsOverlap(one.acts, other.acts);
  const names = (pair: Pair, { actor }: Pair) => {
    const entity = index.entities.get(actor);
    return entity !== undefined && namesOf(entity).some((name) => holdsPhrase(pair.right, name));
  };
  return (
    !couldBeSame(a.facet.fact, b.facet.fact) &&
    overlap(contentWords(a.right), contentWords(b.right)) <= SAME_MEANING &&
    !names(a, b) &&
    !names(b, a)
  );
}

type BySource = ReadonlyMap<string, readonly Pair[]>;

/** All statements with their speakers, by the reports that tell them. */
function statementPairs(index: QuestionIndex, asked: 'gist' | 'acts'): BySource {
  const kept = statements.get(index) ?? {};
  statements.set(index, kept);
  return (kept[asked] ??= collect(index, asked));
}

/** An index is gone through once for each of the two. */
const statements = new WeakMap<QuestionIndex, { gist?: BySource; acts?: BySource }>();

function collect(index: QuestionIndex, asked: 'gist' | 'acts'): BySource {
  const bySource = new Map<string, Pair[]>();
  for (const facet of index.facetsByKey.get(`statement.${asked}`) ?? []) {
    const actor = entityIn(index, facet.fact, 'speaker');
    const right = asked === 'gist' ? wordsWithMatter(index, facet) : facet.shown;
    const entity = actor === null ? undefined : index.entities.get(actor);
    if (actor === null || entity === undefined || right === null) continue;
    // Whoever is named in the words has not said them.
    if (namesOf(entity).some((name) => holdsPhrase(right, name))) continue;
    for (const source of new Set(facet.citations.map(({ source }) => source.id)))
      bySource.set(source, [
        ...(bySource.get(source) ?? []),
        { left: nameOf(index, actor), right, facet, actor },
      ]);
  }
  return bySource;
}

const pointsBack = /^(it|its|they|their|there|this|these|that|he|she|his|her|such)\b/i;

/** The words, with what they speak of before them where they only point to it; `null` if that is too long. */
function wordsWithMatter(index: QuestionIndex, { fact, shown }: Facet): string | null {
  if (fact.kind !== 'statement') return null;
  const about = nameIn(index, fact.values.about);
  const pointing = pointsBack.test(shown) || /\b(it|them|this)\b/.test(shown);
  if (pointing && about === '') return null;
  const text = pointing ? `On ${about}: ${shown.charAt(0).toLowerCase()}${shown.slice(1)}` : shown;
  return text.length > LONGEST_OPTION ? null : text;
}

function entityIn(index: QuestionIndex, fact: Fact, slotName: string): string | null {
  const value = index.facets.get(`${fact.id}#${slotName}`)?.slot.value;
  return value?.type === 'entities' && value.ids.length === 1 ? (value.ids[0] ?? null) : null;
}

function nameOf(index: QuestionIndex, id: string): string {
  return index.entities.get(id)?.name ?? id;
}

// ----------------------------------------------------- accounts and their givers

/** All accounts of a point and whose they are. The account that the seed chooses is the card's own. */
function matchAccounts(
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
      positions: [own.position],
    },
    seed,
  );
  return parts === null ? null : { ...parts, ...paired(chosen, own, random), format: 'match' };
}
