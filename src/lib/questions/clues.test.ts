import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fairOrder, givesClue, type InSession } from './clues.ts';
import { categories } from './question.ts';

function card(itemId: string, stem: string, key: string, options: string[] = []): InSession {
  return { itemId, category: 'events', says: [stem, ...options], key };
}

const mayor = card('mayor', 'Who was mayor of Sandhaven in 1911?', 'Ilse Dorn');
const timber = card('timber', 'To whom did Ilse Dorn turn for timber?', 'Kaldö', ['Kaldo', 'Brək']);
const offer = card('offer', 'Which town offered timber?', 'Kaldö', ['Kaldö', 'Brək']);

it('Q19 sees a key in a stem or among options, however it is written', () => {
  expect(givesClue(timber, mayor)).toBe(true);
  expect(givesClue(mayor, timber)).toBe(false);
  expect(givesClue(card('x', 'Where?', 'Brək', ['ILSE DORN']), mayor)).toBe(true);
  // Part of a word is no clue.
  expect(givesClue(card('x', 'Who was Ilse Dornier?', 'nobody'), mayor)).toBe(false);
  expect(givesClue(timber, offer)).toBe(false);
});

it('Q19 lets a question that gives a clue wait', () => {
  expect(fairOrder([timber, mayor])).toEqual([mayor, timber]);
  expect(fairOrder([mayor, timber])).toEqual([mayor, timber]);
});

it('Q19 leaves two that give clues to each other as they are', () => {
  const a = card('a', 'What is beside the mole?', 'the quay');
  const b = card('b', 'What is beside the quay?', 'the mole');
  expect(fairOrder([a, b])).toEqual([a, b]);
});

it('Q20 lets categories and facts take turns', () => {
  const of = (itemId: string, category: InSession['category']) => ({
    ...card(itemId, `${itemId}?`, itemId),
    category,
  });
  const order = fairOrder([
    of('a', 'dates'),
    of('b', 'dates'),
    of('c', 'places'),
    of('a', 'events'),
  ]);
  expect(order.map(({ itemId, category }) => `${itemId} ${category}`)).toEqual([
    'a dates',
    'c places',
    'b dates',
    'a events',
  ]);
});

it('Q19 never puts a one-sided clue before what it tells, and loses no card', () => {
  const words = fc.constantFrom('mole', 'quay', 'mayor', 'timber', 'storm', 'harbour');
  const cards = fc.array(
    fc.record({ stem: words, answer: words, category: fc.constantFrom(...categories) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(cards, (drawn) => {
      const all = drawn.map(({ stem, answer, category }, at) => ({
        ...card(`item-${at}`, `What of ${stem}?`, answer),
        category,
      }));
      const order = fairOrder(all);
      expect(order).toHaveLength(all.length);
      expect(new Set(order)).toEqual(new Set(all));
      const isChain = all.every((a) => all.every((b) => !givesClue(a, b) || !reaches(all, b, a)));
      if (isChain)
        order.forEach((first, at) => {
          for (const later of order.slice(at + 1)) expect(givesClue(first, later)).toBe(false);
        });
    }),
  );
});

/** Whether clues lead from one to the other, over others or not. */
function reaches(all: readonly InSession[], from: InSession, to: InSession): boolean {
  const seen = new Set<InSession>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    const here = at;
    open.push(...all.filter((next) => givesClue(here, next)));
  }
  return false;
}
