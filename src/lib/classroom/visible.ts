/** What each role may see. Made by `viewFor` in `view.ts` alone; only this can be sent. */
import type { Precision } from '#lib/questions/dates.ts';
import type { Answer, Question, Verdict } from '#lib/questions/question.ts';
import type { CardId } from '#lib/base/ids.ts';
import type { Naming, Quiz, Scoring } from './quiz.ts';
import type { Confidence } from './results.ts';
import type { Board, PlayerId, RoomId, TimeFactor, Vote } from './room.ts';

declare const visible: unique symbol;
/** Only `view.ts` makes one, so that nothing of a room can be sent past it. */
export type Visible<T> = T & { readonly [visible]: true };

/** A question without anything that tells its key from others of its kind. Options, items and right-hand sides in this student's order. */
export type ShownQuestion = { readonly stem: string } & (
  | {
      readonly format: 'choice' | 'attribution' | 'corroboration';
      readonly options: readonly string[];
    }
  /** In which unit; two figures, from one to another, where it is a span. */
  | { readonly format: 'number'; readonly unit: string; readonly isSpan: boolean }
  /** How exact an answer is asked for. */
  | { readonly format: 'date'; readonly precision: Precision }
  | { readonly format: 'order'; readonly items: readonly string[] }
  | {
      readonly format: 'match';
      readonly left: readonly string[];
      readonly right: readonly string[];
    }
);

/** `remainingMs` at the moment of sending, never below 0, a student's extra time included; `null`: no time limit. */
export interface ShownClock {
  readonly state: 'running' | 'paused';
  readonly remainingMs: number | null;
}

/** The student's own answer, with the indexes that this student sees. It is safe: it outlives the server. */
export interface MyAnswer {
  readonly vote: Vote;
  readonly answer: Answer;
  readonly confidence: Confidence | null;
  readonly late: boolean;
}

export interface MyResult extends MyAnswer {
  readonly verdict: Verdict;
  /** Hundredths of a point. */
  readonly points: number;
}

export interface ScoreRow {
  /** Equal scores share a rank. */
  readonly rank: number;
  readonly name: string;
  /** Hundredths of a point. */
  readonly points: number;
  /** Whether it is the one who looks. */
  readonly me: boolean;
}

export interface MyScore {
  readonly points: number;
  readonly rank: number;
  /** Among how many. */
  readonly of: number;
  /** The first five (more where equal); empty if the board is private. */
  readonly top: readonly ScoreRow[];
}

export type PlayerStage =
  | { readonly stage: 'lobby' }
  | {
      readonly stage: 'asking';
      readonly index: number;
      readonly vote: Vote;
      readonly question: ShownQuestion;
      readonly clock: ShownClock;
      /** The answer to this vote, or `null`. */
      readonly mine: MyAnswer | null;
      /** At the second vote: the answer to the first. */
      readonly before: MyAnswer | null;
    }
  | {
      readonly stage: 'discussing';
      readonly index: number;
      readonly question: ShownQuestion;
      readonly mine: MyAnswer | null;
    }
  | {
      readonly stage: 'revealed';
      readonly index: number;
      /** Whole, in this student's order. */
      readonly question: Question;
      /** The answer that counts, or `null`. */
      readonly mine: MyResult | null;
      readonly before: MyResult | null;
    }
  | { readonly stage: 'scoreboard'; readonly index: number; readonly score: MyScore }
  | {
      readonly stage: 'finished';
      readonly score: MyScore;
      readonly right: number;
      /** Questions that were asked and not withdrawn. */
      readonly asked: number;
      /** Of questions answered wrong, nearly, late or not at all: to take home. */
      readonly missed: readonly CardId[];
      /** The same cards to type in the app; `null` if nothing was missed, or the room has no code book. */
      readonly takeHome: { readonly code: string } | null;
    };

export interface QuizHead {
  readonly id: string;
  readonly title: string;
  readonly packId: string;
  readonly packVersion: string;
  readonly questions: number;
  readonly scoring: Scoring;
  readonly confidence: boolean;
  readonly peerInstruction: boolean;
  readonly secondsPerQuestion: number | null;
}

export type PlayerView = Visible<{
  readonly role: 'player';
  readonly quiz: QuizHead;
  readonly me: {
    readonly id: PlayerId;
    readonly name: string;
    readonly timeFactor: TimeFactor;
  };
  readonly now: PlayerStage;
}>;

export interface Tally {
  /** Answers on time. */
  readonly answered: number;
  readonly late: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** For each option of the question as the quiz gives it; only where there are options. */
  readonly options?: readonly number[];
  /** Written answers, the commonest first, at most twenty; only where one writes. */
  readonly texts?: readonly {
    readonly text: string;
    readonly count: number;
    readonly verdict: Verdict;
  }[];
  /** How many were how sure; only where it is asked. */
  readonly confidence?: Readonly<Record<Confidence, number>>;
}

export interface HostPlayer {
  readonly id: PlayerId;
  readonly name: string;
  /** Whether a device of this student is connected. */
  readonly present: boolean;
  readonly timeFactor: TimeFactor;
  readonly points: number;
  /** Whether there is an answer to the vote that is open. */
  readonly answered: boolean;
}

export type HostStage =
  | { readonly stage: 'lobby' }
  | {
      readonly stage: 'asking';
      readonly index: number;
      readonly vote: Vote;
      /** For everybody without extra time. */
      readonly clock: ShownClock;
      /** Until the last who has not answered is out of time, extra time included; `null`: no time limit. */
      readonly lastRemainingMs: number | null;
      readonly answered: number;
      /** With peer instruction: the share of right answers so far, to decide whether to discuss. */
      readonly rightShare: number | null;
    }
  /** `first` is for the teacher's own eyes while the class talks. */
  | { readonly stage: 'discussing'; readonly index: number; readonly first: Tally }
  | {
      readonly stage: 'revealed';
      readonly index: number;
      readonly first: Tally;
      /** `null` if there was one vote only. */
      readonly second: Tally | null;
    }
  | {
      readonly stage: 'scoreboard';
      readonly index: number;
      readonly board: Board;
      readonly top: readonly ScoreRow[];
    }
  | { readonly stage: 'finished'; readonly board: Board; readonly top: readonly ScoreRow[] };

export type HostView = Visible<{
  readonly role: 'host';
  readonly roomId: RoomId;
  readonly pin: string;
  readonly code: string;
  readonly quiz: QuizHead;
  readonly locked: boolean;
  /** Kicked students are not among them. */
  readonly players: readonly HostPlayer[];
  readonly now: HostStage;
}>;

/** What the host opens with: the whole quiz, questions and keys. */
export type HostMaterial = Visible<{
  readonly quiz: Quiz;
  readonly questions: readonly Question[];
}>;

/** The live count, sent to hosts a few times a second instead of a whole view. */
export type HostProgress = Visible<{
  readonly index: number;
  readonly vote: Vote;
  readonly answered: number;
  readonly present: number;
  readonly rightShare: number | null;
}>;

/** What somebody sees who knows the PIN and has not joined. */
export type RoomDoor = Visible<{
  readonly title: string;
  readonly names: Naming;
  readonly locked: boolean;
}>;
