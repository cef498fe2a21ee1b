/** A small log that can be worked by hand, for tests: two weeks of two cards, and a mature one. */
import { cardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent, Payloads } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import { addReview, emptyTally, type LogTally } from './log-tally.ts';
import { createHistoryReader } from './review-history.ts';

const DAY_MS = 86_400_000;
export const cardA = cardId('pack', 'a', 'when');
export const cardB = cardId('pack', 'b', 'actor.chair');

const option = (
  text: string,
  right: boolean,
  index: number,
): Partial<Payloads['cardReviewed']> => ({
  format: 'choice',
  answer: { format: 'choice', option: index, text },
  verdict: right ? 'right' : 'wrong',
});

/**
 * In UTC. Thursday, 1 January 2026, 09:00: A good, B again (took the Gull for the Heron), B good on the
 * same day (Heron), a crammed answer. 4 January: A good after 3 days. 29 January: A good after 25 days,
 * and B again (Gull) after 28; an answer that was taken back. 10 March: A again after 40 days: mature.
 */
export function handLog(): LogEvent[] {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const on = (days: number, hours: number) => {
    device.at = (Date.parse('2026-01-01T00:00:00Z') + days * DAY_MS + hours * 3_600_000) as Instant;
  };
  const review = (
    id: typeof cardA,
    grade: Payloads['cardReviewed']['grade'],
    more: Partial<Payloads['cardReviewed']> = {},
  ) =>
    device.record('cardReviewed', {
      ...answered(id, grade !== 'again'),
      grade,
      modelId: 'fsrs-6/default',
      tookMs: 30_000,
      ...more,
    });
  const log: LogEvent[] = [
    review(cardA, 'good'),
    review(cardB, 'again', option('Gull', false, 1)),
    review(cardB, 'good', option('Heron', true, 0)),
    device.record('cardCrammed', { ...answered(cardA, true), tookMs: 60_000 }),
  ];
  on(3, 9);
  log.push(review(cardA, 'good'));
  on(28, 20);
  log.push(review(cardA, 'good'), review(cardB, 'again', option('Gull', false, 2)));
  const slip = review(cardB, 'again');
  log.push(slip, device.record('eventRevoked', { target: slip.id }));
  on(68, 9);
  log.push(review(cardA, 'again'));
  return log;
}

export function tallyOf(log: readonly LogEvent[]): LogTally {
  const tally = emptyTally();
  const reader = createHistoryReader(foldLog(log).revoked);
  for (const review of reader.read(log)) addReview(tally, review);
  return tally;
}
