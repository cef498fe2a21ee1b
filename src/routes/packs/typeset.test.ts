import { expect, test } from 'vitest';
import { cardsOf } from '#lib/deck/cards.ts';
import { questionFor } from '#lib/questions/generate.ts';
import { indexQuestions } from '#lib/questions/question-index.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { typeset } from './typeset.ts';

test('prose is set with typographic marks, what a document or a learner writes is not', async () => {
  const pack = await loadFixturePack();
  const [fact] = pack.facts;
  const [entity] = pack.entities;
  if (fact === undefined || entity === undefined) throw new Error('a pack with a fact and a name');
  const set = typeset({
    ...pack,
    entities: [{ ...entity, aliases: ["the town's council"] }],
    facts: [
      {
        ...fact,
        explain: `The town's "quiet strike" ended.`,
        cites: { c1: { source: 'a', paragraph: 1, anchors: ["town's"], voice: 'narration' } },
      } as unknown as typeof fact,
    ],
  });
  expect(set.facts[0]?.explain).toBe('The town’s “quiet strike” ended.');
  expect(JSON.stringify(set.facts[0]?.cites)).toContain("town's");
  expect(set.entities[0]?.aliases).toEqual(["the town's council"]);
});

test('a seed gives the same question as from the files', async () => {
  const pack = await loadFixturePack();
  const [files, built] = [indexQuestions(pack), indexQuestions(typeset(pack))];
  const ask = (index: typeof files) =>
    cardsOf(index).map((card) => {
      const question = questionFor(index, card, 'choice', 7);
      return [card.id, question?.stem, question?.answer];
    });
  expect(ask(built)).toEqual(ask(files));
  expect(ask(files).length).toBeGreaterThan(10);
});
