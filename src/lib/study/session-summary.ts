/** What a session came to. */
import type { CardId } from '#lib/base/ids.ts';
import type { Grade } from './card-state.ts';
import type { Session } from './session.ts';

export interface SessionSummary {
  readonly answers: number;
  readonly cards: number;
  readonly tookMs: number;
  /** Cards not forgotten the first time they were asked. */
  readonly rightAtOnce: number;
  /** Cards forgotten at least once, in the order in which that happened. */
  readonly lookAgain: readonly CardId[];
}

export function summaryOf(session: Session): SessionSummary {
  const forgotten = session.answers.filter(({ grade }) => grade === 'again');
  const firstGrades = new Map<CardId, Grade>();
  for (const { asked, grade } of session.answers) {
    if (!firstGrades.has(asked.cardId)) firstGrades.set(asked.cardId, grade);
  }
  return {
    answers: session.answers.length,
    cards: firstGrades.size,
    tookMs: session.answers.reduce((sum, { tookMs }) => sum + tookMs, 0),
    rightAtOnce: [...firstGrades.values()].filter((grade) => grade !== 'again').length,
    lookAgain: [...new Set(forgotten.map(({ asked }) => asked.cardId))],
  };
}
