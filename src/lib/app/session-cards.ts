/** The cards of a session: which of them, and in which order. */
import type { CardId } from '#lib/base/ids.ts';
import { questionAtHand } from '#lib/questions/ask.ts';
import { fairOrder, saidBy, type InSession } from '#lib/questions/clues.ts';
import { seeded } from '#lib/base/random.ts';
import type { PracticeKind } from '#lib/study/practice.ts';
import { buildQueue } from '#lib/study/queue.ts';
import { startSession, stepSession, type Session } from '#lib/study/session.ts';
import type { SessionSize } from '#lib/study/session-size.ts';
import { now, randomSeed } from './device.ts';
import type { Learner } from './Learner.svelte.ts';
import type { Library, Shelved } from './library.ts';
import { questionIndexOf } from './question-index.ts';

const loadPractice = () => import('#lib/study/practice.ts');

interface Wanted {
  /** In teaching order. */
  readonly cards: Library['cards'];
  readonly size: SessionSize;
  readonly practice: PracticeKind | null;
}

export async function newSession(
  library: Library,
  learner: Learner,
  { cards, size, practice }: Wanted,
): Promise<Session> {
  const seed = randomSeed();
  const present = learner.moment();
  const input = { cards, state: learner.state, now: present, random: seeded('queue', seed) };
  const queue =
    practice === null ? buildQueue(input) : (await loadPractice()).buildPractice(input, practice);
  const asked = inFairOrder(library, size === 'all' ? queue : queue.slice(0, size), seed);
  return startSession({ day: present.day, size, practice, seed, queue: asked, now: present.at });
}

/** The same cards, so that no question gives away what another asks, and categories take turns. */
function inFairOrder(library: Library, queue: readonly CardId[], seed: number): CardId[] {
  const asked = queue.flatMap((id) => {
    const shelved = library.shelf.get(id);
    return shelved === undefined ? [] : [{ id, ...inSession(shelved, seed) }];
  });
  return fairOrder(asked).map(({ id }) => id);
}

function inSession({ card, index }: Shelved, seed: number): InSession {
  const { itemId, category } = card;
  const question = questionAtHand(questionIndexOf(index), card, seed);
  if (question !== null) return { itemId, category, ...saidBy(question) };
  // Making the question of a comparison would take more code than this page has at first; its positions do.
  const compared = index.comparisons.get(itemId);
  const says =
    compared === undefined ? [] : [compared.point, ...compared.positions.map(({ gist }) => gist)];
  return { itemId, category, says, key: '' };
}

/** A session without the cards that its packs no longer hold. */
export function withoutUnknown(session: Session, library: Library): Session {
  const ids = [...session.queue, ...session.waiting.map(({ cardId }) => cardId)];
  if (session.stage !== 'finished') ids.push(session.current.cardId);
  const unknown = ids.filter((id) => !library.shelf.has(id));
  return unknown.length === 0
    ? session
    : stepSession(session, { type: 'withdraw', cardIds: unknown, now: now() });
}
