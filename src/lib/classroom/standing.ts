/** Which answer counts, and what everybody has so far. Only what was revealed is counted. */
import type { AskedQuestion, PlayerId, Room, StoredAnswer, Vote } from './room.ts';
import type { ScoreRow } from './visible.ts';

export interface CountedAnswer extends StoredAnswer {
  readonly vote: Vote;
}

/** The latest vote that was on time; if none was, the latest there is; `null`: no answer. */
export function countedAnswer(asked: AskedQuestion, playerId: PlayerId): CountedAnswer | null {
  const first = asked.votes[1].get(playerId);
  const second = asked.votes[2].get(playerId);
  if (second !== undefined && (!second.late || first === undefined || first.late))
    return { ...second, vote: 2 };
  return first === undefined ? null : { ...first, vote: 1 };
}

export function isRight(answer: StoredAnswer | null): boolean {
  return answer !== null && !answer.late && ['right', 'slip'].includes(answer.verdict);
}

export interface Standing {
  readonly playerId: PlayerId;
  readonly name: string;
  /** Hundredths of a point. */
  readonly points: number;
  readonly rank: number;
}

const TOP = 5;

interface Standings {
  readonly revision: number;
  /** The best first; of equals, who joined first. */
  readonly ranked: readonly Standing[];
  /** The first five, and all who are equal to the fifth up to twice as many. */
  readonly top: readonly Standing[];
  readonly byPlayer: ReadonlyMap<PlayerId, Standing>;
}

/** Worked out once for each state of a room: a scoreboard asks for it once for each student. */
const known = new WeakMap<Room, Standings>();

export function standingsOf(room: Room): Standings {
  const before = known.get(room);
  if (before?.revision === room.revision) return before;
  const standings = workOut(room);
  known.set(room, standings);
  return standings;
}

function workOut(room: Room): Standings {
  const revealed = [...room.asked.values()].filter(({ status }) => status === 'revealed');
  const scored = [...room.players.values()]
    .filter(({ kicked }) => !kicked)
    .map(({ id, name }) => ({
      playerId: id,
      name,
      points: revealed.reduce((sum, asked) => sum + (countedAnswer(asked, id)?.points ?? 0), 0),
    }))
    .sort((a, b) => b.points - a.points);
  const ranked: Standing[] = [];
  for (const [place, score] of scored.entries()) {
    const above = ranked.at(-1);
    const rank = above?.points === score.points ? above.rank : place + 1;
    ranked.push({ ...score, rank });
  }
  return {
    revision: room.revision,
    ranked,
    top: ranked.filter(({ rank }) => rank <= TOP).slice(0, 2 * TOP),
    byPlayer: new Map(ranked.map((standing) => [standing.playerId, standing])),
  };
}

/** A line of the board, as `me` sees it; `null`: the host. */
export function scoreRow(
  { playerId, rank, name, points }: Standing,
  me: PlayerId | null,
): ScoreRow {
  return { rank, name, points, me: playerId === me };
}
