import { expect, it } from 'vitest';
import { cardId } from '#lib/base/ids.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { explainCard } from './explain.ts';
import { questionFor } from './generate.ts';
import { indexQuestions } from './question-index.ts';

it('tells of every option drawn that it was taken, and of every other candidate why not', async () => {
  const index = indexQuestions(await loadFixturePack());
  const card = {
    id: cardId(index.pack.id, 'norrland-voices-concern', 'speaker'),
    itemId: 'norrland-voices-concern',
    facet: 'speaker',
  };
  const { candidates } = explainCard(index, card, 1);
  const question = questionFor(index, card, 'choice', 1);
  const rivals = question?.format === 'choice' ? question.options.length - 1 : 0;
  expect(candidates.filter(({ taken }) => taken)).toHaveLength(rivals);
  for (const { taken, because } of candidates)
    if (!taken) expect(because).toMatch(/^(dropped|sound, not drawn)/);
});
