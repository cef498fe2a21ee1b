/** From the log to the state of everything learned. */
import {
  isKnownEvent,
  compareEvents,
  type EventId,
  type EventOf,
  type LogEvent,
  type OrderKey,
} from './events.ts';
import { planDraft } from './due-plan.ts';
import { EMPTY_STATE, type LearningState } from './learning-state.ts';
import { reduce, reduceInSteps, type Draft } from './reducers.ts';
import { revokedEvents, type Revocation } from './revocations.ts';
import { finish, type Steps } from './steps.ts';

/** Events between two chances to breathe: well under a millisecond. */
export const PORTION = 16;

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
  return finish(foldInSteps(log)).state;
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
  return { ...state, ...stateOf(draft), events: state.events + 1, last: orderKeyOf(event) };
}

/** A state some way back in a log, from which the rest can be folded. */
export interface Checkpoint {
  /** After the events up to there, of which those count that no revocation in all the log takes back. */
  readonly state: LearningState;
  /** All up to there, for what comes later may take them back. */
  readonly revocations: readonly Revocation[];
}

export interface Folded {
  readonly state: LearningState;
  /** After so many events of the log as were asked for; `null` if none were. */
  readonly checkpoint: Checkpoint | null;
}

/** @param cut after how many events of the log a checkpoint is made */
export function* foldInSteps(log: readonly LogEvent[], cut = 0): Steps<Folded> {
  const events = inOrder(log);
  yield;
  const histories = events.some(changesModel) ? new Map() : null;
  return yield* foldOn(EMPTY_STATE, histories, events, revocationsOf(events), cut);
}

/**
 * Folds events that all come after a checkpoint in the order of the log: what an undo costs when the log
 * is long. `null` if they reach behind it: by revoking an event there, or putting it back, or by a new
 * model. Then the log must be folded from the beginning.
 *
 * @param cut after how many of these events a later checkpoint is made
 */
export function* foldFrom(
  checkpoint: Checkpoint,
  log: readonly LogEvent[],
  cut = 0,
): Steps<Folded | null> {
  const { state } = checkpoint;
  const events = inOrder(log);
  const [first] = events;
  const isLater = !first || !state.last || compareEvents(first, state.last) > 0;
  if (!isLater || events.some(changesModel)) return null;
  const revocations = [...checkpoint.revocations, ...revocationsOf(events)];
  const revoked = revokedEvents(revocations);
  const ids = new Set(events.map(({ id }) => id));
  const changed = [
    ...[...revoked].filter((id) => !state.revoked.has(id)),
    ...[...state.revoked].filter((id) => !revoked.has(id)),
  ];
  if (!changed.every((id) => ids.has(id))) return null;
  yield;
  return yield* foldOn(state, null, events, revocations, cut);
}

const revocationsOf = (events: readonly LogEvent[]): readonly Revocation[] =>
  events.filter(isRevocation).map(({ id, target }) => ({ id, target }));

/** @param revocations all of the log, those before the events too */
function* foldOn(
  from: LearningState,
  histories: Draft['histories'],
  events: readonly LogEvent[],
  revocations: readonly Revocation[],
  cut: number,
): Steps<Folded> {
  const revoked = revokedEvents(revocations);
  const draft = draftOf(from, histories);
  const stateAfter = (count: number, draft: Draft): LearningState => ({
    ...stateOf(draft),
    revoked,
    events: from.events + count,
    last: orderKeyOf(events[count - 1]) ?? from.last,
  });
  let checkpoint: Checkpoint | null = null;
  for (const [n, event] of events.entries()) {
    if (isKnownEvent(event) && !revoked.has(event.id)) yield* reduceInSteps(draft, event);
    if (n % PORTION === 0) yield;
    if (n + 1 !== cut) continue;
    const later = new Set(events.slice(cut).map(({ id }) => id));
    checkpoint = {
      // Of a copy, since folding goes on.
      state: stateAfter(cut, draftOf(stateAfter(cut, draft), null)),
      revocations: revocations.filter(({ id }) => !later.has(id)),
    };
  }
  return { state: stateAfter(events.length, draft), checkpoint };
}

const orderKeyOf = (event: LogEvent | undefined): OrderKey | null =>
  event === undefined ? null : { clock: event.clock, deviceId: event.deviceId, id: event.id };

function stateOf({ cards, plan, days, packs, recentTookMs, settings, clockWentBack }: Draft) {
  return { cards, plan, days, packs, recentTookMs, settings, clockWentBack };
}
