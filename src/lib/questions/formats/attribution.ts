/** Who said so, and on whose word a report stands. */
import { seeded } from '#lib/base/random.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import type { Comparison, Entity } from '#lib/content/schema.ts';
import { isOf, reportsInWords } from '../attribution.ts';
import { LEAST_RIVALS, MOST_RIVALS } from '../candidate.ts';
import { comparisonQuestion } from '../comparison.ts';
import { entangled } from '../entanglement.ts';
import { holdsPhrase } from '../fold.ts';
import type { Maker } from '../formats.ts';
import { LONGEST_STEM, echoOf, stemFlaw, typographic } from '../item-rules.ts';
import type { AttributionQuestion, Option } from '../question.ts';
import {
  namesOf,
  type ComparisonFacet,
  type Facet,
  type QuestionIndex,
} from '../question-index.ts';
import { questionParts } from '../question-parts.ts';
import { sameMedium } from '../rival-texts.ts';
import { nameIn } from '../stem-parts.ts';
import { aboutFigure } from '../stems.ts';
import { choiceQuestion } from './choice.ts';

export const attributionMaker: Maker = {
  ofFacet: (index, facet, seed) => {
    switch (facet.key) {
      case 'statement.gist':
        return whoSaidIt(index, facet, seed);
      case 'statement.channel':
        return whoUsedIt(index, facet, seed);
      case 'figure.number':
        return onWhoseWord(index, facet, seed);
      default:
        return null;
    }
  },
  ofComparison: whoGivesAccount,
};

/** The words are given, the speaker is asked. */
function whoSaidIt(index: QuestionIndex, facet: Facet, seed: number): AttributionQuestion | null {
  const speaker = index.facets.get(`${facet.fact.id}#speaker`);
  if (speaker === undefined) return null;
  const question = choiceQuestion(index, speaker, seed);
  if (question === null || !holdsPhrase(question.stem, facet.shown)) return null;
  const { cardId, category } = facet;
  const reports = new Set(facet.citations.map(({ source }) => source));
  const isOther = ({ source, paragraph }: Passage) =>
    reports.has(source) &&
    facet.citations.every((own) => own.source !== source || own.paragraph !== paragraph);
  // The words first, then where the same reports name the speaker.
  const [first, ...others] = facet.citations;
  const citations = [first, ...others, ...question.citations.filter(isOther)] as const;
  return { ...question, format: 'attribution', cardId, category, citations };
}

/** A figure is asked for with its report; on whose word that report gives it is the question. */
function onWhoseWord(index: QuestionIndex, facet: Facet, seed: number): AttributionQuestion | null {
  const { fact, citations } = facet;
  if (fact.kind !== 'figure') return null;
  const [first] = citations;
  const voices = new Set(citations.flatMap(({ voice }) => voice ?? []));
  const sources = new Set(citations.map(({ source }) => source));
  const [voice] = voices;
  if (voice === undefined || voices.size > 1 || sources.size > 1) return null;
  const report = reportsInWords(index, [first.source], '');
  const [asked = ''] = aboutFigure(fact);
  const stem = `On whose word does ${report} answer this: ${asked}?`;
  if (stemFlaw(index, facet, stem) !== null) return null;
  return amongVoices(index, facet, stem, voice, heardIn(index, first.source.id), seed);
}

/** The means is given, the speaker is asked; wrong are those who are known to have spoken by other means. */
function whoUsedIt(index: QuestionIndex, facet: Facet, seed: number): AttributionQuestion | null {
  const { fact, slot, citations, shown } = facet;
  const speaker = speakerOf(index, facet);
  if (fact.kind !== 'statement' || slot.value.type !== 'text' || speaker === null) return null;
  if (fact.values.about === undefined) return null;
  const reports = [...new Set(citations.map(({ source }) => source))];
  const about = nameIn(index, fact.values.about);
  const stem = `In ${reportsInWords(index, reports, '')}, who spoke ${slot.value.text} about ${about}?`;
  const others = index.facetsByKey.get('statement.channel') ?? [];
  const means = others.flatMap((other): Heard[] => {
    const voice = speakerOf(index, other);
    return voice === null ? [] : [{ voice, fact: other }];
  });
  // Whoever is told of only at another time is none that the report could mean.
  const heard = means.filter(
    ({ voice, fact: { fact: told } }) =>
      told.episode === fact.episode &&
      means.every((other) => other.voice !== voice || !sameMedium(other.fact.shown, shown)),
  );
  const byVoice = new Map(heard.map((other) => [other.voice.id, other]));
  return amongVoices(index, facet, stem, speaker, [...byVoice.values()], seed);
}

function speakerOf(index: QuestionIndex, { fact }: Facet): Entity | null {
  const value = index.facets.get(`${fact.id}#speaker`)?.slot.value;
  const [id = ''] = value?.type === 'entities' ? value.ids : [];
  return index.entities.get(id) ?? null;
}

/** The key among others whom the stem does not name, each apart from all. */
function amongVoices(
  index: QuestionIndex,
  facet: Facet,
  stem: string,
  key: Entity,
  heard: readonly Heard[],
  seed: number,
): AttributionQuestion | null {
  const isNamed = (voice: Entity) => namesOf(voice).some((name) => holdsPhrase(stem, name));
  if (stem.length > LONGEST_STEM || isNamed(key)) return null;
  const random = seeded('voices', facet.cardId, seed);
  const rivals: Heard[] = [];
  for (const other of random.shuffle(heard)) {
    const apart = [key, ...rivals.map(({ voice }) => voice)].every((voice) =>
      isApart(index, voice, other.voice),
    );
    if (rivals.length < MOST_RIVALS && apart && !isNamed(other.voice)) rivals.push(other);
  }
  const names = rivals.map(({ voice }) => voice.name);
  if (rivals.length < LEAST_RIVALS || echoOf(stem, key.name, names) !== null) return null;
  const options = random.shuffle([
    { text: typographic(key.name) },
    ...rivals.map((rival): Option => ({
      text: typographic(rival.voice.name),
      belongsTo: typographic(rival.fact.fact.statement),
      citations: rival.fact.citations,
    })),
  ]);
  return {
    ...questionParts(index, facet, seed, stem),
    format: 'attribution',
    answer: typographic(key.name),
    options,
    key: options.findIndex(({ belongsTo }) => belongsTo === undefined),
  };
}

interface Heard {
  readonly voice: Entity;
  /** Something that stands on its word in the report. */
  readonly fact: Facet;
}

/** Everybody on whose word something stands in a report, in the order of their ids. */
function heardIn(index: QuestionIndex, sourceId: string): readonly Heard[] {
  let bySource = known.get(index);
  if (bySource === undefined) {
    const found = new Map<string, Map<string, Heard>>();
    for (const facet of index.facets.values())
      for (const { voice, source } of facet.citations) {
        if (voice === null) continue;
        const voices = found.get(source.id) ?? new Map<string, Heard>();
        found.set(source.id, voices);
        if (!voices.has(voice.id)) voices.set(voice.id, { voice, fact: facet });
      }
    bySource = new Map(
      [...found].map(([id, voices]) => [
        id,
        [...voices.values()].sort((a, b) => (a.voice.id < b.voice.id ? -1 : 1)),
      ]),
    );
    known.set(index, bySource);
  }
  return bySource.get(sourceId) ?? [];
}

/** An index is looked through once. */
const known = new WeakMap<QuestionIndex, ReadonlyMap<string, readonly Heard[]>>();

function isApart(index: QuestionIndex, a: Entity, b: Entity): boolean {
  return entangled(index.ties, a.id, b.id) === null && !isOf(index, a.id, b.id);
}

/** An account of a comparison is given, whose it is is asked. On a card that asks that anyway it is no other format. */
function whoGivesAccount(
  index: QuestionIndex,
  comparison: Comparison,
  facet: ComparisonFacet,
  seed: number,
): AttributionQuestion | null {
  if (facet === 'who') return null;
  const question = comparisonQuestion(index, comparison, 'who', 'choice', seed, facet);
  return question?.format === 'choice' ? { ...question, format: 'attribution' } : null;
}
