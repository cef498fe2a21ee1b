import { expect, test } from 'vitest';
import { loadPackFolder } from '../../cli/read-pack.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { cardId } from '#lib/base/ids.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { indexQuestions } from '#lib/questions/question-index.ts';
import { buildQuiz, plainSettings } from './quiz-builder.ts';
import { questionsOf } from './quiz-questions.ts';
import { classFormats, readQuiz, type QuizId } from './quiz.ts';
import { proposeItems, renewQuiz, swapItem } from './set-up.ts';

const pack = await loadFixturePack();
const real = await loadPackFolder('content/armenia-azerbaijan-2020-2022');
const realIndex = indexQuestions(real);
const realCards = cardsOf(realIndex);
const wishes = {
  cards: realCards,
  count: 20,
  formats: classFormats,
  withDeaths: false,
  settings: plainSettings,
};

test('the same seed gives the same quiz, another seed another', () => {
  expect(proposeItems(realIndex, wishes, 4)).toEqual(proposeItems(realIndex, wishes, 4));
  expect(proposeItems(realIndex, wishes, 5)).not.toEqual(proposeItems(realIndex, wishes, 4));
});

test('the order of the pack’s files changes nothing', () => {
  const turned = { ...wishes, cards: [...realCards].reverse() };
  expect(proposeItems(realIndex, turned, 4)).toEqual(proposeItems(realIndex, wishes, 4));
});

test('as many as wished for, no fact twice, every format used that can be', () => {
  const items = proposeItems(realIndex, wishes, 11);
  expect(items).toHaveLength(20);
  const facts = items.map(({ cardId }) => cardId.split('#')[0]);
  expect(new Set(facts).size).toBe(20);
  expect(new Set(items.map(({ format }) => format)).size).toBeGreaterThanOrEqual(6);
});

test('cards that count deaths are left out, and stay out where speed is scored', () => {
  const deaths = realCards.filter((card) => card.deaths);
  expect(deaths.length).toBeGreaterThan(0);
  const only = { ...wishes, cards: deaths };
  expect(proposeItems(realIndex, only, 1)).toEqual([]);
  expect(proposeItems(realIndex, { ...only, withDeaths: true }, 1)).not.toEqual([]);
  const speed = { ...plainSettings, scoring: 'speed', secondsPerQuestion: 20 } as const;
  expect(proposeItems(realIndex, { ...only, withDeaths: true, settings: speed }, 1)).toEqual([]);
});

test('order and match, which tell much, come once in ten questions; alone as often as wished for', () => {
  const uses = (items: readonly { format: string }[], of: string) =>
    items.filter(({ format }) => format === of).length;
  const mixed = proposeItems(realIndex, wishes, 6);
  expect([uses(mixed, 'order'), uses(mixed, 'match')].every((count) => count <= 2)).toBe(true);
  const alone = proposeItems(realIndex, { ...wishes, formats: ['match'] }, 6);
  expect(alone.length).toBeGreaterThan(5);
});

test('only the formats wished for', () => {
  const items = proposeItems(realIndex, { ...wishes, formats: ['match', 'date'] }, 3);
  expect(items.length).toBeGreaterThan(4);
  expect(items.every(({ format }) => format === 'match' || format === 'date')).toBe(true);
});

test('swapping goes through all cards that are left and never brings one back', () => {
  const items = proposeItems(realIndex, { ...wishes, count: 10 }, 2);
  const passed = new Set(items.map(({ cardId }) => cardId));
  let last = items;
  for (let i = 0; i < 30; i++) {
    const item = swapItem(realIndex, last, 0, wishes, 2, passed);
    if (item === null) throw new Error('thirty cards are left');
    expect(passed.has(item.cardId)).toBe(false);
    passed.add(item.cardId);
    last = last.map((one, at) => (at === 0 ? item : one));
    expect(new Set(last.map(({ cardId }) => cardId.split('#')[0])).size).toBe(10);
  }
  expect(swapItem(realIndex, items, 99, wishes, 2, passed)).toBeNull();
});

test('what is made can be read again, and asked', () => {
  const { quiz, questions } = buildQuiz(pack);
  expect(readQuiz(JSON.parse(JSON.stringify(quiz)))).toEqual({ ok: true, value: quiz });
  expect(questions.map(({ cardId }) => cardId)).toEqual(quiz.items.map(({ cardId }) => cardId));
  expect(questions.length).toBeGreaterThan(4);
});

test('another pack, another version, a card that is gone: said so', () => {
  const { quiz, index } = buildQuiz(pack);
  expect(questionsOf(quiz, realIndex)).toMatchObject({ error: { reason: 'other-pack' } });
  expect(questionsOf({ ...quiz, packVersion: '9.9.9' }, index)).toMatchObject({
    error: { reason: 'other-version', expected: '9.9.9', found: pack.version },
  });
  const [item] = quiz.items;
  const gone = { ...item!, cardId: cardId(quiz.packId, 'gone', 'who') };
  expect(questionsOf({ ...quiz, items: [gone] }, index)).toMatchObject({
    error: { reason: 'unknown-card', cardId: gone.cardId },
  });
});

test('a quiz of an older version is renewed with what is left of it', () => {
  const { quiz, index } = buildQuiz(pack);
  const [item] = quiz.items;
  const gone = { ...item!, cardId: cardId(quiz.packId, 'gone', 'who') };
  const old = { ...quiz, packVersion: '0.9.0', items: [gone, ...quiz.items] };
  const renewed = renewQuiz(index, old, 'renewed-1' as QuizId);
  expect(renewed).toMatchObject({ packVersion: pack.version, items: quiz.items, id: 'renewed-1' });
  expect(renewed && questionsOf(renewed, index).ok).toBe(true);
});
