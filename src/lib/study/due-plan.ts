/**
 * What is planned for the coming days. It follows from the cards; it is kept beside them because every
 * answer asks for it.
 */
import type { CardId } from '#lib/base/ids.ts';
import { dayNumber } from '#lib/base/time.ts';
import type { CardRecord } from './card-state.ts';
import { itemOf } from './siblings.ts';

export interface DuePlan {
  /** How many cards are due on a day, by `dayNumber`; suspended ones and those in their steps do not count. */
  readonly load: ReadonlyMap<number, number>;
  /** The cards of each item that some event speaks of, sorted. */
  readonly byItem: ReadonlyMap<string, readonly CardId[]>;
}

export const EMPTY_PLAN: DuePlan = { load: new Map(), byItem: new Map() };

/** A plan in the making, see `Draft`. */
export interface PlanDraft {
  readonly load: Map<number, number>;
  readonly byItem: Map<string, readonly CardId[]>;
}

export function planDraft({ load, byItem }: DuePlan): PlanDraft {
  return { load: new Map(load), byItem: new Map(byItem) };
}

/** The `dayNumber` on which a card is due; `null` if it waits for no day. */
export function dueDayOf({ schedule, suspended }: CardRecord): number | null {
  return schedule.phase === 'review' && !suspended ? dayNumber(schedule.dueDay) : null;
}

/** Heeds that a card's record became another, or that there is one. */
export function replan(
  { load, byItem }: PlanDraft,
  id: CardId,
  before: CardRecord | undefined,
  after: CardRecord,
): void {
  if (before === undefined) {
    const item = itemOf(id);
    byItem.set(item, [...(byItem.get(item) ?? []), id].sort());
  }
  const left = before === undefined ? null : dueDayOf(before);
  const taken = dueDayOf(after);
  if (left === taken) return;
  if (left !== null) {
    const count = (load.get(left) ?? 0) - 1;
    if (count > 0) load.set(left, count);
    else load.delete(left);
  }
  if (taken !== null) load.set(taken, (load.get(taken) ?? 0) + 1);
}

export function planOf(cards: ReadonlyMap<CardId, CardRecord>): DuePlan {
  const plan = planDraft(EMPTY_PLAN);
  for (const [id, record] of cards) replan(plan, id, undefined, record);
  return plan;
}
