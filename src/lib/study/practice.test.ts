import { cardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { studyDayAt, type Instant } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { expect, it } from 'vitest';
import { createDevice } from './device-builder.ts';
import type { EventId, LogEvent } from './events.ts';
import { foldLog } from './fold.ts';
import { buildPractice, practisedAgainAt } from './practice.ts';
import { startSession, stepSession } from './session.ts';

const DAY = 86_400_000;
const cards = ['a', 'b', 'c', 'd', 'e'].map(
  (item) => ({ id: cardId('pack', item, 'when'), itemId: item, rev: 1 }) as Card,
);
const id = (n: number) => cards[n]?.id ?? cardId('pack', 'none', 'when');
const [a, b, c, d, e] = [id(0), id(1), id(2), id(3), id(4)];

/** a: due tomorrow or so · b: due in eight days or so · c: suspended · d: due today · e: new */
function studied() {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const log: LogEvent[] = [device.review(d, 'good'), device.review(d, 'good')];
  device.at = (device.at + 6 * DAY) as Instant;
  log.push(
    device.review(b, 'easy'),
    device.review(a, 'good'),
    device.review(a, 'good'),
    device.review(c, 'easy'),
    device.record('cardSuspended', { cardId: c }),
  );
  const now = { at: device.at, day: studyDayAt(device.at, 'UTC') };
  return { cards, state: foldLog(log), now, random: seeded('practice') };
}

it('P1 goes ahead with what falls due next, and with nothing that is due or new', () => {
  expect(buildPractice(studied(), 'ahead')).toEqual([a, b]);
});

it('P1 crams all that is not set aside, the weakest first and the new last', () => {
  // d waits for a week; a and b were answered today, equally fresh; e is new.
  expect(buildPractice(studied(), 'cram')).toEqual([d, a, b, e]);
});

it('P2 asks again within the session what was not known', () => {
  const now = Date.parse('2026-01-07T09:00:00Z') as Instant;
  const queue = buildPractice(studied(), 'ahead');
  let session = startSession({
    day: studied().now.day,
    size: 'all',
    practice: 'ahead',
    seed: 1,
    queue,
    now,
  });
  expect(session.practice).toBe('ahead');
  const asked: unknown[] = [];
  for (const grade of ['again', 'good', 'good'] as const) {
    if (session.stage === 'finished') throw new Error('too early');
    asked.push(session.current.cardId);
    session = stepSession(session, {
      type: 'answer',
      eventId: 'e' as EventId,
      grade,
      tookMs: 1,
      schedule: practisedAgainAt(grade, now),
    });
    session = stepSession(session, { type: 'continue', now });
  }
  expect(asked).toEqual([a, b, a]);
  expect(session.stage).toBe('finished');
});
