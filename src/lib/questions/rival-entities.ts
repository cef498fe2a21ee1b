/** Entities as rivals: of the same type, apart from the key, and known to be wrong in this slot. */
import type { Passage } from '#lib/content/pack-index.ts';
import type { Entity, EntityType } from '#lib/content/schema.ts';
import { slotsOf } from '#lib/content/slots.ts';
import { capital } from './clause.ts';
import { judge, others } from './entity-proofs.ts';
import { holdsPhrase } from './fold.ts';
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
function isToldIn(citations: Facet['citations'], told: readonly Facet[]): boolean {
  return told.some((other) =>
    other.citations.some(({ source }) => citations.some((own) => own.source === source)),
  );
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
