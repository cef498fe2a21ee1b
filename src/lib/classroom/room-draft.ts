/** A room in the making. Only `fold.ts` changes it. */
import type { RoomEventOf } from './events.ts';
import type { AskedQuestion, Phase, Player, PlayerId, Room, StoredAnswer, Vote } from './room.ts';

interface AskedDraft extends Omit<AskedQuestion, 'votes' | 'status' | 'limitMs' | 'isRevoted'> {
  status: AskedQuestion['status'];
  limitMs: number | null;
  isRevoted: boolean;
  readonly votes: Readonly<Record<Vote, Map<PlayerId, StoredAnswer>>>;
}

/** Events change it in place, or a class of thousands would be copied at each answer. */
export interface RoomDraft extends Omit<
  Room,
  | 'revision'
  | 'phase'
  | 'locked'
  | 'players'
  | 'takenNames'
  | 'playersByJoinKey'
  | 'asked'
  | 'commandIds'
> {
  revision: number;
  phase: Phase;
  locked: boolean;
  readonly players: Map<PlayerId, Player>;
  readonly takenNames: Set<string>;
  readonly playersByJoinKey: Map<string, PlayerId>;
  readonly asked: Map<number, AskedDraft>;
  readonly commandIds: Set<string>;
}

export type OpenedEvent = RoomEventOf<'opened'>;

/** The room as its first event makes it. */
export function roomOf(opened: OpenedEvent): RoomDraft {
  return {
    id: opened.roomId,
    pin: opened.pin,
    code: opened.code,
    openedAt: opened.at,
    maxPlayers: opened.maxPlayers,
    quiz: opened.quiz,
    questions: opened.questions,
    roster: opened.roster,
    codes: opened.codes ?? null,
    seed: opened.seed,
    revision: 1,
    phase: { phase: 'lobby' },
    locked: false,
    players: new Map(),
    takenNames: new Set(),
    playersByJoinKey: new Map(),
    asked: new Map(),
    commandIds: new Set(),
  };
}
