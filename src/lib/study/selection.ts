/** Which cards may be asked now, and why. Knows no scheduler, so that a page that only counts loads none. */
import type { CardId } from '#lib/base/ids.ts';
import type { Random } from '#lib/base/random.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import type { CardRecord, Moment } from './card-state.ts';
import { dayOf, recordOf, type LearningState } from './learning-state.ts';
import { itemOf } from './siblings.ts';

export interface QueueInput {
  /** The cards of the decks chosen, in teaching order. */
  readonly cards: readonly Card[];
  readonly state: LearningState;
  readonly now: Moment;
  /** Breaks ties; the same chance gives the same queue. */
  readonly random: Random;
  /** For today only, instead of the settings. */
  readonly limits?: { readonly newPerDay?: number; readonly reviewsPerDay?: number };
}

/** The cards that may be asked today, by the reason for it. */
export interface Selection {
  /** In their steps, and their minute has come. */
  readonly steps: readonly CardId[];
  /** In their steps, later today. */
  readonly later: readonly CardId[];
  readonly due: readonly CardId[];
  readonly fresh: readonly CardId[];
  /** How many due cards wait for another day, since a day has its limit. */
  readonly waiting: number;
}

export interface Candidate {
  readonly id: CardId;
  readonly record: CardRecord;
}

/** Why a card may be asked today. */
export type Reason = 'step' | 'later' | 'due' | 'new' | 'none';

/** Neither suspended nor buried. */
function mayBeAsked({ suspended, buriedUntil }: CardRecord, now: Moment): boolean {
  return !suspended && (buriedUntil === null || buriedUntil <= now.day);
}

/** Whether its fact was corrected since it was last answered. */
export function isCorrected({ rev }: Pick<Card, 'rev'>, { factRev }: CardRecord): boolean {
  return factRev !== null && rev > factRev;
}

export function reasonFor(card: Pick<Card, 'rev'>, record: CardRecord, now: Moment): Reason {
  const { schedule, wantedOn } = record;
  if (!mayBeAsked(record, now)) return 'none';
  if (wantedOn !== null && wantedOn <= now.day) return 'due';
  switch (schedule.phase) {
    case 'new':
      return 'new';
    case 'review':
      return schedule.dueDay <= now.day || isCorrected(card, record) ? 'due' : 'none';
    default: {
      // A step left over from another day is due, even if the clock went back since.
      const hasCome = schedule.dueAt <= now.at || schedule.lastDay !== now.day;
      return hasCome ? 'step' : 'later';
    }
  }
}

const dueAtOf = ({ record: { schedule } }: Candidate): Instant | 0 =>
  'dueAt' in schedule ? schedule.dueAt : 0;

/** Items of which a card was answered today. */
function itemsAnsweredToday({ state, now }: Selecting): Set<string> {
  const items = new Set<string>();
  for (const [id, { schedule }] of state.cards) {
    if (schedule.phase !== 'new' && schedule.lastDay === now.day) items.add(itemOf(id));
  }
  return items;
}

/** All cards that are neither suspended nor buried, due or not. */
export function askable({ cards, state, now }: QueueInput): Candidate[] {
  return cards
    .map(({ id }) => ({ id, record: recordOf(state, id) }))
    .filter(({ record }) => mayBeAsked(record, now));
}

/** Which cards may be asked needs no chance: only their order does. */
export type Selecting = Omit<QueueInput, 'random'>;

/** @param inOrder puts the due cards in the order in which they are asked */
export function select(
  input: Selecting,
  inOrder: (due: readonly Candidate[]) => readonly Candidate[],
): Selection {
  const { cards, state, now } = input;
  const found = { step: [], later: [], due: [], new: [], none: [] } as Record<Reason, Candidate[]>;
  for (const card of cards) {
    const record = recordOf(state, card.id);
    found[reasonFor(card, record, now)].push({ id: card.id, record });
  }
  const idOf = ({ id }: Candidate) => id;
  const today = dayOf(state, now.day);
  const { catchUpPerDay } = state.settings;
  const limits = {
    ...state.settings,
    reviewsPerDay: Math.min(state.settings.reviewsPerDay, catchUpPerDay ?? Infinity),
    ...input.limits,
  };

  const steps = found.step.toSorted((a, b) => dueAtOf(a) - dueAtOf(b)).map(idOf);
  const later = found.later.toSorted((a, b) => dueAtOf(a) - dueAtOf(b)).map(idOf);
  const due = inOrder(found.due)
    .slice(0, Math.max(limits.reviewsPerDay - today.dueReviews, 0))
    .map(idOf);
  const waiting = found.due.length - due.length;

  // A new card waits for another day if its item comes up today anyway.
  const items = itemsAnsweredToday(input);
  for (const id of [...steps, ...later, ...due]) items.add(itemOf(id));
  const fresh: CardId[] = [];
  // Whoever catches up begins nothing new before that is done.
  const newPerDay = catchUpPerDay !== null && waiting > 0 ? 0 : limits.newPerDay;
  const room = Math.max(newPerDay - today.introduced, 0);
  for (const { id } of found.new) {
    if (fresh.length >= room) break;
    if (items.has(itemOf(id))) continue;
    items.add(itemOf(id));
    fresh.push(id);
  }
  return { steps, later, due, fresh, waiting };
}
