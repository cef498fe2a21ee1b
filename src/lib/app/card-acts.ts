import type { CardId } from '#lib/base/ids.ts';
import { addDays, type StudyDay } from '#lib/base/time.ts';
import type { Happening } from './Learner.svelte.ts';

/** What a learner may do to a card beside answering it. */
export type CardAct = 'bury' | 'suspend' | 'forget' | 'flag' | 'unflag';

/** One of these, or a note of one's own. */
export type Act = CardAct | { readonly note: string };

/** Whether the card leaves the session with it. */
export function withdraws(act: Act): boolean {
  return act === 'bury' || act === 'suspend' || act === 'forget';
}

export function happeningOf(act: Act, cardId: CardId, today: StudyDay): Happening {
  switch (act) {
    case 'bury':
      return { type: 'cardBuried', cardId, until: addDays(today, 1) };
    case 'suspend':
      return { type: 'cardSuspended', cardId };
    case 'forget':
      return { type: 'cardForgotten', cardId };
    case 'flag':
    case 'unflag':
      return { type: 'cardFlagged', cardId, flagged: act === 'flag' };
    default:
      return { type: 'noteWritten', cardId, text: act.note };
  }
}
