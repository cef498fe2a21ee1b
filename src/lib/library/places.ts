/** What a pack's map shows, ready to be drawn, and the places that it cannot show. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Entity, Reference } from '#lib/content/schema.ts';
import type { PackMap } from '#lib/content/map-schema.ts';
import { projectionOf } from '#lib/content/projection.ts';

interface MapLabel {
  readonly name: string;
  readonly entity: Entity | null;
  readonly look: PackMap['labels'][number]['look'];
  readonly x: number;
  readonly y: number;
}

interface MapTown {
  /** The names in use, the pack's own first. */
  readonly names: readonly string[];
  readonly entity: Entity;
  readonly x: number;
  readonly y: number;
  readonly side: 'left' | 'right';
  readonly reference: Reference;
}

export interface Places {
  readonly width: number;
  readonly height: number;
  readonly labels: readonly MapLabel[];
  readonly towns: readonly MapTown[];
  /** Places that lie in one of the map: squares, buildings. */
  readonly inside: readonly { readonly entity: Entity; readonly on: Entity }[];
  /** States and places beyond the frame, or without a point of their own. */
  readonly elsewhere: readonly Entity[];
}

export function placesOf(index: PackIndex, map: PackMap): Places {
  const { width, height, at } = projectionOf(map.frame);
  const find = (id: string | undefined) =>
    id === undefined ? null : (index.entities.get(id) ?? null);
  const labels = map.labels.map(({ entity: id, name, east, north, look }): MapLabel => {
    const entity = find(id);
    const [x, y] = at(east, north);
    return { name: name ?? entity?.name ?? '', entity, look, x, y };
  });
  const towns = map.towns.flatMap(
    ({ entity: id, also, east, north, side, reference }): MapTown[] => {
      const entity = find(id);
      if (entity === null) return [];
      const [x, y] = at(east, north);
      const name = entity.short ?? entity.name;
      return [{ names: also === undefined ? [name] : [name, also], entity, x, y, side, reference }];
    },
  );
  const shown = new Map(
    [...labels, ...towns].flatMap(({ entity }) => (entity === null ? [] : [[entity.id, entity]])),
  );
  const rest = index.pack.entities.filter(
    ({ id, type }) => (type === 'place' || type === 'state') && !shown.has(id),
  );
  const placeOn = ({ part_of }: Entity) => shown.get(part_of ?? '');
  return {
    width,
    height,
    labels,
    towns,
    inside: rest.flatMap((entity) => {
      const on = placeOn(entity);
      return on === undefined ? [] : [{ entity, on }];
    }),
    elsewhere: rest.filter((entity) => placeOn(entity) === undefined),
  };
}

/** What is wrong with a map, in words for its author; nothing if it fits its pack. */
export function mapIssues(index: PackIndex, map: PackMap): string[] {
  const { west, east, south, north } = map.frame;
  const issues: string[] = [];
  if (west >= east || south >= north) issues.push('found a frame without an inside');
  for (const item of [...map.labels, ...map.towns]) {
    const { entity } = item;
    const name = entity ?? ('name' in item ? item.name : undefined);
    if (name === undefined) issues.push('found a label without entity and name');
    if (entity !== undefined && !index.entities.has(entity))
      issues.push(`found the unknown entity ${entity}`);
    const isInside =
      item.east >= west && item.east <= east && item.north >= south && item.north <= north;
    if (!isInside) issues.push(`found ${name ?? 'a label'} outside the frame`);
  }
  return issues;
}
