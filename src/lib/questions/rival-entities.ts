/** Entities as rivals: of the same type, apart from the key, and known to be wrong in this slot. */
import type { Passage } from '#lib/content/pack-index.ts';
import type { Entity, EntityType, Fact } from '#lib/content/schema.ts';
import { slotsOf } from '#lib/content/slots.ts';
import { actsOverlap } from './acts.ts';
import { capital } from './clause.ts';
import { entangled } from './entanglement.ts';
import { contentWords, holdsPhrase, overlap } from './fold.ts';
import { hasProperName, inText, listed } from './names.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { LEAST_RIVALS, nearestFirst, type Candidate } from './candidate.ts';

export function entityRivals(
  index: QuestionIndex,
  facet: Facet,
  ids: readonly string[],
): Candidate[] {
  const [only] = ids;
  if (only === undefined) return [];
  return ids.length === 1 ? singleRivals(index, facet, only) : listRivals(index, facet, ids);
}

function singleRivals(index: QuestionIndex, facet: Facet, key: string): Candidate[] {
  const own = index.entities.get(key);
  if (own === undefined) return [];
  // Whoever is asked for a city is offered no building.
  const isLike = ({ noun }: Entity) => own.noun === undefined || noun === own.noun;
  const ofType = (type: EntityType) =>
    candidatesAmong(index, facet, key, (index.entitiesByType.get(type) ?? []).filter(isLike));
  const alike = ofType(own.type);
  // `Who said …?` may be answered with a party or a state as well, where a report tells of too few people.
  const isFew = alike.filter(({ dropped }) => dropped === null).length < LEAST_RIVALS;
  // Of few states, those that other reports tell of at that time.
  if (isFew && own.type === 'state')
    return alike.map((rival) =>
      rival.dropped === OF_ANOTHER_REPORT ? { ...rival, dropped: null } : rival,
    );
  return isFew && own.type === 'person' && facet.key === 'statement.speaker'
    ? [...alike, ...ofType('body'), ...ofType('state')]
    : alike;
}

function candidatesAmong(
  index: QuestionIndex,
  facet: Facet,
  key: string,
  entities: readonly Entity[],
): Candidate[] {
  const inFact = slotsOf(facet.fact)
    .flatMap(({ value }) => (value.type === 'entities' ? value.ids : []))
    .filter((id) => id !== key);
  const { episode } = facet.fact;
  const isNear = ({ id }: Entity) =>
    (index.facetsByEntity.get(id) ?? []).some(({ fact }) => fact.episode === episode);
  const rivals = entities.filter(({ id }) => id !== key);
  return nearestFirst(rivals, isNear, (entity) => {
    const { proof, dropped } = judge(index, facet, key, entity, inFact);
    // What is dropped is shown to nobody.
    const told = dropped === null ? belongsTo(index, facet, entity) : null;
    return {
      text: entity.name,
      value: { type: 'entities', ids: [entity.id] },
      belongsTo: told?.text ?? '',
      ...(told?.citations === undefined ? {} : { citations: told.citations }),
      dropped: dropped ?? (told === null ? 'not told of' : unlikely(index, facet, key, entity)),
      wrongBecause: proof,
      plausibility: told === null ? 0 : plausibility(index, facet, key, entity),
    };
  });
}

/** Known to be wrong, but no option beside words: on a map all towns may stand. */
export const OF_ANOTHER_REPORT = 'of another report';

/**
 * Known to be wrong is not enough: a stem rules out whoever does not fit what it tells. Why somebody does not;
 * `null` for people of the same state, and for all who are told of in the same report, or at the same time and at home.
 */
function unlikely(
  index: QuestionIndex,
  { fact, citations }: Facet,
  key: string,
  rival: Entity,
): string | null {
  const own = index.entities.get(key);
  if (own === undefined) return null;
  const { type, of } = rival;
  const isAtHome = of !== undefined && of === own.of;
  if (type === 'person' && hasProperName(own) !== hasProperName(rival))
    return 'a description beside a name';
  if (type === 'person' && fact.kind !== 'statement' && !isAtHome) return 'of another state';
  if (type === 'place' && isSpot(index, rival) && !isSpot(index, own)) return 'lies in a town';
  if (fact.kind === 'place' && /\s\p{Ll}/u.test(rival.name)) return 'a description beside a name';
  if (fact.kind === 'office' || fact.kind === 'place') return null;
  const known = index.facetsByEntity.get(rival.id) ?? [];
  const then = known.filter((other) => other.fact.episode === fact.episode);
  if (type === 'place') {
    const scenes = known.filter(({ slot }) => slot.name === 'where');
    if (scenes.length > 0 && !scenes.some((scene) => then.includes(scene)))
      return 'of another time';
  }
  const isTimeless = type === 'person' || type === 'place' || fact.kind === 'relation';
  const isNear = isToldIn(citations, isTimeless ? known : then);
  if (!isNear && !(isAtHome && then.length > 0))
    return type === 'place' || then.length > 0 ? OF_ANOTHER_REPORT : 'of another time';
  if (type !== 'state') return null;
  const foes = known.flatMap(({ slot: { value } }) => (value.type === 'entities' ? value.ids : []));
  const told = fact.statement.replace(/['’]s\b/g, '');
  const isFoe = (id: string) =>
    id !== key && id !== rival.id && holdsPhrase(told, index.entities.get(id)?.name ?? id);
  return [...new Set(foes)].some(isFoe) ? 'the other side' : null;
}

/** A square or a building: it lies in a town, and the town in a state. */
function isSpot(index: QuestionIndex, { part_of: whole }: Entity): boolean {
  return whole !== undefined && index.entities.get(whole)?.of !== undefined;
}

/** Whether a report that is cited here tells one of these. */
export function isToldIn(citations: Facet['citations'], told: readonly Facet[]): boolean {
  return told.some((other) =>
    other.citations.some(({ source }) => citations.some((own) => own.source === source)),
  );
}

interface Judgement {
  readonly proof: string;
  readonly dropped: string | null;
}

const drop = (dropped: string): Judgement => ({ proof: '', dropped });
const keep = (proof: string): Judgement => ({ proof, dropped: null });

function judge(
  index: QuestionIndex,
  facet: Facet,
  key: string,
  rival: Entity,
  inFact: readonly string[],
): Judgement {
  const tie = entangled(index.ties, key, rival.id);
  if (tie !== null) return drop(tie);
  if (speaksFor(index, key, rival.id)) return drop('belongs to it');
  if (inFact.some((id) => entangled(index.ties, id, rival.id) !== null))
    return drop('in the same fact');
  if (compared(facet, rival)) return drop('a position in a comparison');
  return facet.sort === 'single'
    ? judgeSingle(index, facet, rival)
    : judgeOpen(index, facet, key, rival);
}

/** A person and the body or state it speaks for, also by another name, answer the same question in different words. */
export function speaksFor(index: QuestionIndex, a: string, b: string): boolean {
  const isOf = (one: string, other: string) => {
    const of = index.entities.get(one)?.of;
    return of !== undefined && index.ties.get(of)?.root === index.ties.get(other)?.root;
  };
  return isOf(a, b) || isOf(b, a);
}

function compared(facet: Facet, rival: Entity): boolean {
  return facet.comparisons.some(({ positions }) =>
    positions.some(({ value }) => value === rival.id || value === rival.name),
  );
}

/** A slot with one true value: everybody else is wrong, unless the pack knows them to have held the same. */
function judgeSingle(index: QuestionIndex, facet: Facet, rival: Entity): Judgement {
  const { fact } = facet;
  if (fact.kind === 'office') {
    const titleOf = (value: string | { readonly is: string }) =>
      typeof value === 'string' ? value : value.is;
    const title = titleOf(fact.values.office);
    const held = rival.offices.some(
      (office) =>
        office.tenure === 'serving' && office.title === title && office.of === fact.values.of,
    );
    if (held) return drop('held it too');
  }
  if (fact.kind === 'place' && facet.slot.name === 'place') {
    const same = others(index, facet, rival).some(
      (other) =>
        other.fact.kind === 'place' && overlap(whatWords(other.fact), whatWords(fact)) > 0.5,
    );
    if (same) return drop('described alike');
  }
  return keep('Only one can be true.');
}

function whatWords(fact: Fact): ReadonlySet<string> {
  if (fact.kind !== 'place') return new Set();
  const { what } = fact.values;
  return contentWords(typeof what === 'string' ? what : what.is);
}

/** Where more may be true than the reports tell: only who is known to stand there with something else. */
function judgeOpen(index: QuestionIndex, facet: Facet, key: string, rival: Entity): Judgement {
  const { fact, slot } = facet;
  const known = others(index, facet, rival);
  switch (fact.kind) {
    case 'statement': {
      const own = known.filter(
        ({ fact: other, slot: at }) => other.kind === 'statement' && at.name === slot.name,
      );
      if (slot.name === 'speaker' && isOwnMatter(index, fact.values.about, rival))
        return drop('its own matter');
      if (own.length === 0) {
        const acting = known.filter(({ slot: at }) => isActing(at.name));
        // Whether it was another who spoke, the report that the stem names tells.
        const isAlike = rival.type === 'state' || rival.type === index.entities.get(key)?.type;
        return isAlike && acting.some((other) => other.fact.episode === fact.episode)
          ? keep(`Known with another part: ${acting[0]?.fact.id ?? ''}.`)
          : drop('not known here');
      }
      const alike = own.find((other) => couldBeSame(fact, other.fact));
      return alike === undefined
        ? keep(`Known with something else: ${own[0]?.fact.id ?? ''}.`)
        : drop(`may have said the same: ${alike.fact.id}`);
    }
    case 'relation': {
      const own = known.filter(({ key }) => key === facet.key);
      const isActive = known.some((other) => isActing(other.slot.name));
      if (own.length === 0) return isActive ? keep('Known otherwise.') : drop('not known here');
      const counterpart = slot.name === 'subject' ? 'object' : 'subject';
      const theirs = entitiesIn(index, fact, counterpart);
      const shares = own.find(({ fact: other }) =>
        entitiesIn(index, other, counterpart).some((id) => theirs.includes(id)),
      );
      return shares === undefined
        ? keep(`Stands in another relation: ${own[0]?.fact.id ?? ''}.`)
        : drop(`has a relation to the same: ${shares.fact.id}`);
    }
    case 'office':
      // How many have once held an office no report tells: only somebody of another state has not.
      return isOfAnother(rival, fact.values.of)
        ? keep('Of another state.')
        : drop('may have held it');
    default: {
      // `the deputy chief of staff, {dismissed}`: there is one at a time.
      const titled = `, {${slot.name.replace('actor.', '')}}`;
      if (
        fact.kind === 'event' &&
        fact.values.what.rest?.includes(titled) &&
        rival.offices.length > 0
      )
        return keep('Held another office.');
      if (rival.type === 'place') return keep('Another place.');
      const active = known.filter(({ slot: at }) => isActing(at.name));
      if (active.length === 0) return drop('not known to act');
      const sameRole = active.find(
        ({ fact: other, slot: at }) => at.name === slot.name && other.episode === fact.episode,
      );
      if (sameRole !== undefined) return drop(`has the same part in ${sameRole.fact.id}`);
      return keep(`Known with another part: ${active[0]?.fact.id ?? ''}.`);
    }
  }
}

/** Nobody takes words on a body's own deed for those of its people, nor words on what one state decides for another's. */
function isOwnMatter(index: QuestionIndex, about: string | undefined, rival: Entity): boolean {
  const matter = index.entities.get(about ?? '');
  const owner = matter?.type === 'body' ? undefined : index.entities.get(matter?.of ?? '');
  return owner?.type === 'state'
    ? rival.type === 'state' && rival !== owner
    : rival.offices.some(({ title }) => holdsPhrase(title, owner?.short ?? ''));
}

function isOfAnother({ of, offices }: Entity, state: string | undefined): boolean {
  const own = [of, ...offices.map((office) => office.of)].filter((id) => id !== undefined);
  return own.length > 0 && !own.some((id) => id === state);
}

function isActing(slotName: string): boolean {
  return /^(actor\.|speaker|person|parties|broker|place|subject|object)/.test(slotName);
}

/** Two statements that could be one: overlapping acts on the same matter, or much the same words. */
export function couldBeSame(a: Fact, b: Fact): boolean {
  if (a.kind !== 'statement' || b.kind !== 'statement') return false;
  const sameMatter =
    a.values.about === undefined || b.values.about === undefined
      ? a.episode === b.episode
      : a.values.about === b.values.about;
  if (sameMatter && actsOverlap(actsOf(a.values.acts), actsOf(b.values.acts))) return true;
  return overlap(gistWords(a.values.gist), gistWords(b.values.gist)) > 0.5;
}

function actsOf<T>(acts: readonly T[] | { readonly is: readonly T[] }): readonly T[] {
  return 'is' in acts ? acts.is : acts;
}

function gistWords(gist: string | { readonly is: string } | undefined): ReadonlySet<string> {
  return gist === undefined ? new Set() : contentWords(typeof gist === 'string' ? gist : gist.is);
}

function others(index: QuestionIndex, facet: Facet, entity: Entity): readonly Facet[] {
  return (index.facetsByEntity.get(entity.id) ?? []).filter(({ fact }) => fact !== facet.fact);
}

function entitiesIn(index: QuestionIndex, fact: Fact, slotName: string): readonly string[] {
  const value = index.facets.get(`${fact.id}#${slotName}`)?.slot.value;
  return value?.type === 'entities' ? value.ids : [];
}

/** Same slot, same episode, same side and weight make a rival likelier to be thought of. */
function plausibility(index: QuestionIndex, facet: Facet, key: string, rival: Entity): number {
  const known = others(index, facet, rival);
  const own = index.entities.get(key);
  return (
    (known.some(({ slot }) => slot.name === facet.slot.name) ? 2 : 0) +
    (known.some(({ fact }) => fact.episode === facet.fact.episode) ? 2 : 0) +
    (own?.of !== undefined && own.of === rival.of ? 3 : 0) +
    (own?.part_of !== undefined && own.part_of === rival.part_of ? 1 : 0) +
    Math.min(known.filter(({ fact }) => fact.episode === facet.fact.episode).length, 8) / 4
  );
}

/** What the pack tells of a rival: the most important fact of the nearest kind, else its office or gloss. */
function belongsTo(
  index: QuestionIndex,
  facet: Facet,
  entity: Entity,
): { text: string; citations?: readonly Passage[] } | null {
  const weight = (one: Facet) => (one.key === facet.key ? 10 : 0) + one.fact.importance;
  let best: Facet | undefined;
  for (const one of others(index, facet, entity))
    if (best === undefined || weight(one) > weight(best)) best = one;
  if (best !== undefined) return { text: best.fact.statement, citations: best.citations };
  const [office] = entity.offices;
  if (office !== undefined) {
    const of = office.of === undefined ? undefined : index.entities.get(office.of);
    const title = of === undefined ? office.title : `${office.title} of ${inText(of)}`;
    return { text: `${entity.name} was ${office.tenure === 'former' ? 'a former ' : ''}${title}.` };
  }
  return entity.gloss === undefined ? null : { text: `${capital(entity.name)}: ${entity.gloss}` };
}

/** Lists: one member is replaced by an entity that is wrong there, so that every rival has the same length. */
function listRivals(index: QuestionIndex, facet: Facet, ids: readonly string[]): Candidate[] {
  if (facet.sort === 'open' && facet.fact.kind !== 'event') return [];
  return ids.flatMap((out) =>
    singleRivals(index, facet, out).map((rival): Candidate => {
      const [into] = rival.value.type === 'entities' ? rival.value.ids : [];
      const members = ids.map((id) => (id === out ? (into ?? id) : id));
      const named = members.map((id) => index.entities.get(id)?.name ?? id);
      return {
        ...rival,
        text: listed(named),
        value: { type: 'entities', ids: members },
        belongsTo: `${capital(rival.text)} does not belong here. ${rival.belongsTo}`,
      };
    }),
  );
}
