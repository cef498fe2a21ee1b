/** People, states, bodies and things, each with all that the pack says of them. */
import { known, type PackIndex } from '#lib/content/pack-index.ts';
import type { Comparison, Entity, Fact, Position } from '#lib/content/schema.ts';
import { factsByEntity, parts, type Part } from './mentions.ts';

/** An office with the dates on which the documents show the person in it. */
export interface Office {
  readonly title: string;
  readonly of: Entity | null;
  readonly tenure: 'serving' | 'former';
  readonly asOf: readonly string[];
}

export interface Profile {
  readonly entity: Entity;
  /** Other names under which it can be found. */
  readonly names: readonly string[];
  readonly offices: readonly Office[];
  /** Whose it is, what it is part of, what it stands for. */
  readonly of: Entity | null;
  readonly partOf: Entity | null;
  readonly standsFor: Entity | null;
  /** What belongs to it: its people, bodies and places, and the words that stand for it. */
  readonly belonging: readonly Entity[];
  readonly notToBeConfusedWith: readonly Entity[];
  readonly facts: readonly { readonly part: Part; readonly facts: readonly Fact[] }[];
  /** Its positions where sources or parties differ. */
  readonly positions: readonly { readonly comparison: Comparison; readonly position: Position }[];
}

/** All that the pack says of one entity; `null` if it has none of that id. */
export function profileOf(index: PackIndex, id: string): Profile | null {
  const entity = index.entities.get(id);
  if (entity === undefined) return null;
  const find = (other: string | undefined) =>
    other === undefined ? null : known(index.entities, other);
  const byPart = factsByEntity(index).get(id);
  return {
    entity,
    names: [
      ...new Set([...(entity.short === undefined ? [] : [entity.short]), ...entity.aliases]),
    ].filter((name) => name !== entity.name),
    offices: officesOf(index, entity),
    of: find(entity.of),
    partOf: find(entity.part_of),
    standsFor: find(entity.stands_for),
    belonging: index.pack.entities.filter((other) =>
      [other.of, other.part_of, other.stands_for].includes(id),
    ),
    notToBeConfusedWith: entity.not_to_be_confused_with.map((other) =>
      known(index.entities, other),
    ),
    facts: parts.flatMap((part) => {
      const facts = byPart?.get(part) ?? [];
      return facts.length === 0 ? [] : [{ part, facts }];
    }),
    positions: index.pack.comparisons.flatMap((comparison) =>
      comparison.positions.flatMap((position) =>
        position.voice === id ? [{ comparison, position }] : [],
      ),
    ),
  };
}

/** The offices of a person, each once with all its dates. */
export function officesOf(index: PackIndex, entity: Entity): Office[] {
  const offices = new Map<string, Office>();
  for (const { title, of, tenure, as_of } of entity.offices) {
    const key = `${tenure} ${title} ${of ?? ''}`;
    const asOf = [...(offices.get(key)?.asOf ?? []), as_of].sort();
    offices.set(key, {
      title,
      of: of === undefined ? null : known(index.entities, of),
      tenure,
      asOf,
    });
  }
  return [...offices.values()];
}

/** How the list of names is divided, in the order in which it is read. */
const shelves = ['people', 'states', 'bodies', 'places', 'things'] as const;
export type Shelf = (typeof shelves)[number];

const shelfOf: Readonly<Record<Entity['type'], Shelf>> = {
  person: 'people',
  state: 'states',
  body: 'bodies',
  place: 'places',
  event: 'things',
  agreement: 'things',
  thing: 'things',
};

/** All entities by kind; within one, those that most facts speak of first. */
export function namesByShelf(
  index: PackIndex,
): { readonly shelf: Shelf; readonly entries: readonly { entity: Entity; facts: number }[] }[] {
  const byEntity = factsByEntity(index);
  const entries = index.pack.entities.map((entity) => ({
    entity,
    facts: new Set([...(byEntity.get(entity.id)?.values() ?? [])].flat()).size,
  }));
  return shelves
    .map((shelf) => ({
      shelf,
      entries: entries
        .filter(({ entity }) => shelfOf[entity.type] === shelf)
        .sort((a, b) => b.facts - a.facts),
    }))
    .filter((group) => group.entries.length > 0);
}
