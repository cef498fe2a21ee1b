import { assertNever } from '#lib/base/assert-never.ts';
import type { CardId } from '#lib/base/ids.ts';
import { hash32 } from '#lib/base/random.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import type { CardState, Grade } from './card-state.ts';
import type { EventId } from './events.ts';
import type { PracticeKind } from './practice.ts';
import { LEARN_AHEAD_MS, type SessionSize } from './session-size.ts';
import { itemOf } from './siblings.ts';

interface Asked {
  readonly cardId: CardId;
  /** For the question; the same after a reload and after an undo. */
  readonly seed: number;
  /** Where it came from: the queue, or its steps, in which it was due at that instant. */
  readonly from: 'queue' | Instant;
}

interface SessionAnswer {
  readonly eventId: EventId;
  readonly asked: Asked;
  readonly grade: Grade;
  readonly tookMs: number;
}

interface Waiting {
  readonly cardId: CardId;
  readonly dueAt: Instant;
}

interface SessionBase {
  /** Version of the form, since a half-done session is kept on the device. */
  readonly v: 1;
  readonly day: StudyDay;
  readonly size: SessionSize;
  /** Out of turn, and then nothing of it trains or moves the schedule; `null` for study. */
  readonly practice: PracticeKind | null;
  readonly seed: number;
  /** Not yet asked in this session. */
  readonly queue: readonly CardId[];
  /** In their steps: they come back. */
  readonly waiting: readonly Waiting[];
  readonly answers: readonly SessionAnswer[];
}

/** A study session. It is plain JSON: what is stored and what is worked with are the same. */
export type Session = SessionBase &
  (
    | { readonly stage: 'asking'; readonly current: Asked }
    | { readonly stage: 'feedback'; readonly current: Asked }
    | { readonly stage: 'finished' }
  );

interface Outcome {
  readonly eventId: EventId;
  readonly grade: Grade;
  /** The card's state after this answer; while practising, when it comes back in this session, if it does. */
  readonly schedule: CardState | { readonly dueAt: Instant } | null;
}

export type SessionCommand =
  | ({ readonly type: 'answer'; readonly tookMs: number } & Outcome)
  /** Another grade for the answer whose feedback is shown; its event replaces the earlier one. */
  | ({ readonly type: 'regrade' } & Outcome)
  | { readonly type: 'continue'; readonly now: Instant }
  /** Takes the last answer back and asks its question again. The caller revokes the event. */
  | { readonly type: 'undo' }
  /** Cards suspended, buried, or answered in another tab. */
  | { readonly type: 'withdraw'; readonly cardIds: readonly CardId[]; readonly now: Instant };

interface Start {
  readonly day: StudyDay;
  readonly size: SessionSize;
  readonly practice?: PracticeKind | null;
  readonly seed: number;
  /** In the order of `buildQueue`; more than `size` are left for another session. */
  readonly queue: readonly CardId[];
  readonly now: Instant;
}

export function startSession({ day, size, practice = null, seed, queue, now }: Start): Session {
  const chosen = size === 'all' ? queue : queue.slice(0, size);
  return next({ v: 1, day, size, practice, seed, queue: chosen, waiting: [], answers: [] }, now);
}

/** One step of a session. A command that does not fit the stage changes nothing. */
export function stepSession(session: Session, command: SessionCommand): Session {
  switch (command.type) {
    case 'answer': {
      if (session.stage !== 'asking') return session;
      const { eventId, grade, tookMs, schedule } = command;
      const asked = session.current;
      return {
        ...session,
        stage: 'feedback',
        waiting: awaited(session.waiting, asked.cardId, schedule),
        answers: [...session.answers, { eventId, asked, grade, tookMs }],
      };
    }
    case 'regrade': {
      const last = session.answers.at(-1);
      if (session.stage !== 'feedback' || last === undefined) return session;
      const { eventId, grade, schedule } = command;
      return {
        ...session,
        waiting: awaited(session.waiting, last.asked.cardId, schedule),
        answers: [...session.answers.slice(0, -1), { ...last, eventId, grade }],
      };
    }
    case 'continue':
      return session.stage === 'feedback' ? next(baseOf(session), command.now) : session;
    case 'undo':
      return undo(session);
    case 'withdraw': {
      const gone = new Set(command.cardIds);
      const base = {
        ...baseOf(session),
        queue: session.queue.filter((id) => !gone.has(id)),
        waiting: session.waiting.filter(({ cardId }) => !gone.has(cardId)),
      };
      if (session.stage === 'finished') return { ...base, stage: 'finished' };
      const staysShown = session.stage === 'feedback' || !gone.has(session.current.cardId);
      return staysShown ? { ...session, ...base } : next(base, command.now);
    }
    default:
      return assertNever(command);
  }
}

function baseOf({ v, day, size, practice, seed, queue, waiting, answers }: Session): SessionBase {
  return { v, day, size, practice, seed, queue, waiting, answers };
}

/** The waiting cards after an answer: in its steps the card waits, graduated it does not. */
function awaited(
  waiting: readonly Waiting[],
  cardId: CardId,
  schedule: Outcome['schedule'],
): Waiting[] {
  const others = waiting.filter((entry) => entry.cardId !== cardId);
  return schedule !== null && 'dueAt' in schedule
    ? [...others, { cardId, dueAt: schedule.dueAt }]
    : others;
}

/** Puts back what is being asked, so that another card can be asked instead of it. */
function shelve(base: SessionBase, { cardId, from }: Asked): SessionBase {
  return from === 'queue'
    ? { ...base, queue: [cardId, ...base.queue] }
    : { ...base, waiting: [...base.waiting, { cardId, dueAt: from }] };
}

function undo(session: Session): Session {
  const last = session.answers.at(-1);
  if (last === undefined) return session;
  const base = baseOf(session);
  const shelved = session.stage === 'asking' ? shelve(base, session.current) : base;
  return {
    ...shelved,
    waiting: shelved.waiting.filter(({ cardId }) => cardId !== last.asked.cardId),
    answers: session.answers.slice(0, -1),
    stage: 'asking',
    current: last.asked,
  };
}

/**
 * What is asked next: a card whose minute has come, else the next of the queue, else the card in its
 * steps that is due soonest. The item that was just asked is passed over if anything else can be asked.
 */
function next(base: SessionBase, now: Instant): Session {
  const previous = base.answers.at(-1)?.asked.cardId;
  const isFresh = (cardId: CardId) => previous === undefined || itemOf(cardId) !== itemOf(previous);
  const steps = base.waiting.toSorted((a, b) => a.dueAt - b.dueAt);
  const dueSteps = steps.filter(({ dueAt }) => dueAt <= now);
  const soonSteps = steps.filter(({ dueAt }) => dueAt <= now + LEARN_AHEAD_MS);
  const ask = (cardId: CardId, from: Asked['from']): Session => ({
    ...base,
    queue: base.queue.filter((id) => id !== cardId),
    waiting: base.waiting.filter((entry) => entry.cardId !== cardId),
    stage: 'asking',
    current: { cardId, from, seed: hash32(`${base.seed}/${cardId}/${base.answers.length}`) },
  });

  const step = dueSteps.find(({ cardId }) => isFresh(cardId));
  if (step !== undefined) return ask(step.cardId, step.dueAt);
  const queued = base.queue.find(isFresh) ?? base.queue[0];
  if (queued !== undefined && isFresh(queued)) return ask(queued, 'queue');
  const soon = soonSteps.find(({ cardId }) => isFresh(cardId)) ?? dueSteps[0];
  if (soon !== undefined) return ask(soon.cardId, soon.dueAt);
  if (queued !== undefined) return ask(queued, 'queue');
  const last = soonSteps[0];
  return last === undefined ? { ...base, stage: 'finished' } : ask(last.cardId, last.dueAt);
}
