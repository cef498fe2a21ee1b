/** Answers: taken once, graded by the app's own rules, late where they are late, never dropped in silence. */
import { err, ok } from '#lib/base/result.ts';
import type { Instant } from '#lib/base/time.ts';
import { grade } from '#lib/questions/grade.ts';
import type { SubmitCommand } from './commands.ts';
import { DONE, type Decision } from './decision.ts';
import { answerAsGiven, fits, placesFor } from './option-order.ts';
import type { AskedQuestion, PlayerId, Room, StoredAnswer, Vote } from './room.ts';
import { elapsedAt, limitFor, limitOf, tookFor } from './timing.ts';

/** The answer that is kept, or `undefined`. */
export function storedAnswer(
  room: Room,
  playerId: PlayerId,
  index: number,
  vote: Vote,
): StoredAnswer | undefined {
  return room.asked.get(index)?.votes[vote].get(playerId);
}

export function submitAnswer(room: Room, command: SubmitCommand, now: Instant): Decision {
  const { playerId, index, vote, submissionId, confidence } = command;
  const player = room.players.get(playerId);
  if (player === undefined) return err('no-such-player');
  if (player.kicked) return err('kicked');
  const question = room.questions[index];
  if (question === undefined) return err('no-such-question');
  const asked = room.asked.get(index);
  if (asked === undefined || (vote === 2 && !asked.isRevoted)) return err('not-asked');
  const before = asked.votes[vote].get(playerId);
  if (before !== undefined)
    return before.submissionId === submissionId ? DONE : err('answered-already');
  if (asked.status === 'skipped') return err('skipped');
  if (room.phase.phase === 'finished') return err('finished');
  if (!fits(question, command.answer)) return err('unfit-answer');
  if (room.quiz.settings.confidence && confidence === null) return err('confidence-missing');
  const timed = timeOf(room, asked, command, now);
  if (timed === 'paused') return err('paused');
  const places = placesFor(question, room.seed, playerId, index);
  const answer = answerAsGiven(question, command.answer, places);
  return ok([
    {
      v: 1,
      type: 'answered',
      at: now,
      playerId,
      submissionId,
      index,
      vote,
      answer,
      verdict: grade(question, answer),
      confidence: room.quiz.settings.confidence ? confidence : null,
      ...timed,
    },
  ]);
}

function timeOf(
  room: Room,
  asked: AskedQuestion,
  { playerId, index, vote, claimedMs, roundTripMs }: SubmitCommand,
  now: Instant,
): { readonly tookMs: number; readonly late: boolean } | 'paused' {
  const { phase } = room;
  const isOpen = phase.phase === 'asking' && phase.index === index && phase.vote === vote;
  if (!isOpen) return { tookMs: Math.max(0, now - asked.askedAt), late: true };
  if (phase.clock.state === 'paused') return 'paused';
  const tookMs = tookFor(elapsedAt(phase.clock, now), claimedMs, roundTripMs);
  const player = room.players.get(playerId);
  const limit = player === undefined ? null : limitFor(limitOf(phase.clock), player);
  return { tookMs, late: limit !== null && tookMs > limit };
}
