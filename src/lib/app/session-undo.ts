/** What a session keeps to undo and redo, as long as it is on the screen; the review log goes further back. */
import type { Format } from '#lib/questions/question.ts';
import type { EventId } from '#lib/study/events.ts';
import type { Session } from '#lib/study/session.ts';
import type { Given } from './session-snapshot.ts';

/** Where the session stands, to come back to it. */
export interface Place {
  readonly session: Session;
  readonly format: Format | null;
  readonly given: Given | null;
}

/** Something done to a card beside answering it. */
export interface Done {
  readonly eventId: EventId;
  /** How many answers there were by then. */
  readonly answers: number;
  readonly before: Place;
}

export interface Undone {
  readonly revocation: EventId;
  readonly before: Place;
  /** Unless it was an answer. */
  readonly done: Done | null;
}
