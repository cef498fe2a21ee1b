/**
 * What happened in a room, one line of its log each. Lines outlive the code: a field is never renamed and
 * never changes its meaning; a new meaning is a new version.
 */
import type { Instant } from '#lib/base/time.ts';
import type { Answer, Question, Verdict } from '#lib/questions/question.ts';
import type { Quiz } from './quiz.ts';
import type { Confidence } from './results.ts';
import type { Board, PlayerId, RoomId, SubmissionId, TimeFactor, Vote } from './room.ts';
import type { CodePlaces } from './take-home.ts';

interface Payloads {
  /** With the questions themselves: another version of the pack later changes nothing. */
  readonly opened: {
    readonly roomId: RoomId;
    readonly pin: string;
    readonly code: string;
    readonly seed: number;
    readonly maxPlayers: number;
    readonly quiz: Quiz;
    readonly questions: readonly Question[];
    readonly roster: readonly string[];
    /** For short codes to take home; missing in rooms that were opened before there were any. */
    readonly codes?: CodePlaces;
  };
  readonly joined: { readonly playerId: PlayerId; readonly joinKey: string; readonly name: string };
  readonly renamed: { readonly playerId: PlayerId; readonly name: string };
  readonly kicked: { readonly playerId: PlayerId };
  readonly timeGiven: { readonly playerId: PlayerId; readonly factor: TimeFactor };
  readonly locked: { readonly locked: boolean };
  /** `endsAt` is `null` without a time limit. */
  readonly asked: {
    readonly index: number;
    readonly vote: Vote;
    readonly endsAt: Instant | null;
  };
  readonly paused: { readonly index: number };
  readonly resumed: { readonly index: number };
  readonly extended: {
    readonly index: number;
    readonly endsAt: Instant;
    readonly commandId: string;
  };
  readonly discussed: { readonly index: number };
  readonly revealed: { readonly index: number };
  readonly skipped: { readonly index: number };
  readonly scored: { readonly index: number; readonly board: Board };
  readonly ended: { readonly board: Board };
  readonly answered: {
    readonly playerId: PlayerId;
    readonly submissionId: SubmissionId;
    readonly index: number;
    readonly vote: Vote;
    /** With the indexes of the question as the quiz gives it. */
    readonly answer: Answer;
    readonly verdict: Verdict;
    readonly confidence: Confidence | null;
    readonly tookMs: number;
    readonly late: boolean;
  };
}

export type RoomEventType = keyof Payloads;

export type RoomEventOf<T extends RoomEventType> = {
  readonly [Type in T]: {
    readonly v: 1;
    readonly type: Type;
    readonly at: Instant;
  } & Payloads[Type];
}[T];

export type RoomEvent = RoomEventOf<RoomEventType>;
