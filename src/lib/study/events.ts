/**
 * What a learner does that matters for learning. The log of these events is the truth; everything else
 * is derived from it. A name is never renamed and a field never changes its meaning: a change is a new
 * version `v`, and the old one stays readable.
 */
import type { Brand } from '#lib/base/brand.ts';
import type { CardId } from '#lib/base/ids.ts';
import type { Instant, StudyDay } from '#lib/base/time.ts';
import type { Grade } from './card-state.ts';
import type { ClockText } from './clock.ts';
import type { LearningSettings, Model } from './settings.ts';

/** A version 7 UUID made by the edge. */
export type EventId = Brand<string, 'EventId'>;
export type DeviceId = Brand<string, 'DeviceId'>;

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What every event has, those of later versions included. */
export interface Envelope {
  /** Version of the event's form. */
  readonly v: number;
  readonly id: EventId;
  readonly type: string;
  readonly deviceId: DeviceId;
  readonly clock: ClockText;
  readonly at: Instant;
  /** IANA name of the learner's time zone at that moment. */
  readonly zone: string;
  /** The learner's study day at that moment, found by the edge. */
  readonly day: StudyDay;
}

/** What is shown, what was answered and how it was judged; the log depends on no code for questions. */
interface Answered {
  readonly cardId: CardId;
  readonly factRev: number;
  readonly packVersion: string;
  readonly format: string;
  readonly seed: number;
  readonly answer: Json;
  readonly verdict: string;
  /** Milliseconds from the question's appearance to the answer. */
  readonly tookMs: number;
}

/** The fields of each event beside the envelope. */
export interface Payloads {
  cardReviewed: Answered & {
    readonly grade: Grade;
    /** The model that scheduled it, see `modelId`. */
    readonly modelId: string;
  };
  /** An answer while practising out of turn: it neither trains nor moves the schedule. */
  cardCrammed: Answered;
  /** Undoes any event; to redo, the revocation is revoked. */
  eventRevoked: { readonly target: EventId };
  cardSuspended: { readonly cardId: CardId };
  /** Neither suspended nor buried any more. */
  cardResumed: { readonly cardId: CardId };
  /** `until` is the first day on which it is asked again. */
  cardBuried: { readonly cardId: CardId; readonly until: StudyDay };
  /** The card begins anew; its history stays in the log. */
  cardForgotten: { readonly cardId: CardId };
  cardFlagged: { readonly cardId: CardId; readonly flagged: boolean };
  /** An empty text takes the note away. */
  noteWritten: { readonly cardId: CardId; readonly text: string };
  /**
   * `changes` holds what was changed and nothing else, so that changes on two devices add up; a model
   * comes with its name and all weights. With `reschedule`, cards get new due days by the new settings.
   */
  learningSettingsChanged: {
    readonly changes: Partial<LearningSettings>;
    readonly reschedule: boolean;
    /** The model in force, named even where it did not change; the earliest events lack it. */
    readonly model?: Model;
  };
  packInstalled: { readonly packId: string; readonly packVersion: string };
  /** Questions of a class quiz that the learner wants to be asked again: they are due that day. */
  quizTakenHome: { readonly quizId: string; readonly cardIds: readonly CardId[] };
}

export type EventType = keyof Payloads;

export type EventOf<T extends EventType> = {
  [K in T]: Envelope & { readonly v: 1; readonly type: K } & Payloads[K];
}[T];

export type LearningEvent = EventOf<EventType>;

/** An event as it is stored and carried: perhaps of a type or version that only a later program knows. */
export type LogEvent = LearningEvent | Envelope;

export type CardReviewed = EventOf<'cardReviewed'>;

/** Where an event stands in the one order that all devices agree on. */
export type OrderKey = Pick<Envelope, 'clock' | 'deviceId' | 'id'>;

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function compareEvents(a: OrderKey, b: OrderKey): number {
  return (
    compareText(a.clock, b.clock) || compareText(a.deviceId, b.deviceId) || compareText(a.id, b.id)
  );
}

const known: Readonly<Record<EventType, true>> = {
  cardReviewed: true,
  cardCrammed: true,
  eventRevoked: true,
  cardSuspended: true,
  cardResumed: true,
  cardBuried: true,
  cardForgotten: true,
  cardFlagged: true,
  noteWritten: true,
  learningSettingsChanged: true,
  packInstalled: true,
  quizTakenHome: true,
};

/** Whether this version of the program knows what the event means. For rows that were read before. */
export function isKnownEvent(event: LogEvent): event is LearningEvent {
  return event.v === 1 && Object.hasOwn(known, event.type);
}
