import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Pack } from '#lib/content/schema.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { loadPackFolder, packFolders } from '../../cli/read-pack.ts';
import { boundsOf } from './amounts.ts';
import { choiceQuestion } from './formats/choice.ts';
import { entangled } from './entanglement.ts';
import { foldTight } from './fold.ts';
import { formats } from './formats.ts';
import { formatsFor, questionFor } from './generate.ts';
import { grade, unclear } from './grade.ts';
import { stemFlaw } from './item-rules.ts';
import { lintQuestion } from './lint/lint.ts';
import { hasOptions, type Question, type WrittenQuestion } from './question.ts';
import { indexQuestions, type Asked, type Facet, type QuestionIndex } from './question-index.ts';
import { assessRivals, pickRivals } from './rivals.ts';

interface Case {
  readonly index: QuestionIndex;
  readonly cards: readonly Asked[];
}

const cases: Case[] = [];
let packs: readonly Pack[] = [];

beforeAll(async () => {
  packs = await Promise.all([loadFixturePack(), ...(await packFolders()).map(loadPackFolder)]);
  for (const pack of packs) {
    const index = indexQuestions(pack);
    cases.push({ index, cards: askedOf(index) });
  }
});

function askedOf(index: QuestionIndex): Asked[] {
  const facts = [...index.facets.values()]
    .filter(({ fact, slot }) => fact.ask !== 'none' && fact.ask.includes(slot.name))
    .map(({ cardId, fact, slot }) => ({ id: cardId, itemId: fact.id, facet: slot.name }));
  const comparisons = index.pack.comparisons.flatMap(({ id, ask }) =>
    ask.map((facet) => ({
      id: `${index.pack.id}/${id}#${facet}` as Asked['id'],
      itemId: id,
      facet,
    })),
  );
  return [...facts, ...comparisons];
}

/** Every question of every pack, in each format, for a seed. */
function everyQuestion(seed: number): { index: QuestionIndex; question: Question }[] {
  return cases.flatMap(({ index, cards }) =>
    cards.flatMap((card) =>
      formats.flatMap((format) => {
        const question = questionFor(index, card, format, seed);
        return question === null ? [] : [{ index, question }];
      }),
    ),
  );
}

/** Every facet with the rivals that a seed draws for it. */
function everyDraw(seed: number) {
  return cases.flatMap(({ index }) =>
    [...index.facets.values()].flatMap((facet) => {
      const picked = pickRivals(index, facet, assessRivals(index, facet), seed);
      return picked === null ? [] : [{ index, facet, picked }];
    }),
  );
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const few = { numRuns: 8 };

describe('every question of every pack', () => {
  it('Q1 is the same for the same seed, from an index made anew', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { index, cards } of cases) {
          const again = indexQuestions(index.pack);
          for (const card of cards)
            expect(questionFor(again, card, 'choice', seed)).toEqual(
              questionFor(index, card, 'choice', seed),
            );
        }
      }),
      { numRuns: 3 },
    );
  });

  it('Q2 exists in every format that is offered, whatever the seed; recall always', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { index, cards } of cases)
          for (const card of cards) {
            const offered = formatsFor(index, card);
            expect(offered, card.id).toContain('recall');
            for (const format of offered)
              expect(questionFor(index, card, format, seed), `${card.id} ${format}`).not.toBeNull();
          }
      }),
      few,
    );
  });

  it('Q3 cites what supports the value asked', () => {
    for (const { index, question } of everyQuestion(1)) {
      expect(question.citations.length).toBeGreaterThan(0);
      const [itemId = '', facet = ''] = question.cardId.split('/')[1]?.split('#') ?? [];
      const asked = index.facets.get(`${itemId}#${facet}`);
      if (asked === undefined) continue;
      const cited = asked.slot.cites.flatMap((key) => asked.fact.cites[key] ?? []);
      const given = question.citations.map(({ source, paragraph }) => `${source.id} ${paragraph}`);
      const own = cited.map(({ source, paragraph }) => `${source} ${paragraph}`);
      if (question.format === 'match' || question.format === 'order') {
        // The other pairs or events stand beside it; a report that the stem names is the only one cited.
        expect(own).toContain(given[0]);
        continue;
      }
      // The value's own come first, then where the words of the stem stand, in the same reports.
      expect(given.slice(0, own.length)).toEqual(own);
      const reports = new Set(cited.map(({ source }) => source));
      for (const { source } of question.citations) expect(reports).toContain(source.id);
    }
  });

  it('Q4 Q10 Q11 Q12 Q14 passes the linter', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { index, question } of everyQuestion(seed))
          expect(lintQuestion(index, question), `${question.cardId} ${question.format}`).toEqual(
            [],
          );
      }),
      few,
    );
  });

  it('Q4 has its key among the options', () => {
    for (const { question } of everyQuestion(2)) {
      if (!hasOptions(question)) continue;
      const key = question.options[question.key]?.text ?? '';
      expect(key).not.toBe('');
      // The shown answer may say `about` besides.
      expect(
        question.answer.startsWith(key) || question.answer.includes(key.split(' ')[0] ?? ''),
      ).toBe(true);
    }
  });
});

describe('rivals', () => {
  it('Q5 are apart from the key and from each other', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { index, facet, picked } of everyDraw(seed)) {
          const keys = idsOf(facet.slot.value);
          if (keys.length !== 1) continue;
          const all = [...keys, ...picked.flatMap(({ value }) => idsOf(value))];
          all.forEach((a, i) => {
            for (const b of all.slice(i + 1))
              expect(entangled(index.ties, a, b), `${facet.cardId}: ${a} and ${b}`).toBeNull();
          });
        }
      }),
      few,
    );
  });

  it('Q6 Q13 keep away from every right value', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { facet, picked } of everyDraw(seed)) {
          if (facet.slot.value.type !== 'amount') continue;
          for (const right of [facet.slot.value.amount.number, ...comparedNumbers(facet)])
            for (const { value, belongsTo } of picked) {
              if (value.type !== 'amount') continue;
              const [low, high] = boundsOf({ number: right });
              const [from, to] = boundsOf(value.amount);
              const away = belongsTo.startsWith('An invented') ? 2 : 1.2;
              expect(to < low / away + 1e-9 || from > high * away - 1e-9, facet.cardId).toBe(true);
            }
        }
      }),
      few,
    );
  });

  it('Q13 an invented date is no date of the pack', () => {
    for (let seed = 0; seed < 20; seed++)
      for (const { index, picked } of everyDraw(seed))
        for (const { value, belongsTo } of picked)
          if (
            value.type === 'date' &&
            belongsTo.startsWith('No event') &&
            !value.date.includes('/')
          )
            expect(index.realDates).not.toContain(value.date);
  });

  it('Q29 of a list replace one and the same member', () => {
    let lists = 0;
    for (let seed = 0; seed < 20; seed++)
      for (const { facet, picked } of everyDraw(seed)) {
        const key = idsOf(facet.slot.value);
        if (key.length < 2) continue;
        lists++;
        const replaced = picked.flatMap(({ value }) =>
          idsOf(value).flatMap((id, at) => (id === key[at] ? [] : [at])),
        );
        expect(replaced, facet.cardId).toEqual(picked.map(() => replaced[0]));
      }
    expect(lists).toBeGreaterThan(0);
  });

  it('Q30 are no contraries of what was done', () => {
    const { index } = cases.at(-1) as Case;
    const facet = index.facets.get('turkey-condemns#acts') as Facet;
    const support = assessRivals(index, facet).filter(({ text }) => text === 'With support');
    expect(support.map(({ dropped }) => dropped)).toContainEqual(expect.stringMatching('contrary'));
    expect(support.every(({ dropped }) => dropped !== null)).toBe(true);
  });

  it('Q16 of an open facet are known in that slot, and the stem names a report', () => {
    for (const { index } of cases)
      for (const facet of index.facets.values()) {
        if (facet.sort !== 'open') continue;
        const question = choiceQuestion(index, facet, 1);
        if (question === null) continue;
        expect(question.stem, facet.cardId).toMatch(/\breports?\b/);
        for (const { belongsTo } of question.options) expect(belongsTo).not.toBe('');
      }
  });
});

function idsOf(value: Facet['slot']['value']): readonly string[] {
  return value.type === 'entities' ? value.ids : [];
}

function comparedNumbers(facet: Facet): number[] {
  return facet.comparisons.flatMap(({ positions }) =>
    positions.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
  );
}

it('Q30 the key with an ’s is the key', () => {
  const { index } = cases.at(-1) as Case;
  const facet = index.facets.get('pashinyan-speaks-of-a-coup#speaker') as Facet;
  for (const name of ['Pashinyan', 'Pashinyan’s', "Pashinyan's"])
    expect(stemFlaw(index, facet, `Who spoke of ${name} resignation?`)).toBe('holds the key');
  expect(stemFlaw(index, facet, 'Who spoke of Pashinyanism?')).toBeNull();
});

it('Q7 the order of facts, entities and comparisons changes no question', () => {
  for (const [i, pack] of packs.entries()) {
    const turned = indexQuestions({
      ...pack,
      facts: [...pack.facts].reverse(),
      entities: [...pack.entities].reverse(),
      comparisons: [...pack.comparisons].reverse(),
    });
    const { index, cards } = cases[i] as Case;
    for (const card of cards)
      for (const format of formats)
        expect(questionFor(turned, card, format, 3)).toEqual(questionFor(index, card, format, 3));
  }
});

describe('Q8 grading', () => {
  const written = () =>
    everyQuestion(1).flatMap(({ index, question }) =>
      'accepted' in question ? [{ index, question }] : [],
    );
  const verdictOn = (question: WrittenQuestion, text: string) =>
    grade(question, { format: question.format, text });

  it('takes every accepted spelling, in any case, and finds it clear', () => {
    for (const { question } of written())
      for (const text of question.accepted) {
        expect(verdictOn(question, text.toUpperCase()), `${question.cardId}: ${text}`).toBe(
          'right',
        );
        expect(unclear(question, text), text).toBeNull();
      }
  });

  it('takes no rival and no other name of the pack', () => {
    for (const { index, question } of written()) {
      const [itemId = '', slot = ''] = question.cardId.split('/')[1]?.split('#') ?? [];
      const facet = index.facets.get(`${itemId}#${slot}`);
      if (facet === undefined) continue;
      const accepted = new Set(question.accepted.map(foldTight));
      for (const { text, dropped } of assessRivals(index, facet)) {
        if (dropped !== null || accepted.has(foldTight(text))) continue;
        expect(verdictOn(question, text), `${question.cardId}: ${text}`).not.toMatch(/right|slip/);
      }
    }
  });

  it('grades a choice by the key and recall by the learner', () => {
    for (const { question } of everyQuestion(1)) {
      if (hasOptions(question))
        question.options.forEach(({ text }, option) => {
          const verdict = option === question.key ? 'right' : 'wrong';
          expect(grade(question, { format: question.format, option, text })).toBe(verdict);
        });
      if (question.format === 'recall')
        expect(grade(question, { format: 'recall', remembered: false })).toBe('wrong');
    }
  });

  it('throws for an answer of another format', () => {
    const [first] = written();
    if (first === undefined) throw new Error('The fixture has written questions');
    expect(() => grade(first.question, { format: 'recall', remembered: true })).toThrow(
      'recall answer',
    );
  });
});
