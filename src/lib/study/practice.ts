/** Practising out of turn: its answers are `cardCrammed`, and neither train nor move the schedule. */
import type { CardId } from '#lib/base/ids.ts';
import { daysBetween, type Instant } from '#lib/base/time.ts';
import type { Grade } from './card-state.ts';
import { recallAfter } from './recall.ts';
import { askable, type Candidate, type QueueInput } from './selection.ts';
import { keepApart } from './siblings.ts';

/** `ahead`: what falls due next. `cram`: the whole deck, before an exam. */
export const practiceKinds = ['ahead', 'cram'] as const;
export type PracticeKind = (typeof practiceKinds)[number];

/** A card that was not known comes back within the session after this time. */
const COMES_BACK_MS = 60_000;

export function buildPractice(input: QueueInput, kind: PracticeKind): CardId[] {
  const cards = askable(input);
  const ids = (kind === 'ahead' ? nextDue(cards, input) : weakestFirst(cards, input)).map(
    ({ id }) => id,
  );
  return keepApart(ids);
}

/** Cards that are not due yet, those first that will be. */
function nextDue(cards: readonly Candidate[], { now }: QueueInput): readonly Candidate[] {
  return cards
    .flatMap((card) => {
      const { schedule } = card.record;
      const waits = schedule.phase === 'review' && schedule.dueDay > now.day;
      return waits ? [{ card, dueDay: schedule.dueDay }] : [];
    })
    .sort((a, b) => daysBetween(b.dueDay, a.dueDay))
    .map(({ card }) => card);
}

/** Cards that were seen, the weakest first; then new ones in teaching order. */
function weakestFirst(cards: readonly Candidate[], { state, now }: QueueInput): Candidate[] {
  const keyed = cards.map((card) => {
    const { schedule } = card.record;
    const recall =
      schedule.phase === 'new'
        ? 2
        : recallAfter(
            state.settings.model,
            schedule.memory,
            daysBetween(schedule.lastDay, now.day),
          );
    return { card, recall };
  });
  return keyed.sort((a, b) => a.recall - b.recall).map(({ card }) => card);
}

/** When a practised card comes back within its session; `null` if it was known. */
export function practisedAgainAt(grade: Grade, now: Instant): { readonly dueAt: Instant } | null {
  return grade === 'again' ? { dueAt: (now + COMES_BACK_MS) as Instant } : null;
}
