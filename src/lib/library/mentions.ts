/** Which entities a fact speaks of, and in what part. */
import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Fact } from '#lib/content/schema.ts';
import { slotsOf } from '#lib/content/slots.ts';

/**
 * said: it is their word · did: they act or were acted upon · held: an office · addressed: spoken to ·
 * about: spoken of · counted: it is their figure · placed: where it was, or a place described · related: the rest
 */
export const parts = [
  'held',
  'said',
  'did',
  'addressed',
  'about',
  'counted',
  'placed',
  'related',
] as const;
export type Part = (typeof parts)[number];

/** The parts that each entity has in a fact; those of a retired fact are none. */
export function mentionsOf(fact: Fact): ReadonlyMap<string, ReadonlySet<Part>> {
  const found = new Map<string, Set<Part>>();
  if (fact.retired !== undefined) return found;
  const add = (id: string | undefined, part: Part) => {
    if (id === undefined) return;
    const known = found.get(id);
    if (known === undefined) found.set(id, new Set([part]));
    else known.add(part);
  };
  for (const { name, value } of slotsOf(fact))
    if (value.type === 'entities') for (const id of value.ids) add(id, partOfSlot(name));
  switch (fact.kind) {
    case 'office':
      add(fact.values.of, 'related');
      break;
    case 'figure':
      add(fact.values.counted_by, 'counted');
      break;
    case 'statement':
      add(fact.values.for, 'said');
      add(fact.values.about, 'about');
      break;
    case 'agreement':
      add(fact.values.agreement, 'about');
      break;
    case 'event':
    case 'relation':
    case 'place':
      break;
  }
  return found;
}

function partOfSlot(slot: string): Part {
  if (slot.startsWith('actor.')) return 'did';
  switch (slot) {
    case 'speaker':
      return 'said';
    case 'person':
      return 'held';
    case 'parties':
    case 'broker':
      return 'did';
    case 'addressee':
      return 'addressed';
    case 'where':
    case 'place':
    case 'within':
      return 'placed';
    default:
      return 'related';
  }
}

/** The facts that speak of each entity, by its part in them; in the pack's order. */
export function factsByEntity(
  index: PackIndex,
): ReadonlyMap<string, ReadonlyMap<Part, readonly Fact[]>> {
  const all = new Map<string, Map<Part, Fact[]>>();
  for (const fact of index.pack.facts)
    for (const [id, own] of mentionsOf(fact)) {
      const byPart = all.get(id) ?? new Map<Part, Fact[]>();
      all.set(id, byPart);
      for (const part of own) byPart.set(part, [...(byPart.get(part) ?? []), fact]);
    }
  return all;
}
