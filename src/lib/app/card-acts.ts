import type { CardId } from '#lib/base/ids.ts';
import { addDays, type StudyDay } from '#lib/base/time.ts';
import type { Happening } from './Learner.svelte.ts';

/** What a learner may do to a card beside answering it. */
export type CardAct = 'bury' | 'suspend' | 'forget' | 'flag' | 'unflag';

interface ActDone {
  readonly happening: Happening;
  /** Whether the card leaves the session. */
  readonly withdraws: boolean;
}

export const cardActs: Readonly<Record<CardAct, (cardId: CardId, today: StudyDay) => ActDone>> = {
  bury: (cardId, today) => ({
    happening: { type: 'cardBuried', cardId, until: addDays(today, 1) },
    withdraws: true,
  }),
  suspend: (cardId) => ({ happening: { type: 'cardSuspended', cardId }, withdraws: true }),
  forget: (cardId) => ({ happening: { type: 'cardForgotten', cardId }, withdraws: true }),
  flag: (cardId) => ({
    happening: { type: 'cardFlagged', cardId, flagged: true },
    withdraws: false,
  }),
  unflag: (cardId) => ({
    happening: { type: 'cardFlagged', cardId, flagged: false },
    withdraws: false,
  }),
};
