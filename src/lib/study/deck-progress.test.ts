import { cardId } from '#lib/base/ids.ts';
import { addDays, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { expect, it } from 'vitest';
import { deckProgress } from './deck-progress.ts';
import { createDevice } from './device-builder.ts';
import { foldLog } from './fold.ts';

const cards = ['a', 'b', 'c', 'd'].map((item) => ({
  id: cardId('pack', item, 'when'),
})) as unknown as readonly [Card, Card, Card, Card];

it('tells due cards, new ones and the recall to be expected', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const [a, b, c] = cards;
  const state = foldLog([
    device.review(a.id, 'easy'),
    device.review(b.id, 'again'),
    device.record('cardSuspended', { cardId: c.id }),
  ]);
  const on = (days: number) => ({
    at: (device.at + days * 86_400_000) as Instant,
    day: addDays('2026-01-01' as StudyDay, days),
  });
  // Two of four cards were answered today, and nothing of today is forgotten yet.
  expect(deckProgress(cards, state, on(0))).toEqual({ due: 0, fresh: 1, mastery: 0.5 });
  const soon = { ...on(0), at: (device.at + 10 * 60_000) as Instant };
  expect(deckProgress(cards, state, soon)).toMatchObject({ due: 1, fresh: 1 });
  const later = deckProgress(cards, state, on(30));
  expect(later).toMatchObject({ due: 2, fresh: 1 });
  expect(later.mastery).toBeGreaterThan(0.25);
  expect(later.mastery).toBeLessThan(0.45);
  expect(deckProgress([], state, on(0))).toEqual({ due: 0, fresh: 0, mastery: 0 });
});
