/** Loads the code of a format when it is first asked in; the commonest two are at hand. */
import type { Maker } from './formats.ts';
import { choiceMaker } from './formats/choice.ts';
import { recallMaker } from './formats/recall.ts';
import type { Format } from './question.ts';
import { askedFacet, type Asked, type QuestionIndex } from './question-index.ts';

const loaders: Readonly<Record<Format, () => Maker | Promise<Maker>>> = {
  choice: () => choiceMaker,
  recall: () => recallMaker,
  attribution: async () => (await import('./formats/attribution.ts')).attributionMaker,
  corroboration: async () => (await import('./formats/corroboration.ts')).corroborationMaker,
  typed: async () => (await import('./formats/typed.ts')).typedMaker,
  number: async () => (await import('./formats/number.ts')).numberMaker,
  date: async () => (await import('./formats/date.ts')).dateMaker,
  order: async () => (await import('./formats/order.ts')).orderMaker,
  match: async () => (await import('./formats/match.ts')).matchMaker,
};

export async function loadFormat(format: Format): Promise<Maker> {
  return loaders[format]();
}

/** Whether a card could make a question of a format at all: a quick look, so that no code is loaded in vain. */
export function couldAsk(index: QuestionIndex, card: Asked, format: Format): boolean {
  const type = askedFacet(index, card)?.slot.value.type ?? 'comparison';
  switch (format) {
    case 'typed':
      return type === 'entities' || type === 'text';
    case 'number':
      return type === 'amount';
    case 'date':
    case 'order':
      return type === 'date';
    case 'match':
      return type === 'entities' || type === 'text' || type === 'acts' || type === 'comparison';
    default:
      return true;
  }
}
