/** Texts as rivals: from other facts of the same kind and slot, only where proved different and wrong. */
import type { Entity } from '#lib/content/schema.ts';
import { contentWords, holdsPhrase, overlap } from './fold.ts';
import { entangled } from './entanglement.ts';
import { isDefinite } from './facets.ts';
import { LONGEST_OPTION } from './item-rules.ts';
import { namesOf, type Facet, type QuestionIndex } from './question-index.ts';
import { couldBeSame, speaksFor } from './entity-proofs.ts';
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
        1 -
        Math.min(1, Math.abs(other.shown.length - facet.shown.length) / 40),
    }),
  );
}

/** The state of an office: Russia for the spokesman of the Kremlin. */
function homeOf(index: QuestionIndex, { fact }: Facet): string | undefined {
  const of = fact.kind === 'office' ? fact.values.of : undefined;
  return of === undefined ? undefined : index.ties.get(of)?.root;
}

function whyNot(index: QuestionIndex, facet: Facet, other: Facet): string | null {
  if (other.shown.length > LONGEST_OPTION) return 'too long';
  const { fact } = facet;
  if (fact.kind !== 'office' && overlap(facet.words, other.words) > SAME_MEANING)
    return 'much the same words';
  switch (fact.kind) {
    case 'statement': {
      const speaker = index.entities.get(speakerOf(facet));
      if (speaker !== undefined && namesSpeaker(speaker, other.shown)) return 'names the speaker';
      if (speaker?.type !== 'person' && /\b(he|his|him|she|her)\b/i.test(other.shown))
        return 'spoken by a person';
      if (facet.slot.name === 'gist' && isOfAnotherMatter(index, facet, other))
        return 'of another matter';
      if (facet.slot.name === 'channel' && sameMedium(facet.shown, other.shown))
        return 'could be the same channel';
      if (entangled(index.ties, speakerOf(facet), speakerOf(other)) !== null)
        return 'the same speaker';
      if (speaksFor(index, speakerOf(facet), speakerOf(other))) return 'speaks for the same';
      return facet.slot.name !== 'channel' && couldBeSame(fact, other.fact)
        ? 'may have said it too'
        : null;
    }
    case 'office': {
      const [person] = entities(facet, 'person', index);
      const [holder] = entities(other, 'person', index);
      if (person === undefined || holder === undefined || person === holder)
        return 'held by the same person';
      // What is of another state a name rules out; whoever once held one office may have held another before it.
      if (homeOf(index, facet) !== homeOf(index, other)) return 'of another state';
      if (fact.values.tenure === 'former') return 'may have been held too';
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

/**
 * Words that fit the matter of the stem: said of it, or of what it is a part of and pointing as the key does. What one
 * report tells of something else cannot be said of it, however alike the words point.
 */
function isOfAnotherMatter(index: QuestionIndex, facet: Facet, other: Facet): boolean {
  const [one, two] = [matterOf(facet), matterOf(other)];
  if (one === undefined || two === undefined) return true;
  const [own, theirs] = [facet, other].map(({ shown }) => pointing.exec(shown)?.[0].toLowerCase());
  if (own !== theirs && (one !== two || [own, theirs].includes('they'))) return true;
  return entangled(index.ties, one, two) === null;
}

function matterOf({ fact }: Facet): string | undefined {
  return fact.kind === 'statement' ? fact.values.about : undefined;
}

/** Whether words name a person, by name or by office: nobody takes them for that person's own. */
export function namesSpeaker(speaker: Entity, text: string): boolean {
  const offices = speaker.offices
    .filter(({ tenure }) => tenure === 'serving')
    .map(({ title }) => title);
  const bare = text.replace(/['’]s\b/g, '');
  return [...namesOf(speaker), ...offices].some((name) => holdsPhrase(bare, name));
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

function speakerOf(facet: Facet): string {
  if (facet.fact.kind !== 'statement') throw new Error(`${facet.fact.id} is no statement`);
  const { speaker } = facet.fact.values;
  return typeof speaker === 'string' ? speaker : speaker.is;
}
