/** Texts as rivals: from other facts of the same kind and slot, only where proved different and wrong. */
import type { Entity } from '#lib/content/schema.ts';
import { contentWords, holdsPhrase, overlap } from './fold.ts';
import { entangled } from './entanglement.ts';
import { isDefinite } from './facets.ts';
import { LONGEST_OPTION } from './item-rules.ts';
import { namesOf, type Facet, type QuestionIndex } from './question-index.ts';
import { couldBeSame } from './rival-entities.ts';
import { nearestFirst, type Candidate } from './candidate.ts';

/** Two texts that share more of their meaning words than this could mean the same. */
const SAME_MEANING = 0.5;

export function textRivals(index: QuestionIndex, facet: Facet): Candidate[] {
  const others = (index.facetsByKey.get(facet.key) ?? []).filter(
    (other) => other !== facet && other.slot.value.type === 'text',
  );
  return nearestFirst(
    others,
    (other) => other.fact.episode === facet.fact.episode,
    (other) => ({
      text: other.shown,
      value: other.slot.value,
      belongsTo: other.fact.statement,
      citations: other.citations,
      dropped: whyNot(index, facet, other),
      wrongBecause: `Belongs to ${other.fact.id}.`,
      plausibility:
        (other.fact.episode === facet.fact.episode ? 1 : 0) +
        (sameBody(facet, other) ? 3 : 0) +
        1 -
        Math.min(1, Math.abs(other.shown.length - facet.shown.length) / 40),
    }),
  );
}

function sameBody(facet: Facet, other: Facet): boolean {
  return (
    facet.fact.kind === 'office' &&
    other.fact.kind === 'office' &&
    facet.fact.values.of === other.fact.values.of
  );
}

function whyNot(index: QuestionIndex, facet: Facet, other: Facet): string | null {
  if (other.shown.length > LONGEST_OPTION) return 'too long';
  if (overlap(facet.words, other.words) > SAME_MEANING) return 'much the same words';
  const { fact } = facet;
  switch (fact.kind) {
    case 'statement': {
      const speaker = index.entities.get(speakerOf(facet));
      if (speaker !== undefined && namesSpeaker(speaker, other.shown)) return 'names the speaker';
      if (speaker?.type !== 'person' && /\b(he|his|him|she|her)\b/i.test(other.shown))
        return 'spoken by a person';
      if (facet.slot.name === 'gist' && pointsElsewhere(facet, other)) return 'points elsewhere';
      if (facet.slot.name === 'channel' && sameMedium(facet.shown, other.shown))
        return 'could be the same channel';
      if (entangled(index.ties, speakerOf(facet), speakerOf(other)) !== null)
        return 'the same speaker';
      if (isAffiliated(index, speakerOf(facet), speakerOf(other))) return 'speaks for the same';
      return couldBeSame(fact, other.fact) ? 'may have said it too' : null;
    }
    case 'office': {
      const [person] = entities(facet, 'person', index);
      const [holder] = entities(other, 'person', index);
      if (person === undefined || holder === undefined || person === holder)
        return 'held by the same person';
      // Whoever once held one office of a state may have held another before it.
      const sameState = other.fact.kind === 'office' && other.fact.values.of === fact.values.of;
      if (fact.values.tenure === 'former' && sameState) return 'may have been held too';
      const held = index.entities.get(person)?.offices ?? [];
      const title = other.slot.value.type === 'text' ? other.slot.value.text : '';
      return held.some((office) => office.title === title) ? 'held by the same person' : null;
    }
    case 'agreement': {
      const term = aboutTerm(facet);
      const sameAgreement =
        other.fact.kind === 'agreement' && other.fact.values.agreement === fact.values.agreement;
      if (sameAgreement && overlap(contentWords(term), other.words) > 0)
        return 'a term on the same matter';
      return null;
    }
    case 'place':
      if (typeOf(index, facet) !== typeOf(index, other)) return 'another sort';
      // `a town` could be true of many places; `the capital of …` is true of one.
      return isDefinite(other.shown) ? null : 'true of many';
    default:
      return null;
  }
}

const pointing = /\b(it|they|them|this|these|those|such)\b/i;

/** Words that point back are bound to their own matter: beside another one they would have nothing to mean. */
function pointsElsewhere(facet: Facet, other: Facet): boolean {
  if (facet.fact.kind !== 'statement' || other.fact.kind !== 'statement') return false;
  return facet.fact.values.about !== other.fact.values.about && pointing.test(other.shown);
}

function namesSpeaker(speaker: Entity, text: string): boolean {
  const offices = speaker.offices
    .filter(({ tenure }) => tenure === 'serving')
    .map(({ title }) => title);
  return [...namesOf(speaker), ...offices].some((name) => holdsPhrase(text, name));
}

/** Channels that contain one another: Facebook is a social medium, a conference call a kind of press conference. */
const media = [
  /facebook|twitter|telegram|instagram|social media|post|online|live|website|\brt\b/i,
  /conference|press|briefing|reporters|interview/i,
  /radio|television|\btv\b|broadcast|address/i,
];

export function sameMedium(a: string, b: string): boolean {
  return media.some((medium) => medium.test(a) && medium.test(b));
}

function aboutTerm(facet: Facet): string {
  if (facet.fact.kind !== 'agreement') return '';
  return facet.fact.values.terms.find(({ id }) => `term.${id}` === facet.slot.name)?.about ?? '';
}

function typeOf(index: QuestionIndex, facet: Facet): string | undefined {
  const [place = ''] = entities(facet, 'place', index);
  return index.entities.get(place)?.type;
}

function entities(facet: Facet, slotName: string, index: QuestionIndex): readonly string[] {
  const slot = index.facets.get(`${facet.fact.id}#${slotName}`)?.slot;
  return slot?.value.type === 'entities' ? slot.value.ids : [];
}

function isAffiliated(index: QuestionIndex, a: string, b: string): boolean {
  return index.entities.get(a)?.of === b || index.entities.get(b)?.of === a;
}

function speakerOf(facet: Facet): string {
  if (facet.fact.kind !== 'statement') throw new Error(`${facet.fact.id} is no statement`);
  const { speaker } = facet.fact.values;
  return typeof speaker === 'string' ? speaker : speaker.is;
}
