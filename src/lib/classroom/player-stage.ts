/**
 * What a student sees of the stage that the room is at. A question that is open is shown through `shownQuestion`
 * alone, so that nothing that depends on its key leaves before its reveal.
 */
import { assertNever } from '#lib/base/assert-never.ts';
import type { Instant } from '#lib/base/time.ts';
import { precisionOf } from '#lib/questions/dates.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';
import { answerAsShown, placesFor, questionInOrder, type Places } from './option-order.ts';
import type { Board, Player, PlayerId, Room, StoredAnswer, Vote } from './room.ts';
import { countedAnswer, isRight, scoreRow, standingsOf } from './standing.ts';
import { codeOfPlaces } from './take-home.ts';
import { shownClock } from './timing.ts';
import type { MyAnswer, MyResult, MyScore, PlayerStage, ShownQuestion } from './visible.ts';

export function playerStage(room: Room, player: Player, now: Instant): PlayerStage {
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
