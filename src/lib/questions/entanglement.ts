/** Which entities are, for a question, one and the same or part of one another, so that one is no wrong answer for the other. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Entity } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { foldTight } from './fold.ts';

export interface EntityTies {
  /** What it stands for in the end: Russia for the Kremlin, itself for others. */
  readonly root: string;
  /** Everything it is a part of, or lies in, roots included. */
  readonly wholes: ReadonlySet<string>;
  /** Name and aliases, folded. A short form alone ties nobody: two people may share a surname. */
  readonly names: ReadonlySet<string>;
}

/** Follows `stands_for`, then `part_of`, `of` (for bodies and places) and `within` of the pack's place facts. */
export function tiesOf(index: PackIndex): ReadonlyMap<string, EntityTies> {
  const within = new Map<string, string[]>();
  for (const fact of index.pack.facts) {
    if (fact.kind !== 'place') continue;
    const inner = slotOf(fact, 'place')?.value;
    const outer = slotOf(fact, 'within')?.value;
    if (inner?.type !== 'entities' || outer?.type !== 'entities') continue;
    for (const id of inner.ids) within.set(id, [...(within.get(id) ?? []), ...outer.ids]);
  }
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (;;) {
      const next = index.entities.get(at)?.stands_for;
      if (next === undefined || seen.has(next)) return at;
      seen.add(next);
      at = next;
    }
  };
  const upwards = (entity: Entity): string[] => [
    ...(entity.part_of === undefined ? [] : [entity.part_of]),
    ...(entity.stands_for === undefined ? [] : [entity.stands_for]),
    ...(entity.of === undefined || entity.type === 'person' ? [] : [entity.of]),
    ...(within.get(entity.id) ?? []),
  ];
  const wholesOf = (entity: Entity): Set<string> => {
    const wholes = new Set<string>();
    const open = upwards(entity);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (wholes.has(id) || id === entity.id) continue;
      wholes.add(id).add(rootOf(id));
      const above = index.entities.get(id);
      if (above !== undefined) open.push(...upwards(above));
    }
    return wholes;
  };
  return new Map(
    index.pack.entities.map((entity) => [
      entity.id,
      {
        root: rootOf(entity.id),
        wholes: wholesOf(entity),
        names: new Set([entity.name, ...entity.aliases].map(foldTight)),
      },
    ]),
  );
}

/** Why two entities are not apart, in words; `null` if they are. */
export function entangled(
  ties: ReadonlyMap<string, EntityTies>,
  a: string,
  b: string,
): string | null {
  if (a === b) return 'the same entity';
  const [first, second] = [ties.get(a), ties.get(b)];
  if (first === undefined || second === undefined) throw new Error(`Unknown entity: ${a} or ${b}`);
  if (first.root === second.root) return 'another name of the same actor';
  if (first.wholes.has(b) || second.wholes.has(a)) return 'a part or whole of it';
  if (first.wholes.has(second.root) || second.wholes.has(first.root))
    return 'a part or whole of it';
  for (const name of first.names) if (second.names.has(name)) return 'shares a name with it';
  return null;
}
