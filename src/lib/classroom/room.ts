/** A room in which a quiz is held. It is what its events add up to (`fold.ts`); nobody else writes to it. */
import type { Brand } from '#lib/base/brand.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Answer, Question, Verdict } from '#lib/questions/question.ts';
import type { Quiz } from './quiz.ts';
import type { Confidence } from './results.ts';
import type { CodePlaces } from './take-home.ts';

export type RoomId = Brand<string, 'RoomId'>;
/** `p1`, `p2`, … in the order of joining. It is no secret and opens nothing. */
export type PlayerId = Brand<string, 'PlayerId'>;
/** Made by the student's page for each answer, so that sending it twice is the same as sending it once. */
export type SubmissionId = Brand<string, 'SubmissionId'>;

/** 1: the first, and without peer instruction the only, vote; 2: after the discussion. */
export type Vote = 1 | 2;

/** How long one question is open. Times are the server's. */
export type Clock =
  | {
      readonly state: 'running';
      /** When the question would have appeared had it never been paused. */
      readonly since: Instant;
      /** `null`: no time limit. */
      readonly endsAt: Instant | null;
    }
  | {
      readonly state: 'paused';
      readonly elapsedMs: number;
      /** Negative once the time was up; `null`: no time limit. */
      readonly remainingMs: number | null;
    };

/** top: the first five are named · private: each sees only their own place */
export const boards = ['top', 'private'] as const;
export type Board = (typeof boards)[number];

export type Phase =
  | { readonly phase: 'lobby' }
  | {
      readonly phase: 'asking';
      readonly index: number;
      readonly vote: Vote;
      readonly clock: Clock;
    }
  /** Peer instruction: the first vote is closed, the class talks, nothing is revealed. */
  | { readonly phase: 'discussing'; readonly index: number }
  | { readonly phase: 'revealed'; readonly index: number }
  | { readonly phase: 'scoreboard'; readonly index: number; readonly board: Board }
  | { readonly phase: 'finished'; readonly board: Board };

/** Factors by which a student's time may be lengthened. */
export const timeFactors = [1, 1.25, 1.5, 2] as const;
export type TimeFactor = (typeof timeFactors)[number];

export interface Player {
  readonly id: PlayerId;
  /** Digest of what the device joined with: joining again with it gives the same player. */
  readonly joinKey: string;
  /** Shown as text only. */
  readonly name: string;
  readonly joinedAt: Instant;
  readonly timeFactor: TimeFactor;
  readonly kicked: boolean;
}

export interface StoredAnswer {
  readonly submissionId: SubmissionId;
  /** With the indexes of the question as the quiz gives it, not as this student saw it. */
  readonly answer: Answer;
  readonly verdict: Verdict;
  readonly confidence: Confidence | null;
  readonly at: Instant;
  /** From the question's appearance to the tap, as far as measured round trips allow. */
  readonly tookMs: number;
  /** Kept and shown, not counted. */
  readonly late: boolean;
  /** Hundredths of a point; 0 while late. */
  readonly points: number;
}

export interface AskedQuestion {
  readonly askedAt: Instant;
  readonly status: 'open' | 'revealed' | 'skipped';
  /** Whether there was, or is, a second vote. */
  readonly isRevoted: boolean;
  /** Of the latest vote; `null`: no time limit. */
  readonly limitMs: number | null;
  readonly votes: Readonly<Record<Vote, ReadonlyMap<PlayerId, StoredAnswer>>>;
}

export interface Room {
  readonly id: RoomId;
  /** Six digits, to be typed. */
  readonly pin: string;
  /** Eight characters, for the QR code and for when PINs are being guessed. */
  readonly code: string;
  readonly openedAt: Instant;
  readonly maxPlayers: number;
  readonly quiz: Quiz;
  readonly questions: readonly Question[];
  /** Names that may be taken; empty unless the quiz takes names from a roster. */
  readonly roster: readonly string[];
  /** For short codes to take home; `null` in rooms from before there were any. */
  readonly codes: CodePlaces | null;
  /** For the order in which each student sees options. */
  readonly seed: number;
  /** How many events it is made of. */
  readonly revision: number;
  readonly phase: Phase;
  readonly locked: boolean;
  readonly players: ReadonlyMap<PlayerId, Player>;
  /** Folded (`foldName`); a kicked student's is free again. */
  readonly takenNames: ReadonlySet<string>;
  readonly playersByJoinKey: ReadonlyMap<string, PlayerId>;
  /** By index in the quiz's items; those that were never reached are missing. */
  readonly asked: ReadonlyMap<number, AskedQuestion>;
  /** Of commands that must not take effect twice. */
  readonly commandIds: ReadonlySet<string>;
}
