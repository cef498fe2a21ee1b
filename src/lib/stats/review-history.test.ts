import { cardId, type CardId } from '#lib/base/ids.ts';
import type { Instant } from '#lib/base/time.ts';
import { grades } from '#lib/study/card-state.ts';
import { answered, createDevice, type Device } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import { DEFAULT_WEIGHTS } from '#lib/study/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistoryReader } from './review-history.ts';
import { scoreOf, stageOf } from './past-review.ts';

const DAY = 86_400_000;
const cards = ['a', 'b', 'c'].map((name) => cardId('pack', name, 'when'));
const [cardA, cardB] = cards as [CardId, CardId, CardId];
const otherModel = { name: 'fsrs-6', weights: [0.3, ...DEFAULT_WEIGHTS.slice(1)] } as const;

const later = (device: Device, days: number) => {
  device.at = (device.at + days * DAY) as Instant;
};

const readAll = (log: readonly LogEvent[]) => createHistoryReader(foldLog(log).revoked).read(log);

describe('reviews with what was known before them', () => {
  it('H2 predicts from the past alone', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const log = [device.review(cardA, 'good')];
    later(device, 3);
    log.push(device.review(cardA, 'good'));
    later(device, 25);
    log.push(device.review(cardA, 'again'));
    const [first, second, third] = readAll(log);
    // From the formulas of FSRS-6, computed elsewhere.
    expect(first?.before).toBeNull();
    expect(second?.before?.memory.stability).toBeCloseTo(2.3065, 4);
    expect(second?.before?.recall).toBeCloseTo(0.88095, 4);
    expect(third?.before).toMatchObject({ elapsedDays: 25 });
    expect(third?.before?.memory.stability).toBeCloseTo(13.8269, 3);
    expect(third?.before?.recall).toBeCloseTo(0.85449, 4);
  });

  it('H1 leaves out what is revoked and what was crammed', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const wrong = device.review(cardA, 'again');
    const log = [
      wrong,
      device.record('eventRevoked', { target: wrong.id }),
      device.record('cardCrammed', answered(cardA, true)),
      device.review(cardA, 'good'),
    ];
    const reviews = readAll(log);
    expect(reviews.map(({ event }) => event.grade)).toEqual(['good']);
    expect(reviews[0]?.before).toBeNull();
  });

  it('H3 reads the day off the event and the hour off the clock on the wall', () => {
    const device = createDevice('phone', '2026-07-01T22:59:00Z', 'Asia/Kolkata');
    const [before] = readAll([device.review(cardA, 'good')]);
    // 04:29 on the 2nd.
    expect([before?.event.day, before?.hour]).toEqual(['2026-07-02', 4]);
    device.zone = 'America/New_York';
    expect(readAll([device.review(cardA, 'good')])[0]?.hour).toBe(18);
    // A zone that only a newer device knows: the time is told in UTC.
    device.zone = 'UTC';
    const elsewhere = { ...device.review(cardA, 'good'), zone: 'Moon/Tranquillity' };
    expect(readAll([elsewhere])[0]?.hour).toBe(22);
  });

  it('H4 H5 scores the first review of a study day, by the age of the memory', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const log = [device.review(cardA, 'good'), device.review(cardA, 'good')];
    later(device, 10);
    log.push(device.review(cardA, 'good'), device.review(cardA, 'again'));
    later(device, 20);
    log.push(device.review(cardA, 'easy'));
    later(device, 100);
    log.push(device.review(cardA, 'again'));
    const reviews = readAll(log);
    expect(reviews.map(stageOf)).toEqual([
      'first',
      'same-day',
      'young',
      'same-day',
      'young',
      'mature',
    ]);
    expect(reviews.map((review) => scoreOf(review)?.recalled)).toEqual([
      undefined,
      undefined,
      true,
      undefined,
      true,
      false,
    ]);
  });

  it('begins anew with a card that was begun anew', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const log: LogEvent[] = [device.review(cardA, 'good')];
    later(device, 5);
    log.push(device.record('cardForgotten', { cardId: cardA }), device.review(cardA, 'good'));
    expect(readAll(log).map(stageOf)).toEqual(['first', 'first']);
  });
});

type Act = (device: Device, log: readonly LogEvent[]) => LogEvent;

const arbCard = fc.constantFrom(...cards);
const arbAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(arbCard, fc.constantFrom(...grades), fc.nat(40))
      .map(([card, grade, days]): Act => (device) => {
        later(device, days);
        return device.review(card, grade);
      }),
  },
  arbCard.map(
    (card): Act =>
      (device) =>
        device.record('cardForgotten', { cardId: card }),
  ),
  fc.nat().map(
    (n): Act =>
      (device, log) =>
        device.record('eventRevoked', {
          target: log[n % Math.max(log.length, 1)]?.id ?? ('x' as never),
        }),
  ),
  fc.boolean().map(
    (other): Act =>
      (device) =>
        device.record('learningSettingsChanged', {
          changes: other
            ? { model: otherModel }
            : { model: { name: 'fsrs-6', weights: DEFAULT_WEIGHTS } },
          reschedule: false,
        }),
  ),
);

const arbLog = fc.array(arbAct, { minLength: 1, maxLength: 40 }).map((acts) => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const log: LogEvent[] = [];
  for (const act of acts) log.push(act(device, log));
  return log;
});

describe('against the fold', () => {
  it('H2 remembers what the fold remembers, whatever was undone or set', () => {
    fc.assert(
      fc.property(arbLog, (log) => {
        const state = foldLog(log);
        const reader = createHistoryReader(state.revoked);
        reader.read(log);
        for (const id of cards) {
          const schedule = state.cards.get(id)?.schedule;
          const memory =
            schedule === undefined || schedule.phase === 'new' ? null : schedule.memory;
          const ours = reader.state.cards.get(id);
          expect(ours === undefined).toBe(memory === null);
          expect(ours?.stability).toBe(memory?.stability);
          expect(ours?.difficulty).toBe(memory?.difficulty);
        }
        const counted = [...state.days.values()].reduce((sum, { reviews }) => sum + reviews, 0);
        expect(readAll(log)).toHaveLength(counted);
      }),
    );
  });

  it('reads a log in pieces as in one', () => {
    fc.assert(
      fc.property(arbLog, fc.nat(40), (log, cut) => {
        const { revoked } = foldLog(log);
        const reader = createHistoryReader(revoked);
        const pieces = [...reader.read(log.slice(0, cut)), ...reader.read(log.slice(cut))];
        expect(pieces).toEqual(createHistoryReader(revoked).read(log));
      }),
    );
  });
});

it('knows both cards apart', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const reviews = readAll([device.review(cardA, 'good'), device.review(cardB, 'good')]);
  expect(reviews.map(stageOf)).toEqual(['first', 'first']);
});
