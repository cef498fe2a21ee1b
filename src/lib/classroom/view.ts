/**
 * What one role may see of a room. Only what this file makes can be sent (`Visible`), so that nothing that
 * depends on a key leaves before its reveal: a question that is open is shown through `shownQuestion` alone.
 */
import { assertNever } from '#lib/base/assert-never.ts';
import type { Instant } from '#lib/base/time.ts';
import { precisionOf } from '#lib/questions/dates.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import { answerAsShown, placesFor, questionInOrder, type Places } from './option-order.ts';
import type {
  Board,
  Clock,
  Player,
  PlayerId,
  Room,
  StoredAnswer,
  TimeFactor,
  Vote,
} from './room.ts';
import { countedAnswer, isRight, standingsOf, type Standing } from './standing.ts';
import { codeOfPlaces } from './take-home.ts';
import { rightShareOf, tallyOf } from './tally.ts';
import { elapsedAt, limitFor, limitOf } from './timing.ts';
import type {
  HostMaterial,
  HostProgress,
  HostStage,
  HostView,
  MyAnswer,
  MyResult,
  MyScore,
  PlayerStage,
  PlayerView,
  QuizHead,
  RoomDoor,
  ScoreRow,
  ShownClock,
  ShownQuestion,
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

// ------------------------------------------------------------------ students

function playerView(room: Room, player: Player, now: Instant): PlayerView {
  const { id, name, timeFactor } = player;
  return show({
    role: 'player',
    quiz: quizHead(room),
    me: { id, name, timeFactor },
    now: playerStage(room, player, now),
  } as const);
}

function playerStage(room: Room, player: Player, now: Instant): PlayerStage {
  const { phase } = room;
  switch (phase.phase) {
    case 'lobby':
      return { stage: 'lobby' };
    case 'finished':
      return finished(room, player, phase.board);
    case 'scoreboard':
      return {
        stage: 'scoreboard',
        index: phase.index,
        score: scoreOf(room, player.id, phase.board),
      };
    case 'asking':
    case 'discussing':
    case 'revealed':
      break;
    default:
      return assertNever(phase);
  }
  const { index } = phase;
  const question = questionAt(room, index);
  const places = placesFor(question, room.seed, player.id, index);
  const mine = (vote: Vote) => room.asked.get(index)?.votes[vote].get(player.id);
  if (phase.phase === 'revealed') {
    const asked = room.asked.get(index);
    const counted = asked === undefined ? null : countedAnswer(asked, player.id);
    const first = mine(1);
    return {
      stage: 'revealed',
      index,
      question: questionInOrder(question, places),
      mine: counted === null ? null : myResult(counted, counted.vote, places),
      before: counted?.vote === 2 && first ? myResult(first, 1, places) : null,
    };
  }
  const shown = shownQuestion(question, places);
  if (phase.phase === 'discussing')
    return { stage: 'discussing', index, question: shown, mine: myAnswer(mine(1), 1, places) };
  const { vote, clock } = phase;
  return {
    stage: 'asking',
    index,
    vote,
    question: shown,
    clock: shownClock(clock, player, now),
    mine: myAnswer(mine(vote), vote, places),
    before: vote === 2 ? myAnswer(mine(1), 1, places) : null,
  };
}

function questionAt(room: Room, index: number): Question {
  const question = room.questions[index];
  if (question === undefined) throw new Error(`The quiz has no question ${index}`);
  return question;
}

/** Takes each field by name: what a question gains later stays unseen until somebody decides otherwise. */
function shownQuestion(question: Question, places: Places): ShownQuestion {
  const { stem } = question;
  const inOrder = (texts: readonly string[]) => places.map((at) => texts[at] ?? '');
  if (hasOptions(question) && question.format !== 'place') {
    const { format, options } = question;
    return { stem, format, options: inOrder(options.map(({ text }) => text)) };
  }
  switch (question.format) {
    case 'number': {
      const [{ number, unit }] = question.amounts;
      return { stem, format: 'number', unit, isSpan: typeof number !== 'number' };
    }
    case 'date':
      return { stem, format: 'date', precision: precisionOf(question.dates[0]) };
    case 'order':
      return { stem, format: 'order', items: inOrder(question.items.map(({ text }) => text)) };
    case 'match':
      return { stem, format: 'match', left: question.left, right: inOrder(question.right) };
    case 'place':
    case 'typed':
    case 'recall':
      throw new Error(`A class is not asked in the format ${question.format}`);
  }
}

function shownClock(clock: Clock, player: Pick<Player, 'timeFactor'>, now: Instant): ShownClock {
  const limit = limitFor(limitOf(clock), player);
  return {
    state: clock.state,
    remainingMs: limit === null ? null : Math.max(0, limit - elapsedAt(clock, now)),
  };
}

function myAnswer(stored: StoredAnswer | undefined, vote: Vote, places: Places): MyAnswer | null {
  if (stored === undefined) return null;
  const { answer, confidence, late } = stored;
  return { vote, answer: answerAsShown(answer, places), confidence, late };
}

function myResult(stored: StoredAnswer, vote: Vote, places: Places): MyResult {
  const { answer, confidence, late, verdict, points } = stored;
  return { vote, answer: answerAsShown(answer, places), confidence, late, verdict, points };
}

function scoreOf(room: Room, playerId: PlayerId, board: Board): MyScore {
  const standings = standingsOf(room);
  const { byPlayer, ranked } = standings;
  const { points = 0, rank = ranked.length } = byPlayer.get(playerId) ?? {};
  const top = board === 'top' ? standings.top : [];
  return { points, rank, of: ranked.length, top: top.map((row) => scoreRow(row, playerId)) };
}

function scoreRow({ playerId, rank, name, points }: Standing, me: PlayerId | null): ScoreRow {
  return { rank, name, points, me: playerId === me };
}

function finished(room: Room, { id }: Player, board: Board): PlayerStage {
  const revealed = [...room.asked].filter(([, { status }]) => status === 'revealed');
  const missed = revealed.filter(([, asked]) => !isRight(countedAnswer(asked, id)));
  return {
    stage: 'finished',
    score: scoreOf(room, id, board),
    right: revealed.length - missed.length,
    asked: revealed.length,
    missed: missed.map(([index]) => questionAt(room, index).cardId),
    takeHome: takeHomeOf(
      room,
      missed.map(([index]) => index),
    ),
  };
}

function takeHomeOf({ codes }: Room, missed: readonly number[]): { readonly code: string } | null {
  if (codes === null || missed.length === 0) return null;
  return {
    code: codeOfPlaces(
      codes,
      missed.flatMap((index) => codes.places[index] ?? []),
    ),
  };
}

// ---------------------------------------------------------------------- host

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

function hostStage(room: Room, now: Instant): HostStage {
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
