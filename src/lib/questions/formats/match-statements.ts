/** Speakers and what they said, actors and what they did: all from one report. */
import { actsOverlap } from '../acts.ts';
import { isOf, reportsInWords } from '../attribution.ts';
import { entangled } from '../entanglement.ts';
import { contentWords, holdsPhrase, overlap } from '../fold.ts';
import { quotedIn } from '../quoted.ts';
import { LONGEST_OPTION, LONGEST_STEM } from '../item-rules.ts';
import { namesOf, type Facet, type QuestionIndex } from '../question-index.ts';
import { couldBeSame } from '../rival-entities.ts';
import { nameIn } from '../stem-parts.ts';
import { entityIn, nameOf, type Pair, type Pool } from './match-pairs.ts';

/** Two texts that share more of their meaning words than this could mean the same. */
const SAME_MEANING = 0.5;

/** One pool for each report that tells the card's own statement: all pairs are from that report. */
export function statementPools(
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
    return stem.length > LONGEST_STEM ? [] : [{ stem, source, own, others, areApart }];
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
    const quoted = quotedIn(right);
    const holdsQuoted = (source: string) =>
      quoted.every((words) =>
        facet.citations.some(
          (cite) =>
            cite.source.id === source && cite.anchors.some((text) => holdsPhrase(text, words)),
        ),
      );
    for (const source of new Set(facet.citations.map(({ source }) => source.id)))
      // Quoted words are those of one report, even where others tell the same.
      if (holdsQuoted(source))
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
