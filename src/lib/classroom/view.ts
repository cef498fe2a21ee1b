/**
 * What one role may see of a room. Only what this file makes can be sent (`Visible`); what each role sees of the
 * stage stands in `player-stage.ts` and `host-stage.ts`.
 */
import type { Instant } from '#lib/base/time.ts';
import { hostStage } from './host-stage.ts';
import { playerStage } from './player-stage.ts';
import type { Player, PlayerId, Room } from './room.ts';
import { standingsOf } from './standing.ts';
import { rightShareOf } from './tally.ts';
import type {
  HostMaterial,
  HostProgress,
  HostView,
  PlayerView,
  QuizHead,
  RoomDoor,
  Visible,
} from './visible.ts';

export type Role =
  | {
      readonly role: 'host';
      /** Students with a device that is connected. */
      readonly present: ReadonlySet<PlayerId>;
    }
  | { readonly role: 'player'; readonly playerId: PlayerId };

export function viewFor(
  role: Extract<Role, { readonly role: 'player' }>,
  room: Room,
  now: Instant,
): PlayerView;
export function viewFor(
  role: Extract<Role, { readonly role: 'host' }>,
  room: Room,
  now: Instant,
): HostView;
/** @throws if the student is not in the room */
export function viewFor(role: Role, room: Room, now: Instant): PlayerView | HostView {
  if (role.role === 'host') return hostView(room, role.present, now);
  const player = room.players.get(role.playerId);
  if (player === undefined) throw new Error(`${role.playerId} is not in the room`);
  return playerView(room, player, now);
}

/** The only place where something becomes visible. */
function show<T>(body: T): Visible<T> {
  return body as Visible<T>;
}

function quizHead({ quiz }: Room): QuizHead {
  const { scoring, confidence, peerInstruction, secondsPerQuestion } = quiz.settings;
  const { id, title, packId, packVersion, items } = quiz;
  return {
    id,
    title,
    packId,
    packVersion,
    questions: items.length,
    scoring,
    confidence,
    peerInstruction,
    secondsPerQuestion,
  };
}

function playerView(room: Room, player: Player, now: Instant): PlayerView {
  const { id, name, timeFactor } = player;
  return show({
    role: 'player',
    quiz: quizHead(room),
    me: { id, name, timeFactor },
    now: playerStage(room, player, now),
  } as const);
}

function hostView(room: Room, present: ReadonlySet<PlayerId>, now: Instant): HostView {
  const { phase } = room;
  const { byPlayer } = standingsOf(room);
  const open =
    phase.phase === 'asking' ? room.asked.get(phase.index)?.votes[phase.vote] : undefined;
  const { id: roomId, pin, code, locked } = room;
  return show({
    role: 'host',
    roomId,
    pin,
    code,
    quiz: quizHead(room),
    locked,
    players: [...room.players.values()]
      .filter(({ kicked }) => !kicked)
      .map(({ id, name, timeFactor }) => ({
        id,
        name,
        present: present.has(id),
        timeFactor,
        points: byPlayer.get(id)?.points ?? 0,
        answered: open?.has(id) ?? false,
      })),
    now: hostStage(room, now),
  } as const);
}

/** `null` unless a question is open. */
export function progressOf(room: Room, present: number): HostProgress | null {
  const { phase } = room;
  if (phase.phase !== 'asking') return null;
  const { index, vote } = phase;
  const answered = room.asked.get(index)?.votes[vote].size ?? 0;
  return show({ index, vote, answered, present, rightShare: rightShareOf(room, index, vote) });
}

export function materialOf({ quiz, questions }: Room): HostMaterial {
  return show({ quiz, questions });
}

export function doorOf({ quiz, locked }: Room): RoomDoor {
  return show({ title: quiz.title, names: quiz.settings.names, locked });
}
