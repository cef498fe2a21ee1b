/** What the host sees of the stage that the room is at: counts, and nothing of one student's answer. */
import type { Instant } from '#lib/base/time.ts';
import type { Room, TimeFactor } from './room.ts';
import { scoreRow, standingsOf } from './standing.ts';
import { rightShareOf, tallyOf } from './tally.ts';
import { shownClock } from './timing.ts';
import type { HostStage } from './visible.ts';

export function hostStage(room: Room, now: Instant): HostStage {
  const { phase } = room;
  switch (phase.phase) {
    case 'lobby':
      return { stage: 'lobby' };
    case 'asking': {
      const { index, vote, clock } = phase;
      const waiting = [...room.players.values()].filter(
        ({ id, kicked }) => !kicked && !room.asked.get(index)?.votes[vote].has(id),
      );
      const most = Math.max(1, ...waiting.map(({ timeFactor }) => timeFactor));
      return {
        stage: 'asking',
        index,
        vote,
        clock: shownClock(clock, { timeFactor: 1 }, now),
        lastRemainingMs: shownClock(clock, { timeFactor: most as TimeFactor }, now).remainingMs,
        answered: room.asked.get(index)?.votes[vote].size ?? 0,
        rightShare: rightShareOf(room, index, vote),
      };
    }
    case 'discussing':
      return { stage: 'discussing', index: phase.index, first: tallyOf(room, phase.index, 1) };
    case 'revealed': {
      const { index } = phase;
      const isRevoted = room.asked.get(index)?.isRevoted ?? false;
      return {
        stage: 'revealed',
        index,
        first: tallyOf(room, index, 1),
        second: isRevoted ? tallyOf(room, index, 2) : null,
      };
    }
    case 'scoreboard': {
      const { index, board } = phase;
      return { stage: 'scoreboard', index, board, top: hostTop(room) };
    }
    case 'finished':
      return { stage: 'finished', board: phase.board, top: hostTop(room) };
  }
}

const hostTop = (room: Room) => standingsOf(room).top.map((row) => scoreRow(row, null));
