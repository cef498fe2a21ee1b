/** What was missed in class becomes due in the learner's own schedule; the quiz itself grades nothing. */
import { err, ok, type Result } from '#lib/base/result.ts';
import type { CardId } from '#lib/base/ids.ts';
import { codeBook, type CodeBook, type TakeHome } from '#lib/classroom/take-home.ts';
import type { StoreError } from '#lib/storage/event-store.ts';
import type { Learner } from './Learner.svelte.ts';
import type { Library } from './library.ts';

/** The packs that are here, as codes count their cards. */
export function codeBooks(library: Library): CodeBook[] {
  return library.packs.map((index) => {
    const ids = library.cards.flatMap(({ id }) =>
      library.shelf.get(id)?.index === index ? [id] : [],
    );
    return codeBook(index.pack.id, index.pack.version, ids);
  });
}

/** The cards that the packs here hold, in the order in which they came. */
export function cardsAtHome(library: Library, { cardIds }: TakeHome): CardId[] {
  return cardIds.filter((id) => library.shelf.has(id));
}

/** Makes the cards due from today on. Gives how many. */
export async function takeHome(
  learner: Learner,
  library: Library,
  taken: TakeHome,
): Promise<Result<number, StoreError>> {
  const cardIds = cardsAtHome(library, taken);
  const written = await learner.record([{ type: 'quizTakenHome', quizId: taken.quizId, cardIds }]);
  return written.ok ? ok(cardIds.length) : err(written.error);
}
