/** What the stems of the pack at hand promise: reports and places by name, accounts shown, nobody made to listen. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '#lib/content/schema.ts';
import { loadPackFolder } from '../../cli/read-pack.ts';
import { formats } from './formats.ts';
import { questionFor } from './generate.ts';
import { askingWords } from './names.ts';
import { hasOptions, type Question } from './question.ts';
import { indexQuestions, type QuestionIndex } from './question-index.ts';
import { namesOfSources } from './source-names.ts';

let index: QuestionIndex;
const questions: Question[] = [];

beforeAll(async () => {
  const pack = await loadPackFolder('content/armenia-azerbaijan-2020-2022');
  index = indexQuestions(pack);
  for (const { id: itemId, ask } of [...pack.facts, ...pack.comparisons])
    for (const facet of ask === 'none' ? [] : ask)
      for (const format of formats) {
        const id = `${pack.id}/${itemId}#${facet}` as Question['cardId'];
        const question = questionFor(index, { id, itemId, facet }, format, 9);
        if (question !== null) questions.push(question);
      }
});

const source = (id: string, named: Partial<Source>): Source => ({
  id,
  file: `${id}.txt`,
  outlet: 'unnamed',
  published: { date: '2021-02-25', basis: 'resolved', because: 'An invented example.' },
  perspective: 'None.',
  shared_with: [],
  left_out: [],
  ...named,
});

describe('a report', () => {
  it('of no outlet and no agency is named as its pack calls it, without a date', () => {
    const names = namesOfSources([
      source('a', { called: 'the unnamed report on the strike' }),
      source('b', {}),
      source('c', { agency: 'Harbour Agency' }),
    ]);
    expect(names.get('a')?.report).toBe('the unnamed report on the strike');
    expect(names.get('a')?.undated).toBe('the unnamed report on the strike');
    expect(names.get('b')?.report).toBe('an unnamed report of February 2021');
    expect(names.get('c')?.report).toBe("Harbour Agency's report");
  });

  it('is named beside whoever counted', () => {
    const counted = questions.filter(({ factIds }) => factIds[0] === 'azerbaijani-soldiers-killed');
    expect(counted.length).toBeGreaterThan(2);
    for (const { format, stem } of counted.filter(({ format }) => format !== 'attribution'))
      expect(stem, format).toMatch(/^As given by Azerbaijan in the unnamed report on/);
  });
});

describe('a place', () => {
  it('is asked for by what it is, and offered among its like', () => {
    const city = index.entities.get('baku');
    if (city === undefined) throw new Error('The pack has lost Baku');
    expect(askingWords([city]).afterPreposition).toBe('which city');
    const places = new Map([...index.entities.values()].map((entity) => [entity.name, entity]));
    const asked = questions.filter(({ stem }) => /\bin which city\b/i.test(stem));
    expect(asked.length).toBeGreaterThan(5);
    for (const question of asked.filter(hasOptions))
      for (const { text } of question.options)
        expect(places.get(text)?.noun, question.stem).toBe('city');
  });
});

describe('accounts', () => {
  it('are shown where somebody has to say how they fit together', () => {
    const agree = questions.filter(
      ({ cardId, format }) => cardId.endsWith('#agree') && /^(choice|recall)$/.test(format),
    );
    expect(agree.length).toBeGreaterThan(20);
    for (const { stem } of agree)
      expect(stem).toMatch(/^(Two|Three) accounts of .+: \(1\) .+; \(2\) /);
  });
});

describe('what one account says', () => {
  it('is asked with the question that its comparison puts', () => {
    const asked = questions.filter(
      ({ cardId, format }) => cardId.endsWith('#which') && /^(choice|recall)$/.test(format),
    );
    expect(asked.length).toBeGreaterThan(5);
    for (const { stem } of asked) {
      expect(stem).toMatch(/^(According to|In) /);
      expect(stem).not.toMatch(/\bsays? about\b/);
    }
    const words = asked.find(({ cardId }) => cardId.includes('words-for-the-change-of-control'));
    expect(words?.stem).toMatch(/^In which words does .+ tell that land came under/);
  });
});

it('a stem that begins with its report has its date at the end, and of what was over then none', () => {
  const dated = questions.filter(({ stem }) => /\bas of\b/i.test(stem));
  expect(dated.length).toBeGreaterThan(10);
  for (const { stem } of dated)
    expect(stem).toMatch(/^As of [^,]+ \d{4}, (?!in |according )|as of \w+ \d{4}\?$/i);
});

it('nobody is said to have been told what a report only quotes', () => {
  expect(questions.length).toBeGreaterThan(500);
  for (const { stem } of questions) expect(stem).not.toMatch(/\b(tell|told) (?!that\b)/);
});

it('no stem has a date that no document gives', () => {
  for (const { stem, format } of questions) expect(stem, format).not.toContain('2022');
});
