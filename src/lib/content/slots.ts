/** Reading the values of a fact: one shape for every kind, so that questions and checks need no knowledge of YAML. */
import type { Act, Amount, Fact } from './schema.ts';

/** What stands in one slot of a fact. */
export type SlotValue =
  | { readonly type: 'entities'; readonly ids: readonly string[] }
  | { readonly type: 'amount'; readonly amount: Amount }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'acts'; readonly acts: readonly Act[] };

export interface Slot {
  readonly name: string;
  readonly value: SlotValue;
  /** Keys into the fact's `cites`: the citations that support this value. */
  readonly cites: readonly string[];
}

type Cited<T> = T | { readonly is: T; readonly cites?: readonly string[] | undefined };

function unwrap<T>(value: Cited<T>): { is: T; cites?: readonly string[] | undefined } {
  return typeof value === 'object' && value !== null && 'is' in value ? value : { is: value as T };
}

/** All slots of a fact that hold a value, asked or not, in the order of the schema. */
export function slotsOf(fact: Fact): Slot[] {
  const all = Object.keys(fact.cites);
  const slots: Slot[] = [];
  const add = <T>(name: string, value: Cited<T> | undefined, shape: (value: T) => SlotValue) => {
    if (value === undefined) return;
    const { is, cites } = unwrap(value);
    slots.push({ name, value: shape(is), cites: cites ?? all });
  };
  const entities = (value: string | readonly string[]): SlotValue => ({
    type: 'entities',
    ids: typeof value === 'string' ? [value] : value,
  });
  const text = (value: string): SlotValue => ({ type: 'text', text: value });
  const date = (value: string): SlotValue => ({ type: 'date', date: value });

  switch (fact.kind) {
    case 'event':
      add('when', fact.values.when, date);
      add('where', fact.values.where, entities);
      for (const [role, value] of Object.entries(fact.values.actors))
        add(`actor.${role}`, value, entities);
      break;
    case 'office':
      add('person', fact.values.person, entities);
      add('office', fact.values.office, text);
      break;
    case 'figure': {
      const { number, qualifier, unit, cites } = fact.values;
      const shape = (amount: Amount): SlotValue => ({ type: 'amount', amount });
      add('number', { is: { number, qualifier, unit }, cites }, shape);
      break;
    }
    case 'statement':
      add('speaker', fact.values.speaker, entities);
      add('acts', fact.values.acts, (acts) => ({ type: 'acts', acts }));
      add('addressee', fact.values.addressee, entities);
      add('gist', fact.values.gist, text);
      add('channel', fact.values.channel, text);
      add('when', fact.values.when, date);
      add('where', fact.values.where, entities);
      break;
    case 'agreement':
      add('parties', fact.values.parties, entities);
      add('broker', fact.values.broker, entities);
      add('when', fact.values.when, date);
      for (const term of fact.values.terms)
        slots.push({
          name: `term.${term.id}`,
          value:
            term.amount === undefined
              ? { type: 'text', text: term.is }
              : { type: 'amount', amount: term.amount },
          cites: term.cites ?? all,
        });
      break;
    case 'relation':
      add('subject', fact.values.subject, entities);
      add('object', fact.values.object, entities);
      break;
    case 'place':
      add('place', fact.values.place, entities);
      add('what', fact.values.what, text);
      add('within', fact.values.within, entities);
      break;
  }
  return slots;
}

/** One slot of a fact by its name; `null` if the fact holds nothing there. */
export function slotOf(fact: Fact, name: string): Slot | null {
  return slotsOf(fact).find((slot) => slot.name === name) ?? null;
}

/** The slots a fact asks, each a card; none if it asks nothing or is retired. */
export function askedSlots(fact: Fact): Slot[] {
  const { ask } = fact;
  if (ask === 'none' || fact.retired !== undefined) return [];
  return slotsOf(fact).filter((slot) => ask.includes(slot.name));
}
