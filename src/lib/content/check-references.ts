/** C2 and C3: what is named exists and is of the kind that belongs there. */
import type { PackPath } from './load.ts';
import type { Entity, EntityType, Fact } from './schema.ts';
import { slotOf, slotsOf } from './slots.ts';
import type { Report, Subject } from './rule.ts';

const actors: readonly EntityType[] = ['person', 'state', 'body'];
const places: readonly EntityType[] = ['place', 'state'];

/** The types of entity that a slot can hold; one that is not listed can hold any (an event's roles may be towns). */
const typesBySlot: Readonly<Record<string, readonly EntityType[]>> = {
  person: ['person'],
  speaker: actors,
  addressee: actors,
  broker: actors,
  parties: actors,
  where: places,
  within: places,
  place: ['place', 'state', 'body'],
};

export function checkReferences({ loaded: { pack }, index }: Subject, report: Report): void {
  const episodes = new Set(pack.episodes.map((episode) => episode.id));
  const topics = new Set(pack.contested.topics.map((topic) => topic.id));
  const missing = (what: string, id: string, at: PackPath) =>
    report('C2', at, `found the ${what} ${id}, expected one that the pack has`);

  const entity = (id: string | undefined, at: PackPath, types?: readonly EntityType[]) => {
    if (id === undefined) return;
    const found = index.entities.get(id);
    if (found === undefined) missing('entity', id, at);
    else if (types !== undefined && !fits(found, types))
      report(
        'C3',
        at,
        `found ${id}, which is of type ${found.type}, expected one of: ${types.join(', ')}`,
      );
  };
  const source = (id: string, at: PackPath) => {
    if (!index.sources.has(id)) missing('source', id, at);
  };
  const voice = (id: string, at: PackPath) => {
    if (id !== 'narration') entity(id, at, actors);
  };
  const episodeAndTopics = (item: { episode: string; topics: string[] }, at: PackPath) => {
    if (!episodes.has(item.episode)) missing('episode', item.episode, [...at, 'episode']);
    item.topics.forEach((topic, position) => {
      if (!topics.has(topic)) missing('contested topic', topic, [...at, 'topics', position]);
    });
  };

  pack.parties.forEach((id, at) => entity(id, ['parties', at], [...actors, 'place']));
  pack.glossary.forEach((term, at) =>
    term.cites?.forEach((cite, position) =>
      source(cite.source, ['glossary', at, 'cites', position, 'source']),
    ),
  );
  pack.sources.forEach((item, at) =>
    item.shared_with.forEach((shared, position) =>
      source(shared.source, ['sources', at, 'shared_with', position, 'source']),
    ),
  );

  pack.entities.forEach((item, position) => {
    const at: PackPath = ['entities', position];
    for (const key of ['of', 'part_of', 'stands_for'] as const) {
      entity(item[key], [...at, key]);
      if (item[key] === item.id) missing('other entity', item.id, [...at, key]);
    }
    item.offices.forEach((office, n) => entity(office.of, [...at, 'offices', n, 'of']));
    item.not_to_be_confused_with.forEach((id, n) =>
      entity(id, [...at, 'not_to_be_confused_with', n]),
    );
  });

  pack.facts.forEach((fact, position) => {
    const at: PackPath = ['facts', position];
    episodeAndTopics(fact, at);
    for (const [key, citation] of Object.entries(fact.cites)) {
      source(citation.source, [...at, 'cites', key, 'source']);
      voice(citation.voice, [...at, 'cites', key, 'voice']);
    }
    for (const slot of slotsOf(fact))
      if (slot.value.type === 'entities')
        for (const id of slot.value.ids)
          entity(id, slotPath(at, slot.name), typesBySlot[slot.name.split('.')[0] ?? '']);
    for (const [key, id] of otherEntities(fact)) entity(id, [...at, 'values', key]);
    if (fact.kind === 'agreement')
      entity(fact.values.agreement, [...at, 'values', 'agreement'], ['agreement']);
    citeKeys(fact, at, report);
    followed(fact).forEach(([id, path]) => {
      const before = index.facts.get(id);
      if (before === undefined || id === fact.id) missing('other fact', id, [...at, ...path]);
    });
  });

  pack.comparisons.forEach((comparison, position) => {
    const at: PackPath = ['comparisons', position];
    episodeAndTopics(comparison, at);
    comparison.about.forEach((card, n) => {
      const [factId = '', slotName = ''] = card.split('#');
      const fact = index.facts.get(factId);
      if (fact === undefined) missing('fact', factId, [...at, 'about', n]);
      else if (slotOf(fact, slotName) === null)
        report(
          'C2',
          [...at, 'about', n],
          `found ${card}, expected a slot in which ${factId} holds a value`,
        );
    });
    comparison.positions.forEach((one, n) => {
      voice(one.voice, [...at, 'positions', n, 'voice']);
      one.cites.forEach((cite, c) =>
        source(cite.source, [...at, 'positions', n, 'cites', c, 'source']),
      );
    });
  });
}

/** A metonym can act and speak for what it stands for, whatever it is itself. */
function fits(entity: Entity, types: readonly EntityType[]): boolean {
  return types.includes(entity.type) || (types === actors && entity.stands_for !== undefined);
}

/** Where a slot stands under `values`: `actor.demander` at `actors.demander`, a term in its list. */
export function slotPath(fact: PackPath, slot: string): PackPath {
  const [name = '', part] = slot.split('.');
  if (name === 'actor' && part !== undefined) return [...fact, 'values', 'actors', part];
  return [...fact, 'values', name === 'term' ? 'terms' : name];
}

/** Ids that no slot holds. */
function otherEntities(fact: Fact): [key: string, id: string | undefined][] {
  switch (fact.kind) {
    case 'office':
      return [['of', fact.values.of]];
    case 'figure':
      return [['counted_by', fact.values.counted_by]];
    case 'statement':
      return [
        ['for', fact.values.for],
        ['about', fact.values.about],
      ];
    default:
      return [];
  }
}

function followed(fact: Fact): [id: string, path: PackPath][] {
  if (fact.kind === 'event')
    return fact.values.follows.map(({ id }, at) => [id, ['values', 'follows', at, 'id']]);
  if (fact.kind === 'figure')
    return (fact.values.sum_of ?? []).map((id, at) => [id, ['values', 'sum_of', at]]);
  return [];
}

/** Every `cites: [c1]` inside of the values names a citation of the fact. */
function citeKeys(fact: Fact, at: PackPath, report: Report): void {
  const walk = (value: unknown, path: PackPath) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === 'cites' && Array.isArray(item)) {
        for (const [n, cite] of (item as unknown[]).entries())
          if (typeof cite !== 'string' || !Object.hasOwn(fact.cites, cite))
            report(
              'C2',
              [...here, n],
              `found the citation ${String(cite)}, expected one of: ${Object.keys(fact.cites).join(', ')}`,
            );
      } else walk(item, here);
    }
  };
  walk(fact.values, [...at, 'values']);
}
