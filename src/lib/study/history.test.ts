import { cardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import { describe, expect, it } from 'vitest';
import { grades } from './card-state.ts';
import { createDevice } from './device-builder.ts';
import type { EventId, LogEvent } from './events.ts';
import { foldLog } from './fold.ts';
import { traceLog } from './history.ts';
import { EMPTY_STATE, recordOf, type LearningState } from './learning-state.ts';
import { rescheduleEffect } from './reschedule-effect.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const DAY = 86_400_000;
const cards = Array.from({ length: 12 }, (_, n) => cardId('pack', `fact-${n % 4}`, `f${n}`));
const [first = cardId('pack', 'none', 'when')] = cards;

/** So many things that a learner may do, none of them an undo. */
function actions(count: number) {
  const random = seeded('actions');
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const log: LogEvent[] = [];
  for (let n = 0; n < count; n++) {
    device.at = (device.at + random.integer(2 * DAY)) as Instant;
    const card = cards[random.integer(cards.length)] ?? first;
    const grade = grades[random.integer(4)] ?? 'good';
    const acts: (() => LogEvent)[] = [
      () => device.review(card, grade),
      () => device.review(card, grade),
      () => device.review(card, grade),
      () => device.record('cardSuspended', { cardId: card }),
      () => device.record('cardResumed', { cardId: card }),
      () => device.record('cardBuried', { cardId: card, until: '2027-01-01' as StudyDay }),
      () => device.record('cardForgotten', { cardId: card }),
      () => device.record('cardFlagged', { cardId: card, flagged: random.integer(2) === 0 }),
      () => device.record('noteWritten', { cardId: card, text: `note ${n}` }),
      () => device.record('quizTakenHome', { quizId: 'q', cardIds: [card] }),
      () =>
        device.record('learningSettingsChanged', {
          changes: { desiredRetention: 0.8 + random.integer(15) / 100 },
          reschedule: random.integer(2) === 0,
        }),
    ];
    log.push((acts[random.integer(acts.length)] ?? (acts[0] as () => LogEvent))());
  }
  return { device, log, random };
}

const learned = ({ cards, plan, settings, days, packs, recentTookMs }: LearningState) => ({
  cards,
  plan,
  settings,
  days,
  packs,
  recentTookMs,
});

describe('U1', () => {
  it('1,000 actions taken back one by one, in any order, leave the initial state', () => {
    const { device, log, random } = actions(1000);
    const done = foldLog(log);
    const undos = random
      .shuffle(log)
      .map(({ id }) => device.record('eventRevoked', { target: id }));
    expect(learned(foldLog([...log, ...undos]))).toEqual(learned(EMPTY_STATE));
    const redos = random
      .shuffle(undos)
      .map(({ id }) => device.record('eventRevoked', { target: id }));
    expect(learned(foldLog([...log, ...undos, ...redos]))).toEqual(learned(done));
  });

  it('undo after undo gives back each state that was before', () => {
    const { device, log } = actions(60);
    const states = log.map((_, n) => learned(foldLog(log.slice(0, n))));
    const all = [...log];
    for (const [n, { id }] of [...log.entries()].toReversed()) {
      all.push(device.record('eventRevoked', { target: id }));
      expect(learned(foldLog(all))).toEqual(states[n]);
    }
  });
});

describe('U2', () => {
  it('tells what each event did, the fold of all of them being the state', () => {
    const { log } = actions(300);
    const traced = traceLog(log.toReversed());
    const state = foldLog(log);
    expect(traced.map(({ event }) => event.id)).toEqual(log.map(({ id }) => id));
    const last = traced.findLast(
      ({ event }) =>
        event.type === 'cardReviewed' && (event as { cardId: unknown }).cardId === first,
    );
    const moved = traced.filter((entry) => entry.moved > 0);
    expect(last?.after).not.toBeNull();
    expect(moved.every(({ event }) => event.type === 'learningSettingsChanged')).toBe(true);
    expect(moved.length).toBeGreaterThan(0);
    expect(recordOf(state, first).schedule.reps).toBeGreaterThan(0);
  });

  it('says by which revocations an event is taken back, and by which it no longer is', () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z');
    const other = createDevice('laptop', '2026-01-01T09:00:01Z');
    const review = device.review(first, 'good');
    const undo = device.record('eventRevoked', { target: review.id });
    const again = other.record('eventRevoked', { target: review.id });
    const redo = device.record('eventRevoked', { target: undo.id });
    const by = (log: readonly LogEvent[]): readonly EventId[] | undefined =>
      traceLog(log).find(({ event }) => event.id === review.id)?.takenBackBy;
    expect(by([review])).toEqual([]);
    expect(by([review, undo, again])).toEqual([undo.id, again.id]);
    expect(by([review, undo, again, redo])).toEqual([again.id]);
    const [entry] = traceLog([review, undo]);
    expect(entry?.after).toBeNull();
    const [counted] = traceLog([review, undo, redo]);
    expect(counted?.after).toMatchObject({ phase: 'learning', reps: 1 });
  });
});

describe('F6', () => {
  const learnedCards = () => {
    const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
    const log = cards.flatMap((card) => [device.review(card, 'good'), device.review(card, 'easy')]);
    device.at = (device.at + 12 * DAY) as Instant;
    log.push(...cards.map((card) => device.review(card, 'good')));
    return { device, log, state: foldLog(log) };
  };

  it('the preview of new settings is what they then do', () => {
    for (const changes of [
      { desiredRetention: 0.97 },
      { desiredRetention: 0.8 },
      { maximumInterval: 5 },
    ]) {
      const { device, log, state } = learnedCards();
      device.at = (device.at + 6 * DAY) as Instant;
      const today = '2026-01-19' as StudyDay;
      const effect = rescheduleEffect(state, changes, today);
      log.push(device.record('learningSettingsChanged', { changes, reschedule: true }) as never);
      const after = foldLog(log);
      const due = ({ cards }: LearningState) =>
        [...cards.values()].filter(
          ({ schedule }) => schedule.phase === 'review' && schedule.dueDay <= today,
        ).length;
      const moved = cards.filter(
        (card) =>
          recordOf(state, card).schedule !== recordOf(after, card).schedule &&
          JSON.stringify(recordOf(state, card).schedule) !==
            JSON.stringify(recordOf(after, card).schedule),
      );
      expect(effect).toEqual({
        moved: moved.length,
        dueToday: { before: due(state), after: due(after) },
      });
      expect(moved.length).toBeGreaterThan(0);
    }
  });

  it('S15 new days off move the cards due on them that can go elsewhere, and no others', () => {
    const { device, log, state } = learnedCards();
    const dueDays = cards.map((card) => {
      const { schedule } = recordOf(state, card);
      return schedule.phase === 'review' ? schedule.dueDay : null;
    });
    const from = dueDays.find((day) => day !== null);
    if (from === undefined) throw new Error('a card past its steps');
    const changes = { daysOff: [{ from, to: from }] };
    const effect = rescheduleEffect(state, changes, '2026-01-13' as StudyDay);
    log.push(device.record('learningSettingsChanged', { changes, reschedule: true }) as never);
    const after = foldLog(log);
    cards.forEach((card, i) => {
      const { schedule } = recordOf(after, card);
      if (schedule.phase !== 'review') throw new Error('past its steps');
      if (dueDays[i] !== from) expect(schedule.dueDay).toBe(dueDays[i]);
      else expect(schedule.dueDay).not.toBe(from);
    });
    expect(effect.moved).toBe(dueDays.filter((day) => day === from).length);
    // Taken back by the log, as anything.
    const event = log.at(-1);
    if (event === undefined) throw new Error('the change');
    log.push(device.record('eventRevoked', { target: event.id }) as never);
    expect(foldLog(log).cards).toEqual(state.cards);
  });

  it('moves nothing if nothing changes, and changes nothing itself', () => {
    const { state } = learnedCards();
    const copy = structuredClone(state);
    const day = '2026-01-13' as StudyDay;
    const { desiredRetention } = DEFAULT_SETTINGS;
    expect(rescheduleEffect(state, { desiredRetention }, day).moved).toBe(0);
    rescheduleEffect(state, { desiredRetention: 0.97 }, day);
    expect(state).toEqual(copy);
  });
});
