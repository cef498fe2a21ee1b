import type { Session } from './session.ts';

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
