/** The one table that says, for every slot, whether it has a single true value or is open. */
import type { Fact } from '#lib/content/schema.ts';
import type { Slot } from '#lib/content/slots.ts';

/**
 * single: the slot has one true value, so any other is false (the date of an event).
 * open: more may be true than the documents tell (who voiced concern). Such a facet is asked only with a
 * stem bound to a report, and a rival is taken only if the pack knows its own, different value.
 */
export type FacetSort = 'single' | 'open';

/** Kind and slot, with the particular role or term left out: `event.actor`, `statement.gist`. */
export type FacetKey = keyof typeof sorts;

const sorts = {
  'event.when': 'single',
  'event.where': 'single',
  'event.actor': 'open',
  'office.person': 'single',
  // One person may hold several offices.
  'office.office': 'open',
  // As given by its source, which the stem names.
  'figure.number': 'single',
  'statement.speaker': 'open',
  'statement.acts': 'open',
  'statement.addressee': 'open',
  'statement.gist': 'open',
  'statement.channel': 'open',
  'statement.when': 'single',
  'statement.where': 'single',
  'agreement.parties': 'single',
  'agreement.broker': 'single',
  'agreement.when': 'single',
  'agreement.term': 'single',
  'relation.subject': 'open',
  'relation.object': 'open',
  'place.place': 'single',
  'place.what': 'single',
  'place.within': 'single',
} as const satisfies Record<string, FacetSort>;

/** @throws if the schema has a slot that the table does not know */
export function facetKey(fact: Fact, slotName: string): FacetKey {
  const key = `${fact.kind}.${slotName.split('.')[0] ?? ''}`;
  if (!(key in sorts)) throw new Error(`No facet is declared for ${key}`);
  return key as FacetKey;
}

export function facetSort(fact: Fact, slotName: string): FacetSort {
  // There is one president at a time but any number of former presidents.
  if (fact.kind === 'office' && fact.values.tenure === 'former') return 'open';
  // `the capital of Armenia` fits one place, `a town in Armenia` many.
  if (fact.kind === 'place' && slotName === 'place' && !isDefinite(whatOf(fact.values.what)))
    return 'open';
  return sorts[facetKey(fact, slotName)];
}

/** Whether a place is asked for as a place, and never as the government that its name may stand for. */
export function asksPlace({ fact, slot }: { readonly fact: Fact; readonly slot: Slot }): boolean {
  return slot.name === 'where' || fact.kind === 'place';
}

/** A definite description belongs to one thing only. */
export function isDefinite(description: string): boolean {
  return /^the /i.test(description);
}

function whatOf(what: string | { readonly is: string }): string {
  return typeof what === 'string' ? what : what.is;
}
