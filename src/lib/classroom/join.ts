/** Joining a room, and names in it. */
import type { Random } from '#lib/base/random.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import type { HostCommand, JoinCommand, Refusal } from './commands.ts';
import { DONE, type Decision } from './decision.ts';
import { cleanName, foldName, freeName, givenName, rosterName } from './names.ts';
import type { PlayerId, Room } from './room.ts';

export function joinRoom(room: Room, command: JoinCommand, now: Instant, random: Random): Decision {
  const known = room.playersByJoinKey.get(command.joinKey);
  if (known !== undefined) return room.players.get(known)?.kicked ? err('kicked') : DONE;
  if (room.phase.phase === 'finished') return err('finished');
  if (room.locked) return err('locked');
  if (room.players.size >= room.maxPlayers) return err('full');
  const named = nameFor(room, command.name, random);
  if (!named.ok) return named;
  const playerId = `p${room.players.size + 1}` as PlayerId;
  const { joinKey } = command;
  return ok([{ v: 1, type: 'joined', at: now, playerId, joinKey, name: named.value }]);
}

function nameFor(room: Room, written: string | null, random: Random): Result<string, Refusal> {
  const taken = room.takenNames;
  const { names } = room.quiz.settings;
  if (names === 'random') return ok(givenName(taken, random));
  if (written === null || written.trim() === '') return err('name-missing');
  const name = cleanName(written);
  if (name === null) return err('name-unfit');
  return names === 'roster' ? rosterName(room.roster, name, taken) : ok(freeName(name, taken));
}

export function renamePlayer(
  room: Room,
  { playerId, name }: Extract<HostCommand, { readonly type: 'rename' }>,
  now: Instant,
): Decision {
  const player = room.players.get(playerId);
  if (player === undefined || player.kicked) return err('no-such-player');
  const clean = cleanName(name);
  if (clean === null) return err('name-unfit');
  if (clean === player.name) return DONE;
  const isOwn = foldName(clean) === foldName(player.name);
  if (!isOwn && room.takenNames.has(foldName(clean))) return err('name-taken');
  return ok([{ v: 1, type: 'renamed', at: now, playerId, name: clean }]);
}
