/** What the formats beside choice promise, over every card of every pack and many seeds. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnMap } from '#lib/content/map-schema.ts';
import type { Fact, Pack } from '#lib/content/schema.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { loadFolderMap, loadPackFolder, packFolders } from '../../cli/read-pack.ts';
import { ask, questionAtHand } from './ask.ts';
import { formats } from './formats.ts';
import { formatsFor, questionFor } from './generate.ts';
import { grade, unclear } from './grade.ts';
import {
  hasOptions,
  type DateQuestion,
  type Format,
  type Question,
  type TypedQuestion,
} from './question.ts';
import { indexQuestions, type Asked, type QuestionIndex } from './question-index.ts';

interface Case {
  readonly index: QuestionIndex;
  readonly cards: readonly Asked[];
}

const cases: Case[] = [];
let real: Case;

beforeAll(async () => {
  const packs = [
    await loadFixturePack(),
    ...(await Promise.all((await packFolders()).map(loadPackFolder))),
  ];
  const [folder = ''] = await packFolders();
  const map = await loadFolderMap(folder);
  for (const [at, pack] of packs.entries()) cases.push(caseOf(pack, at === 1 ? map : undefined));
  real = cases[1] as Case;
});

function caseOf(pack: Pack, drawn?: DrawnMap): Case {
  const index = indexQuestions(pack, drawn);
  const facts = [...index.facets.values()]
    .filter(({ fact, slot }) => fact.ask !== 'none' && fact.ask.includes(slot.name))
    .map(({ cardId, fact, slot }) => ({ id: cardId, itemId: fact.id, facet: slot.name }));
  const comparisons = pack.comparisons.flatMap(({ id, ask: asked }) =>
    asked.map((facet) => ({ id: `${pack.id}/${id}#${facet}` as Asked['id'], itemId: id, facet })),
  );
  return { index, cards: [...facts, ...comparisons] };
}

function everyIn<F extends Format>(format: F, seed: number) {
  return cases.flatMap(({ index, cards }) =>
    cards.flatMap((card) => {
      const question = questionFor(index, card, format, seed);
      return question === null ? [] : [{ index, question: question as Question & { format: F } }];
    }),
  );
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const few = { numRuns: 6 };

describe('Q21 order', () => {
  it('has one order, which the dates or the documents give', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { question } of everyIn('order', seed)) {
          const { items, order, own } = question;
          expect([...order].sort()).toEqual(items.map((_, at) => at));
          expect(items.length).toBeGreaterThanOrEqual(4);
          expect(items.length).toBeLessThanOrEqual(6);
          // The answer is the place of the card's own event, with its date.
          const place = ['first', 'second', 'third', 'fourth', 'fifth'][order.indexOf(own)];
          expect(question.answer).toMatch(new RegExp(`^.+: ${place} of (four|five) `));
          expect(question.answer.startsWith(items[own]?.text ?? '?')).toBe(true);
          expect(question.answer).toContain(items[own]?.note);
          const years = order.map((at) => Number(/\d{4}$/.exec(items[at]?.note ?? '')?.[0]));
          expect(years).toEqual([...years].sort((a, b) => a - b));
          for (const { text } of items) expect(text).not.toMatch(/\b\d{4}\b/);
        }
      }),
      few,
    );
    expect(everyIn('order', 1).length).toBeGreaterThan(0);
  });

  it('grades the place of the own event and no other', () => {
    for (const { question } of everyIn('order', 3)) {
      const { order, own } = question;
      const place = order.indexOf(own);
      const others = order.filter((at) => at !== own).toReversed();
      const put = (at: number) => [...others.slice(0, at), own, ...others.slice(at)];
      for (let at = 0; at < order.length; at++) {
        const off = Math.abs(at - place);
        const verdict = off === 0 ? 'right' : off === 1 ? 'near' : 'wrong';
        expect(grade(question, { format: 'order', order: put(at) })).toBe(verdict);
      }
      expect(grade(question, { format: 'order', order: [] })).toBe('wrong');
    }
  });
});

describe('Q22 match', () => {
  it('pairs each with one and one only, three or four in all', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { question } of everyIn('match', seed)) {
          const { left, right, pairs } = question;
          expect([...pairs].sort()).toEqual(right.map((_, at) => at));
          expect(new Set(left).size).toBe(left.length);
          expect(new Set(right).size).toBe(right.length);
          expect([3, 4]).toContain(left.length);
        }
      }),
      few,
    );
    expect(everyIn('match', 1).length).toBeGreaterThan(0);
  });

  it('grades the own pair and no other', () => {
    for (const { question } of everyIn('match', 3)) {
      const { pairs, own } = question;
      const turned = (from: number) => pairs.map((_, at) => pairs[(at + from) % pairs.length] ?? 0);
      expect(grade(question, { format: 'match', pairs })).toBe('right');
      expect(grade(question, { format: 'match', pairs: turned(1) })).toBe('wrong');
      const [first = -1, second = -1] = pairs.map((_, at) => at).filter((at) => at !== own);
      const swapped = pairs.with(first, pairs[second] ?? 0).with(second, pairs[first] ?? 0);
      expect(grade(question, { format: 'match', pairs: swapped })).toBe('right');
      expect(grade(question, { format: 'match', pairs: [] })).toBe('wrong');
    }
  });
});

describe('Q31 place', () => {
  it('asks only for towns that alone are right, among such that a thumb can tell apart', () => {
    const asked = new Set<string>();
    for (let seed = 0; seed < 20; seed++)
      for (const { index, question } of everyIn('place', seed)) {
        const { options, key, map, answer } = question;
        asked.add(answer);
        const facet = index.facets.get(question.cardId.split('/')[1] ?? '');
        expect(facet?.sort).toBe('single');
        expect(options[key]?.text).toBe(answer);
        expect(options.length).toBeGreaterThanOrEqual(3);
        // On the smallest phone the map is 284 px wide.
        const scale = 284 / map.width;
        for (const [at, a] of options.entries())
          for (const b of options.slice(at + 1)) {
            const [x, y] = [(a.x - b.x) * scale, (a.y - b.y) * scale];
            expect(Math.hypot(x, y), `${a.text} ${b.text}`).toBeGreaterThanOrEqual(44);
          }
      }
    // Shusha and Aghdam are too near to each other to stand side by side.
    expect([...asked].sort()).toEqual(['Baku', 'Shusha', 'Yerevan']);
  });

  it('puts each town where the map has it', () => {
    const [first] = everyIn('place', 1);
    const yerevan = first?.question.options.find(({ text }) => text === 'Yerevan');
    // 44.517 E of 42–51, 40.183 N of 37–43; a degree to the north is 1 / cos 40° of one to the east.
    expect((yerevan?.x ?? 0) / 1000).toBeCloseTo(0.2797, 3);
    expect((yerevan?.y ?? 0) / 1000).toBeCloseTo(0.4695 * (6 / 9) * 1.3054, 3);
  });

  it('is not asked without a map', () => {
    const mapless = indexQuestions(real.index.pack);
    for (const card of real.cards) expect(questionFor(mapless, card, 'place', 1)).toBeNull();
  });
});

describe('Q23 attribution and corroboration', () => {
  it('have one key, which alone is without an explanation', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const format of ['attribution', 'corroboration'] as const)
          for (const { question } of everyIn(format, seed)) {
            const unexplained = question.options.filter(({ belongsTo }) => belongsTo === undefined);
            expect(unexplained).toEqual([question.options[question.key]]);
            expect(new Set(question.options.map(({ text }) => text)).size).toBe(
              question.options.length,
            );
          }
      }),
      few,
    );
  });

  it('says how long before its report something was', () => {
    const { index } = real;
    const card = real.cards.find(({ id }) =>
      id.endsWith('defence-minister-replaced#when'),
    ) as Asked;
    const question = questionFor(index, card, 'corroboration', 1);
    // Friday the 20th, told on Saturday the 21st.
    expect(question?.answer).toBe('In the seven days before it');
    expect(question?.stem).toContain('report of 21 November 2020');
  });

  it('never takes a date that no document gives', () => {
    for (let seed = 0; seed < 10; seed++)
      for (const { question } of everyIn('corroboration', seed))
        if (question.stem.startsWith('Seen from'))
          expect(
            question.citations.some(({ source }) => source.published.basis !== 'outside'),
          ).toBe(true);
  });
});

it('Q24 four cards in five are asked in two formats or more that the app grades; no fact has more than six', () => {
  const { index, cards } = real;
  const graded = cards.map(
    (card) => formatsFor(index, card).filter((format) => format !== 'recall').length,
  );
  expect(graded.filter((count) => count >= 2).length / cards.length).toBeGreaterThanOrEqual(0.8);
  const perFact = new Map<string, number>();
  for (const { itemId } of cards) perFact.set(itemId, (perFact.get(itemId) ?? 0) + 1);
  expect(Math.max(...perFact.values())).toBeLessThanOrEqual(6);
});

it('Q25 an unrelated fact changes neither the key of a question nor whether it can be asked', () => {
  for (const { index, cards } of cases) {
    const [model] = index.pack.facts.filter(({ kind }) => kind === 'figure');
    if (model?.kind !== 'figure') throw new Error('A pack without figures');
    const unrelated: Fact = {
      ...model,
      id: 'zz-unrelated',
      ask: ['number'],
      values: { ...model.values, number: 31, unit: 'lighthouses', of: 'stood on the far coast' },
    };
    const facts = [...index.pack.facts, unrelated];
    const larger = indexQuestions({ ...index.pack, facts }, index.drawn);
    for (const card of cards)
      for (const format of formats) {
        const [before, after] = [index, larger].map((pack) => questionFor(pack, card, format, 5));
        expect(after?.answer, `${card.id} ${format}`).toBe(before?.answer);
        if (before && after && hasOptions(before) && hasOptions(after))
          expect(after.options[after.key]?.text).toBe(before.options[before.key]?.text);
      }
  }
});

it('Q26 places of keys and long keys tell nothing', () => {
  const ordered = [0, 0, 0, 0];
  const named = [0, 0, 0, 0];
  let longest = 0;
  let four = 0;
  for (let seed = 0; seed < 20; seed++)
    for (const card of real.cards) {
      if (card.facet === 'agree') continue;
      const question = questionFor(real.index, card, 'choice', seed);
      if (question?.format !== 'choice' || question.options.length !== 4) continue;
      const { options, key } = question;
      const isOrdered = options.every(({ text }) => /^\d/.test(text));
      const places = isOrdered ? ordered : named;
      places[key] = (places[key] ?? 0) + 1;
      four++;
      const rivals = options.filter((_, at) => at !== key).map(({ text }) => text.length);
      if ((options[key]?.text.length ?? 0) > Math.max(...rivals)) longest++;
    }
  const shares = (places: readonly number[]) => {
    const all = places.reduce((sum, count) => sum + count, 0);
    return places.map((count) => count / all);
  };
  for (const share of shares(ordered)) {
    expect(share).toBeGreaterThanOrEqual(0.15);
    expect(share).toBeLessThanOrEqual(0.35);
  }
  for (const share of shares(named)) expect(Math.abs(share - 0.25)).toBeLessThanOrEqual(0.05);
  expect(longest / four).toBeLessThanOrEqual(0.35);
});

it('Q27 the study page makes the same questions as everybody else', async () => {
  for (const card of real.cards.slice(0, 40)) {
    const { drawn, ...mapless } = real.index;
    for (const format of formats)
      expect(await ask(mapless, card, format, 9, async () => drawn ?? null)).toEqual(
        questionFor(real.index, card, format, 9),
      );
    const atHand = questionAtHand(real.index, card, 9);
    if (real.index.comparisons.has(card.itemId)) expect(atHand).toBeNull();
    else expect(atHand).not.toBeNull();
  }
});

describe('Q28 asking back', () => {
  const typed = {
    format: 'typed',
    accepted: ['Ilse Dorn'],
    confusable: [],
    shared: [{ name: 'Dorn', bearers: ['Ilse Dorn', 'Jakob Dorn'] }],
  } as unknown as TypedQuestion;
  const date = {
    format: 'date',
    accepted: ['5 June 1911'],
    dates: ['1911-06-05'],
  } as unknown as DateQuestion;

  it('asks which of two with one surname is meant', () => {
    expect(unclear(typed, 'DORN')).toEqual({
      reason: 'which_one',
      bearers: ['Ilse Dorn', 'Jakob Dorn'],
    });
    expect(unclear(typed, 'Ilse Dorn')).toBeNull();
    expect(grade(typed, { format: 'typed', text: 'Jakob Dorn' })).toBe('wrong');
  });

  it('asks which of day and month comes first', () => {
    expect(unclear(date, '5/6/1911')).toEqual({
      reason: 'day_or_month_first',
      readings: ['5 June 1911', '6 May 1911'],
    });
    expect(unclear(date, '25/6/1911')).toBeNull();
    expect(unclear(date, 'soon')).toEqual({ reason: 'not_a_date' });
    expect(unclear(date, ' ')).toEqual({ reason: 'empty' });
  });
});
