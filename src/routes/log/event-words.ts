/** Events in words. */
import type { CardId } from '#lib/base/ids.ts';
import { logMessages } from '#lib/messages/en-log.ts';
import {
  isKnownEvent,
  type EventId,
  type EventOf,
  type LearningEvent,
  type LogEvent,
} from '#lib/study/events.ts';
import type { LoggedEvent } from '#lib/study/history.ts';
import { knownZone } from '#lib/study/known-zone.ts';

const words = logMessages.events;

type Words = { readonly [T in LearningEvent['type']]: (event: EventOf<T>) => string };

function wordsFor(byId: ReadonlyMap<EventId, LogEvent>, isWhole: boolean): Words {
  return {
    cardReviewed: ({ grade }) => words.reviewed(grade),
    cardCrammed: ({ verdict }) => words.crammed(verdict !== 'wrong'),
    eventRevoked({ target }) {
      const of = byId.get(target);
      if (of === undefined) return isWhole ? words.undoUnknown : words.undo(logMessages.unknownYet);
      const isUndo = isKnownEvent(of) && of.type === 'eventRevoked';
      const undone = isUndo ? byId.get(of.target) : undefined;
      return undone
        ? words.redo(whatHappened(undone, byId, isWhole))
        : words.undo(whatHappened(of, byId, isWhole));
    },
    cardSuspended: () => words.suspended,
    cardResumed: () => words.resumed,
    cardBuried: ({ until }) => words.buried(until),
    cardForgotten: () => words.forgotten,
    cardFlagged: ({ flagged }) => (flagged ? words.flagged : words.unflagged),
    noteWritten: ({ text }) => (text === '' ? words.noteGone : words.note),
    learningSettingsChanged: ({ changes }) => `${words.settings}: ${settingsInWords(changes)}`,
    packInstalled: ({ packId, packVersion }) => words.pack(packId, packVersion),
    quizTakenHome: ({ cardIds }) => words.quiz(cardIds.length),
  };
}

function settingsInWords(changes: EventOf<'learningSettingsChanged'>['changes']): string {
  const text = logMessages.settings;
  const parts = Object.entries(changes).map(([name, value]) => {
    const words = Object.hasOwn(text, name) ? text[name as keyof typeof text] : text.other;
    return typeof words === 'string' ? words : words(value as number);
  });
  return [...new Set(parts)].join(', ');
}

/** @param isWhole whether `byId` holds the whole log: what is not in it is nowhere */
export function whatHappened(
  event: LogEvent,
  byId: ReadonlyMap<EventId, LogEvent>,
  isWhole = true,
): string {
  if (!isKnownEvent(event)) return words.unknown(event.type);
  // The table has the right words under each type, which the compiler cannot follow through an index.
  return (wordsFor(byId, isWhole)[event.type] as (event: LearningEvent) => string)(event);
}

/** What it did to the schedule; empty if it did nothing. */
export function whatItDid({ event, after, moved }: LoggedEvent): string {
  const text = logMessages.effects;
  if (moved > 0) return text.moved(moved);
  if (event.type === 'cardCrammed') return text.practice;
  switch (after?.phase) {
    case undefined:
      return '';
    case 'new':
      return text.anew;
    case 'review':
      return text.days(after.interval, after.dueDay);
    default:
      return text.minutes;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** When it happened, on the wall clock of where it happened. */
export function whenItHappened({ at, zone }: LogEvent): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const timeZone = knownZone(zone);
    clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
    clocks.set(zone, clock);
  }
  return clock.format(at);
}

/** The cards that an event is about, through an undo too. */
export function cardsOfEvent(
  event: LogEvent,
  byId: ReadonlyMap<EventId, LogEvent>,
): readonly CardId[] {
  if (!isKnownEvent(event)) return [];
  if (event.type === 'eventRevoked') {
    const of = byId.get(event.target);
    return of === undefined || of === event ? [] : cardsOfEvent(of, byId);
  }
  if (event.type === 'quizTakenHome') return event.cardIds;
  return 'cardId' in event ? [event.cardId] : [];
}
