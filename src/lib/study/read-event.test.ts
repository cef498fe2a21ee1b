import { cardId } from '#lib/base/ids.ts';
import type { StudyDay } from '#lib/base/time.ts';
import { describe, expect, it } from 'vitest';
import { answered, createDevice } from './device-builder.ts';
import { isKnownEvent, type EventId } from './events.ts';
import { DEFAULT_SETTINGS, settingsChange } from './settings.ts';
import { payloadFields, readEvent } from './read-event.ts';

const card = cardId('pack', 'ceasefire', 'when');

function everyEvent() {
  const device = createDevice('phone', '2026-01-01T09:00:00Z');
  const review = device.review(card, 'good');
  return [
    review,
    device.record('cardCrammed', answered(card, true)),
    device.record('eventRevoked', { target: review.id }),
    device.record('cardSuspended', { cardId: card }),
    device.record('cardResumed', { cardId: card }),
    device.record('cardBuried', { cardId: card, until: '2026-01-02' as StudyDay }),
    device.record('cardForgotten', { cardId: card }),
    device.record('cardFlagged', { cardId: card, flagged: true }),
    device.record('noteWritten', { cardId: card, text: 'a note' }),
    device.record('learningSettingsChanged', { changes: { newPerDay: 3 }, reschedule: false }),
    device.record('packInstalled', { packId: 'pack', packVersion: '1.0.0' }),
    device.record('quizTakenHome', { quizId: 'q', cardIds: [card] }),
  ];
}

it('S1 the names of events and fields are frozen', () => {
  const names = Object.fromEntries(
    Object.entries(payloadFields).map(([type, fields]) => [type, Object.keys(fields).join(' ')]),
  );
  expect(names).toEqual({
    cardReviewed: 'cardId factRev packVersion format seed answer verdict tookMs grade modelId',
    cardCrammed: 'cardId factRev packVersion format seed answer verdict tookMs',
    eventRevoked: 'target',
    cardSuspended: 'cardId',
    cardResumed: 'cardId',
    cardBuried: 'cardId until',
    cardForgotten: 'cardId',
    cardFlagged: 'cardId flagged',
    noteWritten: 'cardId text',
    learningSettingsChanged: 'changes reschedule model',
    packInstalled: 'packId packVersion',
    quizTakenHome: 'quizId cardIds',
  });
  const [review] = everyEvent();
  expect(
    Object.keys(review ?? {})
      .sort()
      .join(' '),
  ).toBe(
    'answer at cardId clock day deviceId factRev format grade id modelId packVersion seed tookMs type v verdict zone',
  );
});

describe('S3', () => {
  it('reads every event that is written', () => {
    const events = everyEvent();
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(Object.keys(payloadFields)));
    for (const event of events) {
      const read = readEvent(JSON.parse(JSON.stringify(event)));
      expect(read).toEqual({ ok: true, value: event });
    }
  });

  it('refuses an event that lacks any of its fields, naming it', () => {
    for (const event of everyEvent()) {
      for (const field of Object.keys(event)) {
        const rest = Object.entries(event).filter(([name]) => name !== field);
        const read = readEvent(Object.fromEntries(rest));
        expect(read).toEqual({ ok: false, error: { path: field, reason: 'missing' } });
      }
    }
  });

  it.each([
    ['v', 0],
    ['v', 1.5],
    ['id', ''],
    ['id', 'with space'],
    ['clock', '1711684180217'],
    ['at', '2026-01-01'],
    ['at', 8.64e15 + 1],
    ['zone', 7],
    ['day', '2026-02-30'],
    ['cardId', 'pack/ceasefire'],
    ['factRev', -1],
    ['seed', 0.5],
    ['grade', 'Good'],
    ['tookMs', -1],
    ['tookMs', null],
    ['modelId', ''],
  ])('refuses a review with the %s %j', (path, value) => {
    const read = readEvent({ ...everyEvent()[0], [path]: value });
    expect(read).toEqual({ ok: false, error: { path, reason: 'not-a-valid-value' } });
  });

  it('refuses settings that cannot be, and passes over settings that it does not know', () => {
    const event = everyEvent().find(({ type }) => type === 'learningSettingsChanged');
    const withChanges = (changes: unknown) => readEvent({ ...event, changes });
    expect(withChanges({ desiredRetention: 2 }).ok).toBe(false);
    expect(withChanges({ model: { name: 'fsrs-6', weights: [1] } }).ok).toBe(false);
    expect(withChanges([]).ok).toBe(false);
    expect(withChanges({ moonPhase: 'full' }).ok).toBe(true);
    const exam = { deck: 'everything', day: '2026-03-12' };
    const daysOff = [{ from: '2026-07-01', to: '2026-07-14' }];
    expect(withChanges({ exam, daysOff, catchUpPerDay: 40, dailyGoal: 20 }).ok).toBe(true);
    expect(withChanges({ exam: null, daysOff: [], catchUpPerDay: null, dailyGoal: null }).ok).toBe(
      true,
    );
    expect(withChanges({ exam: { ...exam, day: '2026-02-30' } }).ok).toBe(false);
    expect(withChanges({ exam: { day: '2026-03-12' } }).ok).toBe(false);
    expect(withChanges({ daysOff: [{ from: '2026-07-14', to: '2026-07-01' }] }).ok).toBe(false);
    expect(withChanges({ daysOff: [{ from: '2026-07-01', to: '2027-09-01' }] }).ok).toBe(false);
    expect(withChanges({ catchUpPerDay: 0 }).ok).toBe(false);
    expect(withChanges({ dailyGoal: 2.5 }).ok).toBe(false);
  });

  it('reads the model in force with a change of settings, and refuses one that cannot be', () => {
    const event = everyEvent().find(({ type }) => type === 'learningSettingsChanged');
    const { model, changes } = settingsChange(DEFAULT_SETTINGS, { newPerDay: 3 }, false);
    expect([changes, model]).toEqual([{ newPerDay: 3 }, DEFAULT_SETTINGS.model]);
    expect(readEvent({ ...event, model }).ok).toBe(true);
    expect(readEvent({ ...event, model: { ...model, weights: [1] } })).toEqual({
      ok: false,
      error: { path: 'model', reason: 'not-a-valid-value' },
    });
  });

  it('refuses what would bury or poison it', () => {
    const [review] = everyEvent();
    const deep = JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown;
    const poisoned = JSON.parse('{"__proto__": {"admin": true}}') as unknown;
    const reasons = [deep, Array(3000).fill(0), 'x'.repeat(20_000), poisoned].map((answer) => {
      const read = readEvent({ ...review, answer });
      return read.ok ? 'read' : read.error.reason;
    });
    expect(reasons).toEqual(['too-deep', 'too-large', 'too-large', 'forbidden-name']);
    expect([null, 3, 'text', [], undefined].map((value) => readEvent(value).ok)).not.toContain(
      true,
    );
  });
});

it('S2 keeps what it does not know, whole', () => {
  const [review] = everyEvent();
  const later = { ...review, v: 2, grade: 'brilliant', mood: { of: 'the day' } };
  const read = readEvent(later);
  expect(read).toEqual({ ok: true, value: later });
  expect(read.ok && isKnownEvent(read.value)).toBe(false);
  expect(isKnownEvent({ ...everyEvent()[2], id: 'x' as EventId, type: 'toString' } as never)).toBe(
    false,
  );
});
