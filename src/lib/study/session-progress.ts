/** How large a session is, how far it is, and how far it looks ahead. */
import type { Session } from './session.ts';

export const sessionSizes = [10, 20, 'all'] as const;
export type SessionSize = (typeof sessionSizes)[number];

/** With nothing else left, a card in its steps is asked up to this much before its minute. */
export const LEARN_AHEAD_MS = 20 * 60 * 1000;

export interface Progress {
  /** Cards that will not come again in this session. */
  readonly done: number;
  /** Cards that were answered and come again, since they are in their steps. */
  readonly begun: number;
  readonly total: number;
}

/** How far the session is. */
export function progressOf(session: Session): Progress {
  const asked = new Set(session.answers.map(({ asked: { cardId } }) => cardId));
  const open = new Set([...session.queue, ...session.waiting.map(({ cardId }) => cardId)]);
  if (session.stage === 'asking') open.add(session.current.cardId);
  const total = new Set([...asked, ...open]).size;
  const begun = [...open].filter((cardId) => asked.has(cardId)).length;
  return { done: total - open.size, begun, total };
}
