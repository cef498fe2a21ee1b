/** The log as a learner reads it: what each event did, and whether it still counts. */
import type { CardState } from './card-state.ts';
import { isKnownEvent, type EventId, type LearningEvent, type LogEvent } from './events.ts';
import { changesModel, draftOf, inOrder, isRevocation, PORTION } from './fold.ts';
import { EMPTY_STATE } from './learning-state.ts';
import { reduceInSteps, type Draft } from './reducers.ts';
import { revokedEvents } from './revocations.ts';
import { finish, type Steps } from './steps.ts';

export interface LoggedEvent {
  readonly event: LogEvent;
  /** The revocations that hold and take it back; to put it back, these are revoked. */
  readonly takenBackBy: readonly EventId[];
  /** The card's schedule after it; `null` if it counts for none. */
  readonly after: CardState | null;
  /** Cards that it brought another due day, beside that of an answer. */
  readonly moved: number;
}

/** The whole log, the oldest event first. */
export function traceLog(log: readonly LogEvent[]): readonly LoggedEvent[] {
  return finish(traceInSteps(log));
}

export function* traceInSteps(log: readonly LogEvent[]): Steps<readonly LoggedEvent[]> {
  const events = inOrder(log);
  yield;
  const revocations = events.filter(isRevocation);
  const revoked = revokedEvents(revocations);
  const takenBackBy = new Map<EventId, EventId[]>();
  for (const { id, target } of revocations) {
    if (!revoked.has(id)) takenBackBy.set(target, [...(takenBackBy.get(target) ?? []), id]);
  }
  const draft = draftOf(EMPTY_STATE, events.some(changesModel) ? new Map() : null);
  const traced: LoggedEvent[] = [];
  for (const event of events) {
    const by = takenBackBy.get(event.id) ?? [];
    const counts = isKnownEvent(event) && !revoked.has(event.id);
    const effect = counts ? yield* apply(draft, event) : NO_EFFECT;
    traced.push({ event, takenBackBy: by, ...effect });
    if (traced.length % PORTION === 0) yield;
  }
  return traced;
}

type Effect = Pick<LoggedEvent, 'after' | 'moved'>;
const NO_EFFECT: Effect = { after: null, moved: 0 };

function* apply(draft: Draft, event: LearningEvent): Steps<Effect> {
  const moves = event.type === 'learningSettingsChanged' && event.reschedule;
  const before = moves ? new Map(draft.cards) : null;
  yield* reduceInSteps(draft, event);
  if (before !== null) {
    const moved = [...draft.cards].filter(([id, { schedule }]) => {
      const old = before.get(id)?.schedule;
      return (
        old?.phase === 'review' && schedule.phase === 'review' && old.dueDay !== schedule.dueDay
      );
    }).length;
    return { after: null, moved };
  }
  const changesSchedule = event.type === 'cardReviewed' || event.type === 'cardForgotten';
  const record = changesSchedule ? draft.cards.get(event.cardId) : undefined;
  return { after: record?.schedule ?? null, moved: 0 };
}
