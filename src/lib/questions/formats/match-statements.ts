/** Speakers and what they said, actors and what they did: all from one report. */
import type { Act, Source } from '#lib/content/schema.ts';
import { actsOverlap } from '../acts.ts';
import { reportsInWords } from '../attribution.ts';
import { capital } from '../clause.ts';
import { entangled } from '../entanglement.ts';
import { contentWords, holdsPhrase, overlap } from '../fold.ts';
import { quotedIn } from '../quoted.ts';
import { LONGEST_OPTION, LONGEST_STEM } from '../item-rules.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { speaksFor } from '../entity-proofs.ts';
import { namesSpeaker } from '../rival-texts.ts';
import { nameIn } from '../stem-parts.ts';
import { entityIn, nameOf, type Pair, type Pool } from './match-pairs.ts';

/** Two texts that share more of their meaning words than this could mean the same. */
const SAME_MEANING = 0.5;

/** A pool of what all reports tell of the same matter, and one for each report that tells the card's own statement. */
export function statementPools(
  index: QuestionIndex,
  facet: Facet,
  asked: 'gist' | 'acts',
): readonly Pool[] {
  let found = pools.get(facet);
  if (found === undefined) pools.set(facet, (found = poolsAfresh(index, facet, asked)));
  return found;
}

/** A facet belongs to one index, and no seed changes its pools. */
const pools = new WeakMap<Facet, readonly Pool[]>();

function poolsAfresh(index: QuestionIndex, facet: Facet, asked: 'gist' | 'acts'): readonly Pool[] {
  const { fact } = facet;
  if (fact.kind !== 'statement') return [];
  const { about } = fact.values;
  const matter = nameIn(index, about);
  const isSameMatter = ({ facet: { fact: other } }: Pair) =>
    other.kind === 'statement' && other.values.about === about;
  const areApart = (a: Pair, b: Pair) =>
    entangled(index.ties, a.actor, b.actor) === null &&
    !speaksFor(index, a.actor, b.actor) &&
    saysOther(index, a, b);
  const poolOf = (pairs: readonly Pair[], stem: Pool['stem'], source?: Source): Pool[] => {
    const own = pairs.find((pair) => pair.facet.fact === fact);
    if (own === undefined || stem(pairs).length > LONGEST_STEM) return [];
    return [{ stem, own, others: pairs, areApart, ...(source && { source }) }];
  };
  const sources = [...new Set(facet.citations.map(({ source }) => source))];
  const byReport = sources.flatMap((source) => {
    const pairs = statementPairs(index, asked).get(source.id) ?? [];
    const report = reportsInWords(index, [source], '');
    return asked === 'gist'
      ? poolOf(pairs, () => `In ${report}, who said what?`, source)
      : poolOf(
          pairs.filter(isSameMatter),
          () => `In ${report}, who responded in which way to ${matter}?`,
          source,
        );
  });
  if (asked === 'acts' || about === undefined) return byReport;
  const onTheMatter = spoken(index).get(about) ?? [];
  // Only the reports that tell of those who stand in the question are named.
  const stem = (pairs: readonly Pair[]) => {
    const told = pairs.flatMap((pair) => pair.facet.citations.map(({ source }) => source));
    const reports = reportsInWords(index, [...new Set([...sources, ...told])], '');
    return `In ${reports}, who said what about ${matter}?`;
  };
  return [...poolOf(onTheMatter, stem), ...byReport];
}

/** Whether two statements differ in what they say, and neither names the other's speaker. */
function saysOther(index: QuestionIndex, a: Pair, b: Pair): boolean {
  if (a.facet.slot.value.type === 'acts') return !actsOverlap(actsOf(index, a), actsOf(index, b));
  const names = (pair: Pair, { actor }: Pair) => {
    const entity = index.entities.get(actor);
    return entity !== undefined && namesSpeaker(entity, pair.right);
  };
  return (
    overlap(contentWords(a.right), contentWords(b.right)) <= SAME_MEANING &&
    !names(a, b) &&
    !names(b, a)
  );
}

/** All that somebody, or who speaks for the same, did at that time: not only what the one statement says. */
function actsOf(index: QuestionIndex, { actor, facet: { fact } }: Pair): readonly Act[] {
  let acts = done.get(index);
  if (acts === undefined) done.set(index, (acts = new Map()));
  const key = `${fact.episode} ${actor}`;
  let own = acts.get(key);
  if (own === undefined) acts.set(key, (own = actsAfresh(index, actor, fact.episode)));
  return own;
}

/** One actor has many statements. */
const done = new WeakMap<QuestionIndex, Map<string, readonly Act[]>>();

function actsAfresh(index: QuestionIndex, actor: string, episode: string): readonly Act[] {
  const acts = (index.facetsByKey.get('statement.acts') ?? []).flatMap(
    ({ fact, slot: { value } }) => {
      const other = fact.episode === episode ? entityIn(index, fact, 'speaker') : null;
      const isOwn =
        other !== null &&
        (entangled(index.ties, actor, other) !== null || speaksFor(index, actor, other));
      return isOwn && value.type === 'acts' ? value.acts : [];
    },
  );
  return [...new Set(acts)];
}

/** What was said of each matter. */
function spoken(index: QuestionIndex): ReadonlyMap<string, readonly Pair[]> {
  let pairs = said.get(index);
  if (pairs === undefined) {
    pairs = new Map<string, Pair[]>();
    for (const facet of index.facetsByKey.get('statement.gist') ?? []) {
      const { fact, shown: right } = facet;
      const about = fact.kind === 'statement' ? fact.values.about : undefined;
      const actor = entityIn(index, fact, 'speaker');
      const entity = actor === null ? undefined : index.entities.get(actor);
      if (actor === null || entity === undefined || about === undefined) continue;
      if (namesSpeaker(entity, right) || pointsAstray(index, facet)) continue;
      const list = pairs.get(about);
      if (list === undefined) pairs.set(about, [{ left: entity.name, right, facet, actor }]);
      else list.push({ left: entity.name, right, facet, actor });
    }
    said.set(index, pairs);
  }
  return pairs;
}

/** An index is gone through once. */
const said = new WeakMap<QuestionIndex, Map<string, Pair[]>>();

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
    if (namesSpeaker(entity, right)) continue;
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

/** `It` at the beginning, if it is not empty: `it was wrong to …`. */
const namesIt = /^it (?!was \w+ to\b)/i;
const pointing = /\b(it|its|they|them|their|this|these|those|such)\b/i;

/** `They should …`, where no more is spoken of than one thing, means somebody else. */
function pointsAstray(index: QuestionIndex, { fact, shown }: Facet): boolean {
  const about = fact.kind === 'statement' ? nameIn(index, fact.values.about) : '';
  const points = pointing.exec(shown)?.[0];
  return points !== undefined && (about === '' || /^th/i.test(points) !== about.endsWith('s'));
}

/** The words, with what they speak of where they only point to it; `null` if that is too long, or no one thing. */
function wordsWithMatter(index: QuestionIndex, facet: Facet): string | null {
  const { fact, shown } = facet;
  if (fact.kind !== 'statement' || pointsAstray(index, facet)) return null;
  const about = nameIn(index, fact.values.about);
  const text = namesIt.test(shown)
    ? `${capital(about)} ${shown.slice('it '.length)}`
    : !pointing.test(shown)
      ? shown
      : `On ${about}: ${shown.charAt(0).toLowerCase()}${shown.slice(1)}`;
  return text.length > LONGEST_OPTION ? null : text;
}
