/** What happens when somebody asks something of a room: events, or the reason why nothing does. */
import { assertNever } from '#lib/base/assert-never.ts';
import type { Random } from '#lib/base/random.ts';
import { err, ok } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Command, HostCommand } from './commands.ts';
import { DONE, type Decision } from './decision.ts';
import { joinRoom, renamePlayer } from './join.ts';
import type { Clock, Room } from './room.ts';
import { submitAnswer } from './submit.ts';
import { remainingAt } from './timing.ts';

export const MOST_EXTENSION_MS = 15 * 60_000;

/** Decides; the room changes when the events are folded. Only joining where names are given at random draws chance. */
export function step(room: Room, command: Command, now: Instant, random: Random): Decision {
  switch (command.type) {
    case 'join':
      return joinRoom(room, command, now, random);
    case 'submit':
      return submitAnswer(room, command, now);
    case 'rename':
      return renamePlayer(room, command, now);
    case 'kick':
    case 'giveTime': {
      const player = room.players.get(command.playerId);
      if (player === undefined) return err('no-such-player');
      const { playerId } = command;
      if (command.type === 'kick')
        return player.kicked ? DONE : ok([{ v: 1, type: 'kicked', at: now, playerId }]);
      if (player.kicked) return err('no-such-player');
      return player.timeFactor === command.factor
        ? DONE
        : ok([{ v: 1, type: 'timeGiven', at: now, playerId, factor: command.factor }]);
    }
    case 'lock':
      return room.locked === command.locked
        ? DONE
        : ok([{ v: 1, type: 'locked', at: now, locked: command.locked }]);
    case 'end':
      return room.phase.phase === 'finished'
        ? err('finished')
        : ok([{ v: 1, type: 'ended', at: now, board: command.board }]);
    case 'ask':
      return ask(room, command.index, now);
    case 'pause':
    case 'resume':
    case 'extend':
    case 'discuss':
    case 'revote':
    case 'reveal':
    case 'skip':
    case 'scoreboard':
      return moveOn(room, command, now);
    default:
      return assertNever(command);
  }
}

/** The index of the question that comes next; `null` if none can be asked now. */
function nextIndex(room: Room): number | null {
  const { phase } = room;
  if (phase.phase === 'lobby') return 0;
  return phase.phase === 'revealed' || phase.phase === 'scoreboard' ? phase.index + 1 : null;
}

function ask(room: Room, index: number, now: Instant): Decision {
  if (room.phase.phase === 'finished') return err('finished');
  if (index < 0 || index >= room.questions.length) return err('no-such-question');
  if (nextIndex(room) !== index) return err('wrong-phase');
  return ok([{ v: 1, type: 'asked', at: now, index, vote: 1, endsAt: endOf(room, now) }]);
}

function endOf(room: Room, now: Instant): Instant | null {
  const { secondsPerQuestion } = room.quiz.settings;
  return secondsPerQuestion === null ? null : ((now + secondsPerQuestion * 1000) as Instant);
}

type Moving = Extract<
  HostCommand,
  {
    readonly type:
      'pause' | 'resume' | 'extend' | 'discuss' | 'revote' | 'reveal' | 'skip' | 'scoreboard';
  }
>;

/** Commands about the question that is on. */
function moveOn(room: Room, command: Moving, now: Instant): Decision {
  const { phase } = room;
  if (phase.phase === 'finished') return err('finished');
  if (phase.phase === 'lobby' || phase.index !== command.index) return err('wrong-phase');
  const { index } = command;
  const happened = { v: 1, at: now, index } as const;
  const isOpen = phase.phase === 'asking' || phase.phase === 'discussing';
  switch (command.type) {
    case 'pause':
      if (phase.phase !== 'asking') return err('wrong-phase');
      return phase.clock.state === 'paused' ? DONE : ok([{ ...happened, type: 'paused' }]);
    case 'resume':
      if (phase.phase !== 'asking') return err('wrong-phase');
      return phase.clock.state === 'running' ? DONE : ok([{ ...happened, type: 'resumed' }]);
    case 'extend':
      if (phase.phase !== 'asking') return err('wrong-phase');
      return extend(room, phase.clock, command, now);
    case 'discuss':
      if (!room.quiz.settings.peerInstruction) return err('no-peer-instruction');
      if (phase.phase !== 'asking' || phase.vote !== 1) return err('wrong-phase');
      return ok([{ ...happened, type: 'discussed' }]);
    case 'revote':
      if (phase.phase !== 'discussing') return err('wrong-phase');
      return ok([{ ...happened, type: 'asked', vote: 2, endsAt: endOf(room, now) }]);
    case 'reveal':
      return isOpen ? ok([{ ...happened, type: 'revealed' }]) : err('wrong-phase');
    case 'skip':
      return isOpen ? ok([{ ...happened, type: 'skipped' }]) : err('wrong-phase');
    case 'scoreboard':
      if (isOpen) return err('wrong-phase');
      if (phase.phase === 'scoreboard' && phase.board === command.board) return DONE;
      return ok([{ ...happened, type: 'scored', board: command.board }]);
  }
}

function extend(
  room: Room,
  clock: Clock,
  { index, byMs, commandId }: Extract<HostCommand, { readonly type: 'extend' }>,
  now: Instant,
): Decision {
  if (room.commandIds.has(commandId)) return DONE;
  const remaining = remainingAt(clock, now);
  if (remaining === null) return err('no-time-limit');
  // Once the time was up, what is given counts from now.
  const endsAt = (now + Math.max(0, remaining) + byMs) as Instant;
  return ok([{ v: 1, type: 'extended', at: now, index, endsAt, commandId }]);
}
