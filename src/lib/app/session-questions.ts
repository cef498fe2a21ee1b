/** The questions of a session. */
import type { CardId } from '#lib/base/ids.ts';
import { ask } from '#lib/questions/ask.ts';
import { formats } from '#lib/questions/formats.ts';
import type { Format, Question } from '#lib/questions/question.ts';
import { formatOrder } from '#lib/study/format-choice.ts';
import { recordOf } from '#lib/study/learning-state.ts';
import { isCorrected } from '#lib/study/selection.ts';
import type { Session } from '#lib/study/session.ts';
import type { Learner } from './Learner.svelte.ts';
import type { Library } from './library.ts';
import { questionIndexOf } from './question-index.ts';
import type { Correction } from './session-snapshot.ts';

const loadMaps = () => import('./pack-map.ts');

export async function askOf(
  library: Library,
  cardId: CardId,
  format: Format,
  seed: number,
): Promise<Question | null> {
  const shelved = library.shelf.get(cardId);
  return shelved === undefined
    ? null
    : ask(questionIndexOf(shelved.index), shelved.card, format, seed, async () =>
        (await loadMaps()).mapOf(shelved.index.pack.id),
      );
}

/** The current card in the format that its memory asks for, or the nearest that it offers. */
export async function comingUp(
  library: Library,
  { state }: Learner,
  session: Session,
): Promise<Question | null> {
  if (session.stage === 'finished') return null;
  const { cardId, seed } = session.current;
  for (const name of formatOrder(recordOf(state, cardId), state.settings.formatPin)) {
    const format = formats.find((known) => known === name);
    const question = format === undefined ? null : await askOf(library, cardId, format, seed);
    if (question !== null) return question;
  }
  return null;
}

/** What was corrected about the current card since it was last answered. */
export function correctionOf(
  library: Library,
  { state }: Learner,
  session: Session,
): Correction | null {
  if (session.stage === 'finished') return null;
  const { cardId } = session.current;
  const shelved = library.shelf.get(cardId);
  if (shelved === undefined || !isCorrected(shelved.card, recordOf(state, cardId))) return null;
  const { itemId } = shelved.card;
  const { facts, comparisons } = shelved.index;
  return (facts.get(itemId) ?? comparisons.get(itemId))?.corrected ?? null;
}
