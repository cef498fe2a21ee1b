import { cardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import { expect, it } from 'vitest';
import { answered, createDevice } from '#lib/study/device-builder.ts';
import type { EventId, LogEvent } from '#lib/study/events.ts';
import { traceLog } from '#lib/study/history.ts';
import { cardsOfEvent, whatHappened, whatItDid, whenItHappened } from './event-words.ts';

const card = cardId('pack', 'fact', 'when');

function log() {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const review = device.review(card, 'easy');
  const undo = device.record('eventRevoked', { target: review.id });
  const redo = device.record('eventRevoked', { target: undo.id });
  device.at = (device.at + 86_400_000) as Instant;
  return [
    review,
    undo,
    redo,
    device.record('cardCrammed', answered(card, false)),
    device.record('cardBuried', { cardId: card, until: '2026-01-03' as StudyDay }),
    device.record('cardFlagged', { cardId: card, flagged: true }),
    device.record('learningSettingsChanged', {
      changes: { desiredRetention: 0.97, order: 'shuffled' },
      reschedule: true,
    }),
    device.record('eventRevoked', { target: 'elsewhere' as EventId }),
    { ...review, id: 'later' as EventId, type: 'cardDreamed', v: 3 } as LogEvent,
  ];
}

it('says what happened and what it did', () => {
  const events = log();
  const byId = new Map(events.map((event) => [event.id, event]));
  const trace = new Map(traceLog(events).map((entry) => [entry.event.id, entry]));
  const lines = events.map((event) => {
    const entry = trace.get(event.id);
    return [whatHappened(event, byId), entry === undefined ? '' : whatItDid(entry)].join(' | ');
  });
  // Easy on a new card: 8.3 days of stability, spread by fuzz to between 6 and 10 days.
  expect(lines[0]).toMatch(
    /^Answered: Easy \| Comes again in (6|7|8|9|10) days, on \d+ January 2026\.$/,
  );
  expect(lines.slice(1)).toEqual([
    'Took back: Answered: Easy | ',
    'Put back: Answered: Easy | ',
    'Practised: not right | The schedule stayed as it was.',
    'Left until 3 January 2026 | ',
    'Flagged | ',
    'Settings changed: desired recall 97 %, order of due cards | 1 card moved to other days.',
    'Took back something that is not here | ',
    'Something that a newer version wrote (cardDreamed) | ',
  ]);
});

it('knows which card an event is about, an undo of an undo too', () => {
  const events = log();
  const byId = new Map(events.map((event) => [event.id, event]));
  expect(events.slice(0, 6).map((event) => cardsOfEvent(event, byId))).toEqual(
    Array.from({ length: 6 }, () => [card]),
  );
  expect(events.slice(6).flatMap((event) => cardsOfEvent(event, byId))).toEqual([]);
});

it('tells the time by the wall clock of the place, and in UTC if the place is not known', () => {
  const [review] = log() as [LogEvent];
  expect(whenItHappened(review)).toBe('1 Jan 2026, 09:00');
  // Four hours ahead all the year.
  expect(whenItHappened({ ...review, zone: 'Asia/Yerevan' })).toBe('1 Jan 2026, 13:00');
  expect(whenItHappened({ ...review, zone: 'CON' })).toBe('1 Jan 2026, 09:00');
});

it('calls a setting that it does not know another one, whatever its name', () => {
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  const changes = { hasOwnProperty: 1, newPerDay: 5 } as object;
  const event = device.record('learningSettingsChanged', { changes, reschedule: false });
  expect(whatHappened(event, new Map())).toBe(
    'Settings changed: other settings, new cards a day 5',
  );
});
