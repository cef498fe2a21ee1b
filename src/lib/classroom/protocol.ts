/**
 * The messages between pages and the classroom server, described for others in docs/classroom-protocol.md.
 * Types only, so that pages carry none of it; `message-schemas.ts` checks what arrives.
 *
 * A page asks (`Requests`), and each request has one reply. The server tells (`ServerMessages`) unasked.
 */
import type { Answer } from '#lib/questions/question.ts';
import type { HostCommand, Refusal } from './commands.ts';
import type { Quiz } from './quiz.ts';
import type { ClassResults, Confidence } from './results.ts';
import type { RoomId, SubmissionId, Vote } from './room.ts';
import type { HostMaterial, HostProgress, HostView, PlayerView, RoomDoor } from './visible.ts';

/** Raised when a page of the earlier version can no longer work with the server. */
export const PROTOCOL_VERSION = 1;

/** Requests beyond this many bytes end the connection. */
export const MAX_MESSAGE_BYTES = 16_384;

/** What a request says and what the reply brings if it is granted. */
export interface Requests {
  /** A student joins by PIN or code. `joinSecret` is made by the page: sent again, it gives the same player. */
  readonly join: {
    readonly request: {
      readonly code: string;
      readonly joinSecret: string;
      readonly name: string | null;
    };
    readonly reply: { readonly token: string; readonly view: PlayerView };
  };
  /** What joining a room by this PIN or code will ask for. */
  readonly look: {
    readonly request: { readonly code: string };
    readonly reply: RoomDoor;
  };
  /** A student comes back, after a reload, on another socket or another phone. */
  readonly rejoin: {
    readonly request: { readonly token: string };
    readonly reply: { readonly view: PlayerView };
  };
  /** Granted when the answer is safe on disk, and not before. */
  readonly submit: {
    readonly request: {
      readonly submissionId: SubmissionId;
      readonly index: number;
      readonly vote: Vote;
      readonly answer: Answer;
      readonly confidence: Confidence | null;
      readonly claimedMs: number | null;
    };
    readonly reply: { readonly submissionId: SubmissionId; readonly late: boolean };
  };
  /** A teacher opens a room. `key` is that of the server, from the link it printed. */
  readonly open: {
    readonly request: {
      readonly key: string;
      readonly quiz: Quiz;
      /** Names to be taken; empty unless the quiz takes names from a roster. */
      readonly roster: readonly string[];
      /** Made by the page: opening twice with it gives one room. */
      readonly openId: string;
    };
    readonly reply: { readonly roomId: RoomId; readonly hostToken: string };
  };
  /** The rooms of this server, for a teacher who closed the page. */
  readonly rooms: {
    readonly request: { readonly key: string };
    readonly reply: {
      readonly rooms: readonly {
        readonly roomId: RoomId;
        readonly hostToken: string;
        readonly title: string;
        readonly openedAt: number;
        readonly finished: boolean;
        readonly players: number;
      }[];
    };
  };
  /** A screen of the host takes its place in the room; as many as the token opens. */
  readonly host: {
    readonly request: { readonly hostToken: string };
    readonly reply: {
      readonly view: HostView;
      readonly material: HostMaterial;
      /** Addresses at which students may reach this server. */
      readonly addresses: readonly string[];
      /** When the room's data will be deleted by itself, if nothing more happens in it. */
      readonly keptUntil: number;
    };
  };
  readonly command: {
    readonly request: { readonly command: HostCommand };
    readonly reply: { readonly view: HostView };
  };
  /** All answers so far, for the report. */
  readonly results: {
    readonly request: Record<never, never>;
    readonly reply: { readonly results: ClassResults };
  };
  /** Deletes the room with everything that is known of it. */
  readonly delete: {
    readonly request: { readonly roomId: RoomId };
    readonly reply: { readonly deleted: true };
  };
}

export type RequestName = keyof Requests;
export type RequestOf<N extends RequestName> = { readonly v: 1 } & Requests[N]['request'];
export type ReplyOf<N extends RequestName> = Requests[N]['reply'];

/** Why a request was not granted. */
export type ProtocolRefusal =
  | Refusal
  /** Not what the protocol says; `detail` names the field. */
  | 'bad-message'
  | 'other-version'
  /** No room has this PIN or code. */
  | 'no-such-room'
  /** Too many wrong PINs from here; `retryMs` says when it may be tried again. */
  | 'too-many-tries'
  /** PINs are being guessed: join by the code of eight characters, or by the QR code. */
  | 'code-needed'
  /** The token opens nothing (any more). */
  | 'bad-token'
  /** Only a host may ask this. */
  | 'not-host'
  /** Only a student who has joined may ask this. */
  | 'not-player'
  | 'too-fast'
  | 'too-many-rooms'
  /** The quiz's pack is not on this server, or in another version. */
  | 'no-such-pack'
  /** A card of the quiz gives no question. */
  | 'no-such-card'
  /** The disk refused; nothing has changed. */
  | 'not-stored'
  /** A defect of the server: this request came to nothing. */
  | 'failed'
  /** No connection, or no reply in time: made by the page's own channel, never sent. */
  | 'no-connection';

export interface RefusedReply {
  readonly ok: false;
  readonly error: ProtocolRefusal;
  readonly detail?: string;
  readonly retryMs?: number;
}

export type Reply<N extends RequestName> =
  { readonly ok: true; readonly value: ReplyOf<N> } | RefusedReply;

/** Why the server ends a connection. `replaced`: the same student is on another device now. */
export type Farewell = 'kicked' | 'replaced' | 'deleted' | 'slow' | 'stopping';

/** What the server tells unasked. */
interface ServerMessages {
  readonly view: PlayerView | HostView;
  readonly progress: HostProgress;
  readonly farewell: { readonly reason: Farewell };
}

export type ServerMessageName = keyof ServerMessages;
export type ServerMessage = {
  readonly [N in ServerMessageName]: { readonly name: N; readonly body: ServerMessages[N] };
}[ServerMessageName];
