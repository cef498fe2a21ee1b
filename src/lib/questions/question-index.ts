import { cardId, type CardId } from '#lib/base/ids.ts';
import type { DrawnMap } from '#lib/content/map-schema.ts';
import { indexPack, passageOf, type PackIndex, type Passage } from '#lib/content/pack-index.ts';
import type { Comparison, Entity, EntityType, Fact, Pack } from '#lib/content/schema.ts';
import { askedSlots, slotsOf, type Slot, type SlotValue } from '#lib/content/slots.ts';
import { amountInWords } from './amounts.ts';
import { actsAsAnswer } from './acts.ts';
import { categoryOf } from './category.ts';
import { capital } from './clause.ts';
import { dateInWords } from './dates.ts';
import { tiesOf, type EntityTies } from './entanglement.ts';
import { facetKey, facetSort, type FacetKey, type FacetSort } from './facets.ts';
import { contentWords, foldTight } from './fold.ts';
import { listed } from './names.ts';
import type { Category } from './question.ts';
import { namesOfSources, type SourceName } from './source-names.ts';

/** What names a card here: the `deck` folder's Card has it all. */
export interface Asked {
  readonly id: CardId;
  /** The fact's id, or the comparison's. */
  readonly itemId: string;
  readonly facet: string;
}

/** One slot of one fact, with all that questions need of it. */
export interface Facet {
  readonly cardId: CardId;
  readonly fact: Fact;
  readonly slot: Slot;
  readonly key: FacetKey;
  readonly sort: FacetSort;
  readonly category: Category;
  readonly citations: readonly [Passage, ...Passage[]];
  readonly comparisons: readonly Comparison[];
  /** The value as options and answers show it. */
  readonly shown: string;
  /** The words of `shown` that carry meaning. */
  readonly words: ReadonlySet<string>;
}

/** A pack made ready for questions: build it once, ask it often. */
export interface QuestionIndex extends PackIndex {
  /** Every slot with a value, asked or not, by `fact#slot`. */
  readonly facets: ReadonlyMap<string, Facet>;
  /** The same by kind and slot, in the order of their ids: the order of the pack's files changes no question. */
  readonly facetsByKey: ReadonlyMap<FacetKey, readonly Facet[]>;
  /** Facets whose value holds an entity, by the entity. */
  readonly facetsByEntity: ReadonlyMap<string, readonly Facet[]>;
  /** Every date that the pack knows: of facts and of its sources. */
  readonly realDates: ReadonlySet<string>;
  readonly ties: ReadonlyMap<string, EntityTies>;
  readonly sourceNames: ReadonlyMap<string, SourceName>;
  /** All entities of a type, in the order of their ids. */
  readonly entitiesByType: ReadonlyMap<EntityType, readonly Entity[]>;
  /** Whom a folded name, alias or short form may mean. */
  readonly bearers: ReadonlyMap<string, readonly Entity[]>;
  /** What stands for an entity: the Kremlin for Russia. */
  readonly metonyms: ReadonlyMap<string, readonly Entity[]>;
  /** Where places lie; without it none is asked for on a map. */
  readonly drawn?: DrawnMap;
}

export function indexQuestions(content: Pack | PackIndex, drawn?: DrawnMap): QuestionIndex {
  const index = 'pack' in content ? content : indexPack(content);
  const all = index.pack.facts
    .filter((fact) => fact.retired === undefined)
    .flatMap((fact) => slotsOf(fact).map((slot) => facetOf(index, fact, slot)))
    .sort((a, b) => (a.cardId < b.cardId ? -1 : 1));
  const facetsByKey = new Map<FacetKey, Facet[]>();
  const facetsByEntity = new Map<string, Facet[]>();
  const realDates = new Set<string>();
  for (const facet of all) {
    push(facetsByKey, facet.key, facet);
    const { value } = facet.slot;
    if (value.type === 'entities') for (const id of value.ids) push(facetsByEntity, id, facet);
    if (value.type === 'date') for (const end of value.date.split('/')) realDates.add(end);
  }
  for (const source of index.pack.sources)
    for (const end of source.published.date.split('/')) realDates.add(end);
  const entitiesByType = new Map<EntityType, Entity[]>();
  const bearers = new Map<string, Entity[]>();
  const metonyms = new Map<string, Entity[]>();
  for (const entity of [...index.pack.entities].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    push(entitiesByType, entity.type, entity);
    if (entity.stands_for !== undefined) push(metonyms, entity.stands_for, entity);
    for (const name of new Set(namesOf(entity).map(foldTight))) push(bearers, name, entity);
  }
  return {
    ...index,
    facets: new Map(all.map((facet) => [`${facet.fact.id}#${facet.slot.name}`, facet])),
    facetsByKey,
    facetsByEntity,
    realDates,
    ties: tiesOf(index),
    sourceNames: namesOfSources(index.pack.sources),
    entitiesByType,
    bearers,
    metonyms,
    ...(drawn !== undefined && { drawn }),
  };
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function facetOf(index: PackIndex, fact: Fact, slot: Slot): Facet {
  const citations = slot.cites.flatMap((key) => {
    const citation = fact.cites[key];
    return citation === undefined ? [] : [passageOf(index, citation)];
  });
  const [first, ...others] = citations;
  if (first === undefined) throw new Error(`${fact.id}#${slot.name} has no citation`);
  const shown = shownValue(index, fact, slot);
  return {
    cardId: cardId(index.pack.id, fact.id, slot.name),
    fact,
    slot,
    key: facetKey(fact, slot.name),
    sort: facetSort(fact, slot.name),
    category: categoryOf(index, fact, slot.name),
    citations: [first, ...others],
    comparisons: [...(index.comparisonsByCard.get(`${fact.id}#${slot.name}`) ?? [])].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    shown,
    words: contentWords(shown),
  };
}

function shownValue(index: PackIndex, fact: Fact, slot: Slot): string {
  const text = valueInWords(index, slot.value);
  if (fact.kind === 'office' && slot.name === 'office' && fact.values.of !== undefined) {
    const of = index.entities.get(fact.values.of);
    return of === undefined ? text : `${text} of ${of.in_text ?? of.name}`;
  }
  return slot.name === 'gist' || slot.name.startsWith('term.') ? capital(text) : text;
}

/** A value as options and answers show it. */
function valueInWords(index: PackIndex, value: SlotValue): string {
  switch (value.type) {
    case 'entities':
      return listed(value.ids.map((id) => index.entities.get(id)?.name ?? id));
    case 'amount':
      return amountInWords(value.amount);
    case 'date':
      return dateInWords(value.date);
    case 'text':
      return value.text;
    case 'acts':
      return actsAsAnswer(value.acts);
  }
}

/** Every way to write an entity's name: name, aliases, name in a sentence, short form, a person's surname. */
export function namesOf(entity: Entity): readonly string[] {
  let names = known.get(entity);
  if (names === undefined) known.set(entity, (names = namesAfresh(entity)));
  return names;
}

const known = new WeakMap<Entity, readonly string[]>();

function namesAfresh(entity: Entity): string[] {
  const surname = entity.type === 'person' ? entity.name.split(' ').slice(1).at(-1) : undefined;
  return [entity.name, ...entity.aliases, entity.in_text, entity.short, surname].filter(
    (name) => name !== undefined,
  );
}

/** The facet that a card asks; `null` if the pack has none such. */
export function askedFacet(index: QuestionIndex, card: Asked): Facet | null {
  const facet = index.facets.get(`${card.itemId}#${card.facet}`);
  const asked =
    facet !== undefined && askedSlots(facet.fact).some(({ name }) => name === card.facet);
  return asked ? facet : null;
}

export type ComparisonFacet = Comparison['ask'][number];

/** The comparison and facet that a card asks; `null` if it is no card of a comparison. */
export function askedComparison(
  index: QuestionIndex,
  card: Asked,
): { comparison: Comparison; facet: ComparisonFacet } | null {
  const comparison = index.comparisons.get(card.itemId);
  const facet = comparison?.ask.find((asked) => asked === card.facet);
  return comparison === undefined || facet === undefined ? null : { comparison, facet };
}
