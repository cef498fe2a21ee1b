import type { PackIndex } from '#lib/content/pack-index.ts';
import type { Comparison, Fact, FactOf } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import type { Category } from './question.ts';

/**
 * The category of a card follows from what is asked, in this order:
 * a `when` → dates; a statement from abroad, whatever else is asked of it → reactions;
 * a number → figures; terms, parties and broker → agreements; relations and places → places;
 * a person, state or body → actors; what remains of events → events, of statements → claims.
 */
export function categoryOf(index: PackIndex, fact: Fact, slotName: string): Category {
  if (slotName === 'when') return 'dates';
  switch (fact.kind) {
    case 'statement':
      if (isFromAbroad(index, fact)) return 'reactions';
      return slotName === 'speaker' || slotName === 'addressee' ? 'actors' : 'claims';
    case 'event':
      return slotName.startsWith('actor.') && namesActors(index, fact, slotName)
        ? 'actors'
        : 'events';
    case 'office':
      return 'actors';
    case 'figure':
      return 'figures';
    case 'agreement':
      return 'agreements';
    case 'relation':
    case 'place':
      return 'places';
  }
}

/** That of what is compared; who said so and what is compared as claims, and so is what no card asks. */
export function comparisonCategory(index: PackIndex, comparison: Comparison): Category {
  const [factId = '', slotName = ''] = comparison.about[0]?.split('#') ?? [];
  const fact = index.facts.get(factId);
  if (fact === undefined || fact.retired !== undefined || slotOf(fact, slotName) === null)
    return 'claims';
  const category = categoryOf(index, fact, slotName);
  return category === 'actors' || category === 'reactions' ? 'claims' : category;
}

function namesActors(index: PackIndex, fact: Fact, slotName: string): boolean {
  const value = slotOf(fact, slotName)?.value;
  return (
    value?.type === 'entities' &&
    value.ids.every((id) => {
      const type = index.entities.get(id)?.type;
      return type === 'person' || type === 'state' || type === 'body';
    })
  );
}

/** Whether a statement was made for a state or body that is no party to the dispute; no if nobody knows for whom. */
export function isFromAbroad(index: PackIndex, fact: FactOf<'statement'>): boolean {
  const speaker = slotOf(fact, 'speaker')?.value;
  const start = fact.values.for ?? (speaker?.type === 'entities' ? speaker.ids[0] : undefined);
  if (start === undefined) return false;
  const behind = standsBehind(index, start);
  const parties = new Set(index.pack.parties);
  if (behind.some((id) => parties.has(id))) return false;
  return behind.some((id) => {
    const type = index.entities.get(id)?.type;
    return type === 'state' || type === 'body';
  });
}

/** The entity and all that it speaks for: `of`, `stands_for`, `part_of`, and whose offices a person holds. */
function standsBehind(index: PackIndex, id: string): string[] {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entity = index.entities.get(next);
    if (entity === undefined || found.has(next)) continue;
    found.add(next);
    for (const up of [entity.of, entity.stands_for, entity.part_of]) if (up) open.push(up);
    if (entity.of === undefined)
      for (const office of entity.offices) if (office.of) open.push(office.of);
  }
  return [...found];
}
