import { expect, it } from 'vitest';
import { cardsOf } from '#lib/deck/cards.ts';
import { formatsFor, questionFor } from '#lib/questions/generate.ts';
import { hasOptions } from '#lib/questions/question.ts';
import { indexQuestions } from '#lib/questions/question-index.ts';
import { loadFixturePack } from '../../tests/fixtures/load-fixture-pack.ts';
import { reviewSheet } from './review-sheet.ts';

it('has every card once, with its key marked and every rival explained', async () => {
  const index = indexQuestions(await loadFixturePack());
  const cards = cardsOf(index).map((card) => ({
    cardId: card.id,
    questions: formatsFor(index, card).flatMap(
      (format) => questionFor(index, card, format, 7) ?? [],
    ),
  }));
  const sheet = reviewSheet(index.pack, 7, cards);
  for (const { cardId } of cards) expect(sheet.split(`☐ ${cardId}<`)).toHaveLength(2);

  const questions = cards.flatMap((card) => card.questions);
  const chosen = questions.filter(hasOptions);
  const keys = chosen.length + questions.filter((question) => !hasOptions(question)).length;
  expect(sheet.split('class="key"')).toHaveLength(keys + 1);
  const rivals = chosen.reduce((sum, { options }) => sum + options.length - 1, 0);
  const explained = sheet.split('<span class="why">').length - 1;
  expect(explained).toBe(rivals);
});

it('shows the text of a pack as text', async () => {
  const pack = await loadFixturePack();
  const sheet = reviewSheet({ ...pack, title: '<script>alert(1)</script>' }, 1, []);
  expect(sheet).not.toContain('<script>');
});
