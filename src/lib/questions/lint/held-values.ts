/** What the fact base holds for the point that a question asks. */
import type { Comparison, Position } from '#lib/content/schema.ts';
import type { SlotValue } from '#lib/content/slots.ts';
import { reportsInWords } from '../attribution.ts';
import { entangled } from '../entanglement.ts';
import { holdsPhrase } from '../fold.ts';
import type { Question } from '../question.ts';
import { namesOf, type Facet, type QuestionIndex } from '../question-index.ts';
import type { HeldValue, ItemFacts } from './item.ts';

type NameValue = HeldValue & { readonly type: 'name' };

/** Formats whose answer is the value of the card's own slot, or the position that a comparison asks. */
const asksItsSlot = /^(?:choice|typed|recall|number|date)$/;

/** `null` where the answer is no value of the fact: who said so, which reports, an order. */
export function factsOf(
  index: QuestionIndex,
  { cardId, format, stem }: Pick<Question, 'cardId' | 'stem'> & { readonly format: string },
): ItemFacts | null {
  if (!asksItsSlot.test(format)) return null;
  const [, itemId = '', facetName = ''] = /\/([^#]+)#(.+)$/.exec(cardId) ?? [];
  const comparison = index.comparisons.get(itemId);
  if (comparison !== undefined) return positionAsked(index, comparison, facetName, stem);
  const facet = index.facets.get(`${itemId}#${facetName}`);
  return facet === undefined
    ? { held: null }
    : { held: heldValue(index, facet), alsoGiven: givenElsewhere(index, facet) };
}

function heldValue(index: QuestionIndex, { slot, shown }: Facet): HeldValue {
  const { value } = slot;
  // The act of a statement and an office with its state are shown in words of their own.
  return value.type === 'text' || value.type === 'acts'
    ? { type: 'text', text: shown }
    : valueOf(index, value);
}

function valueOf(
  index: QuestionIndex,
  value: Exclude<SlotValue, { type: 'text' | 'acts' }>,
): HeldValue {
  switch (value.type) {
    case 'entities': {
      const members = value.ids.map((id) => nameOf(index, id));
      const [first, ...others] = members;
      return first !== undefined && others.length === 0 ? first : { type: 'names', members };
    }
    case 'amount':
      return { type: 'amount', number: value.amount.number, qualifier: value.amount.qualifier };
    case 'date':
      return { type: 'date', date: value.date };
  }
}

function nameOf(index: QuestionIndex, id: string): NameValue {
  const entity = index.entities.get(id);
  if (entity === undefined) return { type: 'name', spellings: [] };
  const tied = index.pack.entities.filter(
    (other) => other.id !== id && entangled(index.ties, id, other.id) !== null,
  );
  return { type: 'name', spellings: namesOf(entity), tied: tied.map(({ name }) => name) };
}

/** Values that comparisons give beside the fact's own. */
function givenElsewhere(index: QuestionIndex, { slot, comparisons }: Facet): HeldValue[] {
  return comparisons.flatMap(({ positions }) =>
    positions.flatMap(({ value }): HeldValue[] => {
      if (value === undefined) return [];
      if (slot.value.type === 'amount')
        return typeof value === 'number'
          ? [{ type: 'amount', number: value, qualifier: slot.value.amount.qualifier }]
          : [];
      if (slot.value.type === 'date') return [{ type: 'date', date: String(value) }];
      if (slot.value.type === 'entities')
        return index.entities.has(String(value)) ? [nameOf(index, String(value))] : [];
      return [{ type: 'text', text: String(value) }];
    }),
  );
}

/** A comparison asked `which` holds what the voice in the stem says; asked `who`, whose words stand in the stem. */
function positionAsked(
  index: QuestionIndex,
  { positions }: Comparison,
  facet: string,
  stem: string,
): ItemFacts | null {
  if (facet === 'who') {
    const asked = positions.filter(({ gist }) => holdsPhrase(stem, gist));
    const [held, ...alsoGiven] = asked.map((position) => holderOf(index, position));
    return held === undefined ? null : { held, alsoGiven };
  }
  if (facet !== 'which') return null;
  const texts = positions
    .filter((position) =>
      holderOf(index, position).spellings.some((name) => holdsPhrase(stem, name)),
    )
    .map(({ gist }): HeldValue => ({ type: 'text', text: gist }));
  const [first, ...others] = texts;
  // Where the stem names two voices, it cannot be told here which of them is asked.
  return first === undefined || others.length > 0 ? null : { held: first };
}

/** Whose position it is: the voice, or for narration its reports. */
function holderOf(index: QuestionIndex, { voice, cites }: Position): NameValue {
  if (index.entities.has(voice)) return nameOf(index, voice);
  const ids = [...new Set(cites.map(({ source }) => source))];
  const names = ids.flatMap((id) => index.sourceNames.get(id) ?? []);
  const sources = ids.flatMap((id) => index.sources.get(id) ?? []);
  const together = reportsInWords(index, sources, '');
  const each = names.flatMap(({ report, undated, giver }) => [report, undated, giver]);
  return { type: 'name', spellings: [together, ...each] };
}
