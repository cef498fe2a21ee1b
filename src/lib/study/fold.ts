/** From the log to the state of everything learned. */
import {
  isKnownEvent,
  compareEvents,
  type EventId,
  type EventOf,
  type LogEvent,
} from './events.ts';
import { planDraft } from './due-plan.ts';
import { EMPTY_STATE, type LearningState } from './learning-state.ts';
import { reduce, type Draft } from './reducers.ts';
import { revokedEvents } from './revocations.ts';

export const isRevocation = (event: LogEvent): event is EventOf<'eventRevoked'> =>
  event.type === 'eventRevoked' && isKnownEvent(event);

const changesSettings = (event: LogEvent): event is EventOf<'learningSettingsChanged'> =>
  event.type === 'learningSettingsChanged' && isKnownEvent(event);

export const changesModel = (event: LogEvent): boolean =>
  changesSettings(event) && event.changes.model !== undefined;

export function draftOf(state: LearningState, histories: Draft['histories']): Draft {
  const { cards, plan, days, packs, recentTookMs, settings, clockWentBack } = state;
  return {
    cards: new Map(cards),
    plan: planDraft(plan),
    days: new Map(days),
    packs: new Map(packs),
    recentTookMs: [...recentTookMs],
    settings,
    clockWentBack,
    histories,
  };
}

/** Each event once, in the order that all devices agree on; a log that comes so is given back as it is. */
export function inOrder(events: readonly LogEvent[]): readonly LogEvent[] {
  const isInOrder = events.every((event, n) => {
    const before = events[n - 1];
    return before === undefined || compareEvents(before, event) < 0;
  });
  if (isInOrder) return events;
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

/**
 * The state after events that all come after `checkpoint` in the order of the log: what an undo costs
 * when the log is long. `null` if they reach behind it, by revoking an event there or by a new model.
 * Then the log must be folded from the beginning.
 */
export function foldFrom(
  checkpoint: LearningState,
  log: readonly LogEvent[],
): LearningState | null {
  const events = inOrder(log);
  const [first] = events;
  if (first === undefined) return checkpoint;
  if (checkpoint.last !== null && compareEvents(first, checkpoint.last) <= 0) return null;
  const revocations = events.filter(isRevocation);
  const ids = new Set(events.map(({ id }) => id));
  const reachesBehind = revocations.some(({ target }) => !ids.has(target));
  // A revocation in the checkpoint may be of an event that comes only now, even of a revocation.
  const isForeseen = revocations.some(({ id }) => checkpoint.revoked.has(id));
  if (reachesBehind || isForeseen || events.some(changesModel)) return null;
  const revoked = new Set([...checkpoint.revoked, ...revokedEvents(revocations)]);
  const draft = draftOf(checkpoint, null);
  for (const event of events) {
    if (isKnownEvent(event) && !revoked.has(event.id)) reduce(draft, event);
  }
  return stateOf(draft, revoked, checkpoint.events + events.length, events.at(-1));
}

function stateOf(
  { cards, plan, days, packs, recentTookMs, settings, clockWentBack }: Draft,
  revoked: LearningState['revoked'],
  events: number,
  last: LogEvent | undefined,
): LearningState {
  return {
    cards,
    plan,
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
