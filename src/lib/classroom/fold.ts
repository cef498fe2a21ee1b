/** From the events of a room to the room. */
import type { Instant } from '#lib/base/time.ts';
import type { RoomEvent, RoomEventOf, RoomEventType } from './events.ts';
import { foldName } from './names.ts';
import type { AskedQuestion, Clock, Player, PlayerId, StoredAnswer } from './room.ts';
import { roomOf, type RoomDraft } from './room-draft.ts';
import { pointsFor } from './scoring.ts';
import { limitFor, limitOf } from './timing.ts';

/**
 * Folds a room's log.
 * @throws if the first event does not open a room, or another one does
 */
export function foldRoom(events: readonly RoomEvent[]): RoomDraft {
  const [opened, ...later] = events;
  if (opened?.type !== 'opened') throw new Error('The log of a room begins with its opening.');
  const room = roomOf(opened);
  for (const event of later) advance(room, event);
  return room;
}

/** Changes the room by one more event. */
export function advance(room: RoomDraft, event: RoomEvent): void {
  // The table has the right reducer under each type, which the compiler cannot follow through an index.
  (reducers[event.type] as (room: RoomDraft, event: RoomEvent) => void)(room, event);
  room.revision += 1;
}

type Reducers = {
  readonly [T in RoomEventType]: (room: RoomDraft, event: RoomEventOf<T>) => void;
};

/** One for each event: a missing one does not compile. */
const reducers: Reducers = {
  opened() {
    throw new Error('A room is opened once.');
  },
  joined(room, { playerId, joinKey, name, at }) {
    room.players.set(playerId, {
      id: playerId,
      joinKey,
      name,
      joinedAt: at,
      timeFactor: 1,
      kicked: false,
    });
    room.playersByJoinKey.set(joinKey, playerId);
    room.takenNames.add(foldName(name));
  },
  renamed(room, { playerId, name }) {
    freeNameOf(room, playerId);
    edit(room, playerId, { name });
    room.takenNames.add(foldName(name));
  },
  kicked(room, { playerId }) {
    freeNameOf(room, playerId);
    edit(room, playerId, { kicked: true });
  },
  timeGiven(room, { playerId, factor }) {
    edit(room, playerId, { timeFactor: factor });
    takeInLate(room);
  },
  locked(room, { locked }) {
    room.locked = locked;
  },
  asked(room, { index, vote, endsAt, at }) {
    const clock: Clock = { state: 'running', since: at, endsAt };
    room.phase = { phase: 'asking', index, vote, clock };
    const known = room.asked.get(index);
    if (known === undefined)
      room.asked.set(index, {
        askedAt: at,
        status: 'open',
        limitMs: limitOf(clock),
        isRevoted: false,
        votes: { 1: new Map(), 2: new Map() },
      });
    else {
      known.limitMs = limitOf(clock);
      known.isRevoted = vote === 2;
    }
  },
  paused: (room, { at }) =>
    setClock(room, (clock) =>
      clock.state === 'paused'
        ? clock
        : {
            state: 'paused',
            elapsedMs: Math.max(0, at - clock.since),
            remainingMs: clock.endsAt === null ? null : clock.endsAt - at,
          },
    ),
  resumed: (room, { at }) =>
    setClock(room, (clock) =>
      clock.state === 'running'
        ? clock
        : {
            state: 'running',
            since: (at - clock.elapsedMs) as Instant,
            endsAt: clock.remainingMs === null ? null : ((at + clock.remainingMs) as Instant),
          },
    ),
  extended(room, { endsAt, commandId, at }) {
    room.commandIds.add(commandId);
    setClock(room, (clock) =>
      clock.state === 'running' ? { ...clock, endsAt } : { ...clock, remainingMs: endsAt - at },
    );
    takeInLate(room);
  },
  discussed(room, { index }) {
    room.phase = { phase: 'discussing', index };
  },
  revealed(room, { index }) {
    room.phase = { phase: 'revealed', index };
    close(room, index, 'revealed');
  },
  skipped(room, { index }) {
    // Nothing is shown of it: the class waits at the private board for the next question.
    room.phase = { phase: 'scoreboard', index, board: 'private' };
    close(room, index, 'skipped');
  },
  scored(room, { index, board }) {
    room.phase = { phase: 'scoreboard', index, board };
  },
  ended(room, { board }) {
    // A question that was open when the quiz ended was never revealed: it counts for nobody.
    if (room.phase.phase === 'asking' || room.phase.phase === 'discussing')
      close(room, room.phase.index, 'skipped');
    room.phase = { phase: 'finished', board };
  },
  answered(room, { playerId, index, vote, at, ...given }) {
    const { submissionId, answer, verdict, confidence, tookMs, late } = given;
    const stored = { submissionId, answer, verdict, confidence, at, tookMs, late, points: 0 };
    room.asked.get(index)?.votes[vote].set(playerId, valued(room, playerId, index, stored));
  },
};

function edit(room: RoomDraft, playerId: PlayerId, changes: Partial<Player>): void {
  const player = room.players.get(playerId);
  if (player !== undefined) room.players.set(playerId, { ...player, ...changes });
}

function freeNameOf(room: RoomDraft, playerId: PlayerId): void {
  const player = room.players.get(playerId);
  if (player !== undefined) room.takenNames.delete(foldName(player.name));
}

function close(room: RoomDraft, index: number, status: AskedQuestion['status']): void {
  const question = room.asked.get(index);
  if (question !== undefined) question.status = status;
}

function setClock(room: RoomDraft, change: (clock: Clock) => Clock): void {
  if (room.phase.phase !== 'asking') return;
  const clock = change(room.phase.clock);
  room.phase = { ...room.phase, clock };
  const question = room.asked.get(room.phase.index);
  if (question !== undefined) question.limitMs = limitOf(clock);
}

/** More time takes in what came after the old end and before the new one. */
function takeInLate(room: RoomDraft): void {
  if (room.phase.phase !== 'asking') return;
  const { index, vote } = room.phase;
  const question = room.asked.get(index);
  for (const [playerId, stored] of question?.votes[vote] ?? []) {
    const player = room.players.get(playerId);
    const limit = player === undefined ? null : limitFor(question?.limitMs ?? null, player);
    const late = limit !== null && stored.tookMs > limit;
    if (stored.late && !late)
      question?.votes[vote].set(playerId, valued(room, playerId, index, { ...stored, late }));
  }
}

function valued(
  room: RoomDraft,
  playerId: PlayerId,
  index: number,
  stored: StoredAnswer,
): StoredAnswer {
  if (stored.late) return { ...stored, points: 0 };
  const player = room.players.get(playerId);
  const limitMs = room.asked.get(index)?.limitMs ?? null;
  const points = pointsFor(room.quiz.settings.scoring, {
    verdict: stored.verdict,
    confidence: stored.confidence,
    tookMs: stored.tookMs,
    limitMs: player === undefined ? limitMs : limitFor(limitMs, player),
  });
  return { ...stored, points };
}
