/** What a host or a student may ask of a room. Whether it happens is decided by `step`. */
import type { Answer } from '#lib/questions/question.ts';
import type { Confidence } from './results.ts';
import type { Board, PlayerId, SubmissionId, TimeFactor, Vote } from './room.ts';

/**
 * Commands that move the quiz on name the question they mean, so that two screens of one host, or a command
 * sent twice, never move it on twice.
 */
export type HostCommand =
  /** From the lobby, a reveal or a scoreboard to the next question; `index` is that question's. */
  | { readonly type: 'ask'; readonly index: number }
  | { readonly type: 'pause'; readonly index: number }
  | { readonly type: 'resume'; readonly index: number }
  /** More time for everybody; `commandId` keeps it from being given twice. */
  | {
      readonly type: 'extend';
      readonly index: number;
      readonly byMs: number;
      readonly commandId: string;
    }
  /** Closes the first vote and lets the class talk. */
  | { readonly type: 'discuss'; readonly index: number }
  | { readonly type: 'revote'; readonly index: number }
  | { readonly type: 'reveal'; readonly index: number }
  /** Withdraws the question: it counts for nobody and its key is not shown. */
  | { readonly type: 'skip'; readonly index: number }
  | { readonly type: 'scoreboard'; readonly index: number; readonly board: Board }
  | { readonly type: 'end'; readonly board: Board }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'kick'; readonly playerId: PlayerId }
  | { readonly type: 'rename'; readonly playerId: PlayerId; readonly name: string }
  | {
      readonly type: 'giveTime';
      readonly playerId: PlayerId;
      readonly factor: TimeFactor;
    };

export interface JoinCommand {
  readonly type: 'join';
  /** Digest of the device's own secret; see {@link Player.joinKey}. */
  readonly joinKey: string;
  /** As it was written; without meaning where names are given at random. */
  readonly name: string | null;
}

export interface SubmitCommand {
  readonly type: 'submit';
  readonly playerId: PlayerId;
  readonly submissionId: SubmissionId;
  readonly index: number;
  readonly vote: Vote;
  /** With the indexes as this student sees the question. */
  readonly answer: Answer;
  readonly confidence: Confidence | null;
  /** From paint to tap, as the phone says; `null`: it says nothing. */
  readonly claimedMs: number | null;
  /** The round trip that the server measured to this phone; 0 if it measured none. */
  readonly roundTripMs: number;
}

type PlayerCommand = JoinCommand | SubmitCommand;
export type Command = HostCommand | PlayerCommand;

/** Why a command changes nothing. */
export type Refusal =
  /** The room is in another phase, or at another question. */
  | 'wrong-phase'
  /** There is no question of this index. */
  | 'no-such-question'
  | 'no-such-player'
  /** The question has not been asked yet. */
  | 'not-asked'
  /** The question was withdrawn. */
  | 'skipped'
  /** Answers are taken when it goes on. */
  | 'paused'
  /** There is an answer already, with another submission id. */
  | 'answered-already'
  /** Another format than the question's, or an index out of its range. */
  | 'unfit-answer'
  /** Say how sure you are: this quiz asks it. */
  | 'confidence-missing'
  /** No time limit to lengthen. */
  | 'no-time-limit'
  /** The quiz was not set up for two votes. */
  | 'no-peer-instruction'
  | 'locked'
  | 'full'
  | 'kicked'
  | 'finished'
  /** Nothing that could be shown is left of the name. */
  | 'name-unfit'
  | 'name-missing'
  | 'name-taken'
  /** Not a name of the teacher's list. */
  | 'not-on-roster';
