import type { Instant, StudyDay } from '#lib/base/time.ts';

export const grades = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof grades)[number];

/** What FSRS knows of a memory. */
export interface Memory {
  /** Days after which recall has fallen to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
}

/** When something happens: the instant, and the study day that the edge found for it. */
export interface Moment {
  readonly at: Instant;
  readonly day: StudyDay;
}

export interface NewState {
  readonly phase: 'new';
  readonly reps: 0;
  readonly lapses: 0;
}

interface Seen {
  readonly memory: Memory;
  /** Reviews so far. */
  readonly reps: number;
  /** Times forgotten after it had been learned. */
  readonly lapses: number;
  readonly lastAt: Instant;
  readonly lastDay: StudyDay;
}

/** Within its steps: due at a minute of the day. */
export interface StepState extends Seen {
  readonly phase: 'learning' | 'relearning';
  /** Index of the step that it waits for. */
  readonly step: number;
  readonly dueAt: Instant;
}

/** Beyond its steps: due on a day. */
export interface ReviewState extends Seen {
  readonly phase: 'review';
  readonly dueDay: StudyDay;
  /** Days that were given at the last review. */
  readonly interval: number;
}

export type CardState = NewState | StepState | ReviewState;

export const NEW_STATE: NewState = { phase: 'new', reps: 0, lapses: 0 };

/** All that the log says of one card. */
export interface CardRecord {
  readonly schedule: CardState;
  /** The day of the first review; `null` if there was none. */
  readonly firstDay: StudyDay | null;
  /** On how many different days it was answered and not forgotten. */
  readonly rightDays: number;
  readonly lastRightDay: StudyDay | null;
  /** Revision of the fact when it was last answered; `null` if it never was. */
  readonly factRev: number | null;
  readonly suspended: boolean;
  /** The first day on which it is asked again; `null` if it is not buried. */
  readonly buriedUntil: StudyDay | null;
  /** The day on which a class quiz was taken home and made it due; `null` once it is answered. */
  readonly wantedOn: StudyDay | null;
  readonly flagged: boolean;
  /** The learner's own note; empty if there is none. */
  readonly note: string;
}

export const NEW_RECORD: CardRecord = {
  schedule: NEW_STATE,
  firstDay: null,
  rightDays: 0,
  lastRightDay: null,
  factRev: null,
  suspended: false,
  buriedUntil: null,
  wantedOn: null,
  flagged: false,
  note: '',
};
