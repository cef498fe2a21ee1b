/** From the log to the state of everything learned. */
import { compareEvents, type EventId, type EventOf, type LogEvent } from './events.ts';
import { EMPTY_STATE, type LearningState } from './learning-state.ts';
import { isKnownEvent } from './read-event.ts';
import { reduce, type Draft } from './reducers.ts';
import { revokedEvents } from './revocations.ts';

const isRevocation = (event: LogEvent): event is EventOf<'eventRevoked'> =>
  isKnownEvent(event) && event.type === 'eventRevoked';

const changesModel = (event: LogEvent): boolean =>
  isKnownEvent(event) &&
  event.type === 'learningSettingsChanged' &&
  event.changes.model !== undefined;

function draftOf(state: LearningState, histories: Draft['histories']): Draft {
  const { cards, days, packs, recentTookMs, settings, clockWentBack } = state;
  return {
    cards: new Map(cards),
    days: new Map(days),
    packs: new Map(packs),
    recentTookMs: [...recentTookMs],
    settings,
    clockWentBack,
    histories,
  };
}

/** Each event once, in the order that all devices agree on. */
export function inOrder(events: readonly LogEvent[]): readonly LogEvent[] {
  const seen = new Set<EventId>();
  return events.toSorted(compareEvents).filter(({ id }) => {
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst;
  });
}

/** Folds a log in any order of arrival, with any duplicates, to the one state that it means. */
export function foldLog(log: readonly LogEvent[]): LearningState {
  const events = inOrder(log);
  const revoked = revokedEvents(events.filter(isRevocation));
  const draft = draftOf(EMPTY_STATE, events.some(changesModel) ? new Map() : null);
  for (const event of events) {
    if (isKnownEvent(event) && !revoked.has(event.id)) reduce(draft, event);
  }
  return stateOf(draft, revoked, events.length, events.at(-1));
}

/**
 * The state after one more event, for the moment between an answer and its feedback. `null` if that
 * takes more than this event: it comes before others, revokes one, or brings another model. Then the
 * log must be folded anew.
 */
export function appendToState(state: LearningState, event: LogEvent): LearningState | null {
  const isLater = state.last === null || compareEvents(event, state.last) > 0;
  if (!isLater || isRevocation(event) || changesModel(event)) return null;
  const draft = draftOf(state, null);
  if (isKnownEvent(event) && !state.revoked.has(event.id)) reduce(draft, event);
  return stateOf(draft, state.revoked, state.events + 1, event);
}

function stateOf(
  { cards, days, packs, recentTookMs, settings, clockWentBack }: Draft,
  revoked: LearningState['revoked'],
  events: number,
  last: LogEvent | undefined,
): LearningState {
  return {
    cards,
    days,
    packs,
    recentTookMs,
    settings,
    clockWentBack,
    revoked,
    events,
    last: last === undefined ? null : { clock: last.clock, deviceId: last.deviceId, id: last.id },
  };
}
