import { cardId, type CardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades, NEW_RECORD } from './card-state.ts';
import type { ClockText } from './clock.ts';
import { byPlan } from './day-choice.ts';
import { answered, createDevice, type Device } from './device-builder.ts';
import type { DeviceId, EventId, LogEvent } from './events.ts';
import { appendToState, foldFrom, foldInSteps, foldLog, inOrder, type Checkpoint } from './fold.ts';
import { recordOf, type LearningState } from './learning-state.ts';
import { createScheduler } from './scheduler.ts';
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from './settings.ts';
import { finish } from './steps.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const cards = ['a', 'b', 'c', 'd'].map((name) => cardId('pack', name, 'when')) as [
  CardId,
  CardId,
  CardId,
  CardId,
];
const [cardA, cardB] = cards;
const otherModel = { name: 'fsrs-6', weights: [0.3, ...DEFAULT_WEIGHTS.slice(1)] } as const;

type Act = (device: Device, log: readonly LogEvent[]) => LogEvent;

const arbCard = fc.constantFrom(...cards);
const arbAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(arbCard, fc.constantFrom(...grades)).map(
      ([card, grade]): Act =>
        (device) =>
          device.review(card, grade),
    ),
  },
  arbCard.map(
    (card): Act =>
      (device) =>
        device.record('cardSuspended', { cardId: card }),
  ),
  arbCard.map(
    (card): Act =>
      (device) =>
        device.record('cardForgotten', { cardId: card }),
  ),
  fc.tuple(arbCard, fc.boolean()).map(
    ([card, flagged]): Act =>
      (device) =>
        device.record('cardFlagged', { cardId: card, flagged }),
  ),
  fc.tuple(fc.boolean(), fc.double({ min: 0.7, max: 0.99, noNaN: true })).map(
    ([reschedule, desiredRetention]): Act =>
      (device) =>
        device.record('learningSettingsChanged', { changes: { desiredRetention }, reschedule }),
  ),
  fc.boolean().map(
    (reschedule): Act =>
      (device) =>
        device.record('learningSettingsChanged', { changes: { model: otherModel }, reschedule }),
  ),
  {
    weight: 2,
    arbitrary: fc.nat().map((pick): Act => (device, log) => {
      const target = log[pick % Math.max(log.length, 1)]?.id ?? ('nothing' as EventId);
      return device.record('eventRevoked', { target });
    }),
  },
);

/** A log of two devices, one of whose clocks jumps; later gaps of minutes to weeks. */
const arbLog = fc
  .array(
    fc.tuple(arbAct, fc.boolean(), fc.constantFrom(0, 1, 10 * MINUTE, DAY, 20 * DAY, -3 * DAY)),
    { maxLength: 40 },
  )
  .map((acts) => {
    const phone = createDevice('phone', '2026-01-01T09:00:00Z');
    const laptop = createDevice('laptop', '2026-01-01T09:00:00Z', 'America/Los_Angeles');
    const log: LogEvent[] = [];
    for (const [act, isPhone, gap] of acts) {
      const device = isPhone ? phone : laptop;
      device.at = (device.at + gap) as Instant;
      log.push(act(device, log));
    }
    return log;
  });

describe('F1', () => {
  it('the state depends neither on the order of arrival nor on duplicates', () => {
    const arrival = arbLog.chain((log) =>
      fc.tuple(
        fc.constant(log),
        fc.shuffledSubarray([...log, ...log], { minLength: 2 * log.length }),
      ),
    );
    fc.assert(
      fc.property(arrival, ([log, arrived]) => {
        expect(foldLog(arrived)).toEqual(foldLog(log));
      }),
    );
  });
});

describe('F2', () => {
  it('a revoked event counts as if it had never been', () => {
    fc.assert(
      fc.property(arbLog, arbAct, (log, act) => {
        const device = createDevice('tablet', '2026-06-01T09:00:00Z');
        const extra = act(device, log);
        fc.pre(extra.type !== 'eventRevoked');
        const undo = device.record('eventRevoked', { target: extra.id });
        const { cards: kept, days, settings } = foldLog([...log, extra, undo]);
        const before = foldLog(log);
        expect({ kept, days, settings }).toEqual({
          kept: before.cards,
          days: before.days,
          settings: before.settings,
        });
      }),
    );
  });

  it('revoking a revocation restores the state that was before it, as deep as it goes', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const first = device.review(cardA, 'good');
    const second = device.review(cardA, 'again');
    const log: LogEvent[] = [first, second];
    const schedules = [recordOf(foldLog(log), cardA).schedule];
    let target = second.id;
    for (let depth = 0; depth < 4; depth++) {
      const undo = device.record('eventRevoked', { target });
      log.push(undo);
      target = undo.id;
      schedules.push(recordOf(foldLog(log), cardA).schedule);
    }
    const [done, undone] = schedules;
    expect(undone).toEqual(recordOf(foldLog([first]), cardA).schedule);
    expect(undone).not.toEqual(done);
    expect(schedules).toEqual([done, undone, done, undone, done]);
  });

  it('R4 undoing an answer gives back the due date that was before it', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const log = [device.review(cardA, 'easy')];
    const before = foldLog(log);
    device.at = (device.at + 3 * DAY) as Instant;
    const early = device.review(cardA, 'again');
    const after = foldLog([...log, early]);
    const undone = foldLog([...log, early, device.record('eventRevoked', { target: early.id })]);
    expect(recordOf(after, cardA).schedule.phase).toBe('relearning');
    expect(recordOf(undone, cardA)).toEqual(recordOf(before, cardA));
  });

  it('revocations in a circle revoke nothing', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const review = device.review(cardA, 'good');
    const one = device.record('eventRevoked', { target: 'phone-000003' as EventId });
    const two = device.record('eventRevoked', { target: one.id });
    expect(two.id).toBe('phone-000003');
    expect(foldLog([review, one, two]).revoked.size).toBe(0);
  });
});

describe('F3', () => {
  it('appending gives what folding gives, or asks for folding', () => {
    fc.assert(
      fc.property(arbLog, (log) => {
        let state: LearningState = foldLog([]);
        log.forEach((event, i) => {
          const folded = foldLog(log.slice(0, i + 1));
          const appended = appendToState(state, event);
          if (appended !== null) expect(appended).toEqual(folded);
          state = folded;
        });
        expect(state).toEqual(foldLog(log));
      }),
      { numRuns: 50 },
    );
  });

  it('appends an answer without folding and leaves the state before as it was', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const before = foldLog([device.review(cardA, 'good')]);
    const copy = structuredClone(before);
    const after = appendToState(before, device.review(cardA, 'good'));
    expect(after?.cards.get(cardA)?.schedule.phase).toBe('review');
    expect(before).toEqual(copy);
  });

  /** The checkpoint that folding a log leaves after so many of its events. */
  const checkpointAt = (log: readonly LogEvent[], cut = log.length): Checkpoint => {
    const { checkpoint } = finish(foldInSteps(log, cut));
    if (checkpoint === null) throw new Error(`no checkpoint at ${cut}`);
    return checkpoint;
  };
  const foldedFrom = (checkpoint: Checkpoint, log: readonly LogEvent[], cut?: number) =>
    finish(foldFrom(checkpoint, log, cut));

  it('folding from a checkpoint gives what folding from the beginning gives, or asks for that', () => {
    let used = 0;
    fc.assert(
      fc.property(arbLog, fc.nat(40), fc.nat(40), fc.nat(40), (log, known, a, b) => {
        fc.pre(log.length > 1);
        const events = inOrder(log);
        const first = 1 + (a % (events.length - 1));
        // Made when only so much of the log was there.
        const made = events.slice(0, first + (known % (events.length - first + 1)));
        const before = checkpointAt(made, first);
        const second = b % (events.length - first + 1);
        const folded = foldedFrom(before, events.slice(first), second);
        if (folded === null) return;
        used += 1;
        expect(folded.state).toEqual(foldLog(events));
        if (second === 0) return;
        expect(folded.checkpoint).toEqual(checkpointAt(events, first + second));
      }),
    );
    expect(used).toBeGreaterThan(20);
  });

  it('an undo is folded from a checkpoint, if that lies before what is undone', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const first = device.review(cardA, 'good');
    const second = device.review(cardA, 'good');
    const undo = device.record('eventRevoked', { target: second.id });
    const all = [first, second, undo];
    expect(foldedFrom(checkpointAt([first]), [second, undo])?.state).toEqual(foldLog(all));
    expect(foldedFrom(checkpointAt([first, second]), [undo])).toBeNull();
    expect(foldedFrom(checkpointAt([second]), [first])).toBeNull();
  });

  it('a checkpoint holds on where what is undone before it is known', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const first = device.review(cardA, 'good');
    const second = device.review(cardA, 'again');
    const undo = device.record('eventRevoked', { target: first.id });
    const checkpoint = checkpointAt([first, second, undo], 2);
    const later = device.review(cardB, 'good');
    const all = [first, second, undo, later];
    expect(foldedFrom(checkpoint, [undo, later])?.state).toEqual(foldLog(all));
    const redo = device.record('eventRevoked', { target: undo.id });
    expect(foldedFrom(checkpoint, [undo, later, redo])).toBeNull();
  });

  it('a long fold is made of many short steps', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const log = Array.from({ length: 500 }, (_, n) => {
      device.at = (device.at + DAY) as Instant;
      return device.review(cardId('pack', `fact-${n}`, 'when'), 'good');
    });
    const changes = { model: otherModel };
    const anew = device.record('learningSettingsChanged', { changes, reschedule: true });
    const steps = (events: readonly LogEvent[]) => [...foldInSteps(events)].length;
    expect(steps(log)).toBeGreaterThan(500 / 20);
    // Every card is looked at twice, for its memory and for its day.
    expect(steps([...log, anew]) - steps(log)).toBeGreaterThanOrEqual(1000);
  });

  it('asks for folding when an earlier event arrives', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const early = device.review(cardA, 'good');
    const late = device.review(cardB, 'good');
    expect(appendToState(foldLog([late]), early)).toBeNull();
    expect(appendToState(foldLog([early, late]), late)).toBeNull();
  });
});

describe('F4', () => {
  const learned = () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const log: LogEvent[] = [];
    for (const gap of [0, 10 * MINUTE, 2 * DAY, 11 * DAY]) {
      device.at = (device.at + gap) as Instant;
      log.push(device.review(cardA, 'good'));
    }
    return { device, log, before: recordOf(foldLog(log), cardA).schedule };
  };

  it('new settings hold from their event on', () => {
    const { device, log, before } = learned();
    const changes = { desiredRetention: 0.97 };
    log.push(device.record('learningSettingsChanged', { changes, reschedule: false }));
    const state = foldLog(log);
    expect(recordOf(state, cardA).schedule).toEqual(before);
    const stricter = createScheduler({ ...DEFAULT_SETTINGS, ...changes });
    const review = device.review(cardA, 'good');
    const moment = { at: review.at, day: review.day };
    expect(recordOf(foldLog([...log, review]), cardA).schedule).toEqual(
      stricter.review(cardA, before, moment, 'good', byPlan(state)).state,
    );
  });

  it('due days move when the learner asked for that', () => {
    const { device, log, before } = learned();
    const changes = { desiredRetention: 0.97 };
    log.push(device.record('learningSettingsChanged', { changes, reschedule: true }));
    const after = recordOf(foldLog(log), cardA).schedule;
    if (before.phase !== 'review' || after.phase !== 'review') throw new Error('not learned');
    expect(after.memory).toEqual(before.memory);
    expect(after.dueDay < before.dueDay).toBe(true);
  });

  it('a new model remembers each card by its history, without moving a day', () => {
    const { device, log, before } = learned();
    const changes = { model: otherModel };
    log.push(device.record('learningSettingsChanged', { changes, reschedule: false }));
    const after = recordOf(foldLog(log), cardA).schedule;
    if (before.phase !== 'review' || after.phase !== 'review') throw new Error('not learned');
    // Only the weight for a first Again differs, and no review was one.
    expect(after).toEqual(before);
    const weights = [...DEFAULT_WEIGHTS];
    weights[2] = 4;
    const kinder = { name: 'fsrs-6', weights } as const;
    log.push(
      device.record('learningSettingsChanged', { changes: { model: kinder }, reschedule: false }),
    );
    const kindest = recordOf(foldLog(log), cardA).schedule;
    if (kindest.phase !== 'review') throw new Error('not learned');
    expect(kindest.memory.stability).toBeGreaterThan(before.memory.stability);
    expect(kindest.dueDay).toBe(before.dueDay);
  });

  it('changes on two devices add up', () => {
    const phone = createDevice('phone', '2026-01-01T09:00:00Z');
    const laptop = createDevice('laptop', '2026-01-01T09:00:00Z');
    const { settings } = foldLog([
      phone.record('learningSettingsChanged', { changes: { newPerDay: 5 }, reschedule: false }),
      laptop.record('learningSettingsChanged', {
        changes: { desiredRetention: 0.85 },
        reschedule: false,
      }),
    ]);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 5, desiredRetention: 0.85 });
  });
});

describe('F5', () => {
  it('cramming changes no memory and is counted by itself', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const state = foldLog([device.record('cardCrammed', answered(cardA, true))]);
    expect(recordOf(state, cardA)).toBe(NEW_RECORD);
    expect([...state.days.values()]).toMatchObject([{ crammed: 1, reviews: 0, tookMs: 4000 }]);
  });

  it('a quiz taken home is wanted that day until it is answered', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const taken = device.record('quizTakenHome', { quizId: 'q', cardIds: [cardA] });
    expect(recordOf(foldLog([taken]), cardA)).toEqual({ ...NEW_RECORD, wantedOn: '2026-01-01' });
    const answered = foldLog([taken, device.review(cardA, 'good')]);
    expect(recordOf(answered, cardA).wantedOn).toBeNull();
  });
});

it('S2 passes over what a later version wrote', () => {
  const later: LogEvent = {
    v: 1,
    id: 'x-1' as EventId,
    type: 'cardDreamed',
    deviceId: 'x' as DeviceId,
    clock: '1767258000000-0000' as ClockText,
    at: 1_767_258_000_000 as Instant,
    zone: 'Asia/Yerevan',
    day: '2026-01-01' as StudyDay,
  };
  const state = foldLog([later, { ...later, id: 'x-2' as EventId, type: 'cardReviewed', v: 2 }]);
  expect(state).toMatchObject({ events: 2, last: { id: 'x-2' } });
  expect(state.cards.size).toBe(0);
});

it('counts the days on which a card was right, not the answers', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const log = [device.review(cardA, 'good'), device.review(cardA, 'good')];
  expect(recordOf(foldLog(log), cardA)).toMatchObject({ rightDays: 1, firstDay: '2026-01-01' });
  device.at = (device.at + 2 * DAY) as Instant;
  log.push(device.review(cardA, 'again'), device.review(cardA, 'hard'));
  expect(recordOf(foldLog(log), cardA)).toMatchObject({
    rightDays: 2,
    lastRightDay: '2026-01-03',
    factRev: 1,
  });
  expect(foldLog(log).days.get('2026-01-03' as StudyDay)).toEqual({
    reviews: 2,
    dueReviews: 1,
    forgotten: 1,
    introduced: 0,
    crammed: 0,
    tookMs: 8000,
  });
});

it('forgets a card but not what the learner wrote about it', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const log = [
    device.review(cardA, 'good'),
    device.record('noteWritten', { cardId: cardA, text: 'mixed up with the other one' }),
    device.record('cardBuried', { cardId: cardA, until: '2026-01-02' as StudyDay }),
    device.record('cardForgotten', { cardId: cardA }),
  ];
  expect(recordOf(foldLog(log), cardA)).toEqual({
    ...NEW_RECORD,
    note: 'mixed up with the other one',
  });
});
