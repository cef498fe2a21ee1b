import { cardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { expect, it } from 'vitest';
import { runToEnd } from './slices.ts';
import { trainingLog } from './training-items.ts';

const DAY = 86_400_000;

it('G5 reads answers in the order of the log, without practice and what was taken back', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const card = cardId('pack', 'mayor', 'when');
  const other = cardId('pack', 'mayor', 'who');
  const log: LogEvent[] = [device.review(card, 'good'), device.review(other, 'hard')];
  device.at = (device.at + 3 * DAY) as Instant;
  const slip = device.review(card, 'again');
  log.push(slip, device.record('cardCrammed', answered(card, true)));
  log.push(device.record('eventRevoked', { target: slip.id }), device.review(card, 'easy'));
  device.at = (device.at + DAY) as Instant;
  log.push(device.record('cardForgotten', { cardId: other }), device.review(other, 'good'));
  const { histories, items } = runToEnd(trainingLog(log));
  expect(histories).toEqual([
    {
      cardId: card,
      reviews: [
        { grade: 'good', elapsedDays: 0 },
        { grade: 'easy', elapsedDays: 3 },
      ],
    },
    { cardId: other, reviews: [{ grade: 'hard', elapsedDays: 0 }] },
    { cardId: other, reviews: [{ grade: 'good', elapsedDays: 0 }] },
  ]);
  expect(items).toEqual([{ history: 0, review: 1 }]);
});
