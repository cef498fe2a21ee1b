import { cardId, parseCardId, type CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { addDays, studyDayAt, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import { sampleCard } from '#lib/deck/card-builder.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDevice, type Device } from './device-builder.ts';
import type { LogEvent } from './events.ts';
import { foldLog } from './fold.ts';
import { countsFor, minutesFor } from './counts.ts';
import { buildQueue } from './queue.ts';
import { select, type QueueInput } from './selection.ts';
import { itemOf, keepApart } from './siblings.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = '2026-01-01T09:00:00Z';

const ten = Array.from({ length: 10 }, (_, n) => sampleCard(`fact-${n}`));
const id = (n: number) => ten[n]?.id ?? ('none' as CardId);

function input(log: readonly LogEvent[], device: Device, cards: readonly Card[] = ten): QueueInput {
  const now = { at: device.at, day: studyDayAt(device.at, device.zone) };
  return { cards, state: foldLog(log), now, random: seeded('queue') };
}

const later = (device: Device, ms: number) => {
  device.at = (device.at + ms) as Instant;
};

/** A card that left its steps on the first day. */
const learn = (device: Device, which: CardId) => [
  device.review(which, 'good'),
  device.review(which, 'good'),
];

describe('Q1', () => {
  it('asks steps whose minute has come, then due cards, then new ones', () => {
    const device = createDevice('phone', START);
    const log: LogEvent[] = [...learn(device, id(5)), ...learn(device, id(4))];
    later(device, 30 * DAY);
    log.push(device.review(id(6), 'again'));
    later(device, MINUTE);
    log.push(device.review(id(7), 'again'));
    const queue = buildQueue(input(log, device));
    expect(queue[0]).toBe(id(6));
    expect(new Set(queue.slice(1, 3))).toEqual(new Set([id(4), id(5)]));
    expect(queue.slice(3)).toEqual([id(0), id(1), id(2), id(3), id(8), id(9)]);
    expect(countsFor(input(log, device))).toMatchObject({ due: 3, fresh: 6, laterToday: 1 });
  });

  it('asks exactly the cards that are due on a study day', () => {
    const device = createDevice('phone', START);
    const log = [...learn(device, id(0)), device.review(id(1), 'easy')];
    const { state } = input(log, device);
    for (let day = 0; day < 15; day++) {
      const today = addDays('2026-01-01' as StudyDay, day);
      const dueCards = [id(0), id(1)].filter((which) => {
        const schedule = state.cards.get(which)?.schedule;
        return schedule?.phase === 'review' && schedule.dueDay <= today;
      });
      const asked = buildQueue({ ...input(log, device), limits: { newPerDay: 0 } });
      expect(new Set(asked)).toEqual(new Set(dueCards));
      later(device, DAY);
    }
  });

  it('Q8 while catching up asks so many, says how many wait, and nothing new until none does', () => {
    const device = createDevice('phone', START);
    const changes = { catchUpPerDay: 2, newPerDay: 4, learningSteps: [] };
    const settings = device.record('learningSettingsChanged', { changes, reschedule: false });
    const log: LogEvent[] = [settings, ...[0, 1, 2].map((n) => device.review(id(n), 'good'))];
    later(device, 30 * DAY);
    const ofToday = () => {
      const { due, fresh, waiting } = select(input(log, device), (cards) => cards);
      return { due: due.length, fresh: fresh.length, waiting };
    };
    expect(ofToday()).toEqual({ due: 2, fresh: 0, waiting: 1 });
    log.push(device.review(id(0), 'good'), device.review(id(1), 'good'));
    expect(ofToday()).toEqual({ due: 0, fresh: 0, waiting: 1 });
    expect(buildQueue({ ...input(log, device), limits: { reviewsPerDay: 9 } })).toContain(id(2));
    later(device, DAY);
    expect(ofToday()).toEqual({ due: 1, fresh: 4, waiting: 0 });
  });

  it('brings no more new cards than the day has room for', () => {
    const device = createDevice('phone', START);
    const changes = { newPerDay: 3, learningSteps: [1] };
    const settings = device.record('learningSettingsChanged', { changes, reschedule: false });
    const log: LogEvent[] = [settings];
    expect(buildQueue(input(log, device))).toEqual([id(0), id(1), id(2)]);
    log.push(device.review(id(0), 'good'));
    expect(buildQueue(input(log, device))).toEqual([id(1), id(2)]);
    expect(buildQueue({ ...input(log, device), limits: { newPerDay: 5 } })).toHaveLength(4);
    later(device, DAY);
    expect(buildQueue({ ...input(log, device), cards: ten.slice(1) })).toHaveLength(3);
  });

  it('asks no more due cards than the day has room for, those of today counted', () => {
    const device = createDevice('phone', START);
    const log: LogEvent[] = [0, 1, 2, 3].flatMap((n) => learn(device, id(n)));
    later(device, 60 * DAY);
    const limits = { newPerDay: 0, reviewsPerDay: 3 };
    expect(buildQueue({ ...input(log, device), limits })).toHaveLength(3);
    log.push(device.review(id(0), 'good'));
    expect(buildQueue({ ...input(log, device), limits })).toHaveLength(2);
  });

  it('asks at once for a step that is left from another day, even if the clock went back', () => {
    const device = createDevice('phone', START);
    const log = [device.review(id(0), 'good')];
    expect(buildQueue(input(log, device))).not.toContain(id(0));
    later(device, -DAY);
    expect(buildQueue(input(log, device))[0]).toBe(id(0));
  });
});

describe('Q2', () => {
  const overdue = () => {
    const device = createDevice('phone', START);
    const log: LogEvent[] = learn(device, id(0));
    log.push(device.review(id(1), 'easy'));
    later(device, 20 * DAY);
    log.push(...learn(device, id(2)));
    later(device, 10 * DAY);
    return { device, log };
  };
  const queueBy = (order: 'retrievability' | 'due-day' | 'shuffled') => {
    const { device, log } = overdue();
    const changes = { order };
    log.push(device.record('learningSettingsChanged', { changes, reschedule: false }));
    return buildQueue({ ...input(log, device), limits: { newPerDay: 0 } });
  };

  it('orders due cards by what is about to be forgotten', () => {
    // After 30 days with 2.3 days of stability, after 10 with 2.3, after 30 with 8.3.
    expect(queueBy('retrievability')).toEqual([id(0), id(2), id(1)]);
  });

  it('or by the day on which they fell due', () => {
    expect(queueBy('due-day')).toEqual([id(0), id(1), id(2)]);
  });

  it('or shuffled, the same for the same chance', () => {
    expect(queueBy('shuffled')).toEqual(queueBy('shuffled'));
    expect(new Set(queueBy('shuffled'))).toEqual(new Set([id(0), id(1), id(2)]));
  });
});

it('Q3 brings new cards in teaching order', () => {
  const device = createDevice('phone', START);
  const reversed = ten.toReversed();
  expect(buildQueue(input([], device, reversed))).toEqual(reversed.map((c) => c.id));
});

describe('Q4', () => {
  const arbIds = fc
    .array(fc.tuple(fc.nat(4), fc.nat(9)), { maxLength: 14 })
    .map((pairs) => [
      ...new Set(pairs.map(([item, facet]) => cardId('pack', `item-${item}`, `f${facet}`))),
    ]);
  const neighbours = (ids: readonly CardId[]) =>
    ids.filter((which, i) => i > 0 && itemOf(which) === itemOf(ids[i - 1] as CardId)).length;

  it('keeps cards of one item apart whenever that can be done', () => {
    fc.assert(
      fc.property(arbIds, (ids) => {
        const apart = keepApart(ids);
        const counts = new Map<string, number>();
        for (const which of ids) counts.set(itemOf(which), (counts.get(itemOf(which)) ?? 0) + 1);
        const most = Math.max(0, ...counts.values());
        // The commonest item needs another card between each two of its own.
        const unavoidable = Math.max(0, 2 * most - 1 - ids.length);
        expect(apart.toSorted()).toEqual(ids.toSorted());
        expect(neighbours(apart)).toBe(unavoidable);
      }),
    );
  });

  it('leaves alone what needs no change', () => {
    const ids = ten.map((c) => c.id);
    expect(keepApart(ids)).toEqual(ids);
  });
});

describe('Q5', () => {
  it('lets a new card wait for another day than its siblings', () => {
    const device = createDevice('phone', START);
    const cards = [
      sampleCard('a'),
      sampleCard('a', 'where'),
      sampleCard('a', 'who'),
      sampleCard('b'),
    ];
    const asked = buildQueue(input([], device, cards)).map((c) => parseCardId(c)?.itemId);
    expect(asked).toEqual(['a', 'b']);
    const log: LogEvent[] = learn(device, cardId('pack', 'a', 'when'));
    expect(buildQueue(input(log, device, cards))).toEqual([cardId('pack', 'b', 'when')]);
    later(device, DAY);
    expect(buildQueue(input(log, device, cards))[0]).toBe(cardId('pack', 'a', 'where'));
  });
});

describe('Q6', () => {
  it('never asks a suspended card, and a buried one not before its day', () => {
    const device = createDevice('phone', START);
    const until = '2026-01-03' as StudyDay;
    const log: LogEvent[] = [
      device.record('cardSuspended', { cardId: id(0) }),
      device.record('cardBuried', { cardId: id(1), until }),
    ];
    expect(buildQueue(input(log, device)).slice(0, 1)).toEqual([id(2)]);
    later(device, 2 * DAY);
    expect(buildQueue(input(log, device)).slice(0, 2)).toEqual([id(1), id(2)]);
    log.push(device.record('cardResumed', { cardId: id(0) }));
    expect(buildQueue(input(log, device))[0]).toBe(id(0));
  });
});

it('F5 asks what was taken home from a class quiz, beyond the limit for new cards', () => {
  const device = createDevice('phone', START);
  const log = [device.record('quizTakenHome', { quizId: 'q', cardIds: [id(9)] })];
  expect(buildQueue({ ...input(log, device), limits: { newPerDay: 0 } })).toEqual([id(9)]);
});

it('estimates minutes by the median answer and eight seconds of reading', () => {
  expect(minutesFor(10, [])).toBe(3);
  expect(minutesFor(10, [4000, 4000, 600_000])).toBe(2);
  expect(minutesFor(0, [4000])).toBe(0);
});

describe('Q7', () => {
  it('asks a card whose fact was corrected since, once, and lets its history stand', () => {
    const device = createDevice('phone', START);
    const log: LogEvent[] = [device.review(id(0), 'easy'), device.review(id(1), 'easy')];
    later(device, DAY);
    const limits = { newPerDay: 0 };
    const corrected = ten.map((one, n) => (n === 0 ? { ...one, rev: 2 } : one));
    expect(buildQueue({ ...input(log, device, ten), limits })).toEqual([]);
    expect(buildQueue({ ...input(log, device, corrected), limits })).toEqual([id(0)]);
    const again = device.review(id(0), 'good');
    log.push({ ...again, factRev: 2 });
    expect(buildQueue({ ...input(log, device, corrected), limits })).toEqual([]);
    expect(input(log, device).state.cards.get(id(0))?.schedule.reps).toBe(2);
  });
});
