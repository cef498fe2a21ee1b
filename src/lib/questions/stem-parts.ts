/** What the stems of all kinds of fact are made with. */
import type { Fact } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { capital } from './clause.ts';
import { precisionOf } from './dates.ts';
import { askingWords, inText, listed } from './names.ts';
import type { Facet, QuestionIndex } from './question-index.ts';

/** Questions without attribution: small at the beginning, no mark at the end. */
export type Bare = readonly string[];

/** The name of an entity inside a sentence. */
export function nameIn(index: QuestionIndex, id: string | undefined): string {
  const entity = id === undefined ? undefined : index.entities.get(id);
  return entity === undefined ? '' : inText(entity);
}

/** The entities in a slot, named inside a sentence. */
export function slotInText(index: QuestionIndex, fact: Fact, slotName: string): string | null {
  const value = slotOf(fact, slotName)?.value;
  if (value?.type !== 'entities') return null;
  const names = value.ids.map((id) => nameIn(index, id));
  return names.length === 0 ? null : listed(names);
}

/** Names for the roles of a fact's clause; the one that is asked has none. */
export function roleNames(
  index: QuestionIndex,
  fact: Fact,
  asked?: string,
): (role: string) => string | null {
  return (role) =>
    role === asked
      ? null
      : (slotInText(index, fact, `actor.${role}`) ?? slotInText(index, fact, role));
}

export function wordsFor(index: QuestionIndex, facet: Facet) {
  const { value } = facet.slot;
  const ids = value.type === 'entities' ? value.ids : [];
  return askingWords(ids.flatMap((id) => index.entities.get(id) ?? []));
}

/** Asks for a date by its precision. */
export function askWhen(date: string, inverted: string | null, plain: string): Bare {
  const asks = {
    day: ['on what date'],
    month: ['in which month', 'in what month and year'],
    year: ['in which year', 'in what year'],
    range: ['between which dates', 'from when until when'],
  }[precisionOf(date)];
  return asks.map((ask) =>
    inverted === null ? `${plain}. ${capital(ask)} was that` : `${ask} ${inverted}`,
  );
}
