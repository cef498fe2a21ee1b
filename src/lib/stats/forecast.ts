import { dayFromNumber, dayNumber, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import type { CardRecord, Moment } from '#lib/study/card-state.ts';
import { recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { isCorrected } from '#lib/study/selection.ts';

export interface Forecast {
  /** Cards that should have come before today. */
  readonly backlog: number;
  /** From today on; today's are without the backlog. */
  readonly days: readonly { readonly day: StudyDay; readonly due: number }[];
  /** Cards that come after the last of these days. */
  readonly later: number;
}

/** The day, by its number, on which a card is asked next if it is answered in time; `null` if it never is. */
function nextDay(card: Card, record: CardRecord, today: number): number | null {
  const { schedule, suspended, buriedUntil, wantedOn } = record;
  if (suspended) return null;
  if (schedule.phase === 'new' && wantedOn === null) return null;
  let day = today;
  if (schedule.phase === 'review' && !isCorrected(card, record)) day = dayNumber(schedule.dueDay);
  if (wantedOn !== null) day = Math.min(day, dayNumber(wantedOn));
  return buriedUntil === null ? day : Math.max(day, dayNumber(buriedUntil));
}

/** Without new cards, and without what comes back after it was answered (O1). */
export function forecastOf(
  cards: readonly Card[],
  state: LearningState,
  { day: today }: Pick<Moment, 'day'>,
  length: number,
): Forecast {
  const first = dayNumber(today);
  const due = Array.from({ length }, () => 0);
  let backlog = 0;
  let later = 0;
  for (const card of cards) {
    const day = nextDay(card, recordOf(state, card.id), first);
    if (day === null) continue;
    const n = day - first;
    if (n < 0) backlog += 1;
    else if (n >= length) later += 1;
    else due[n] = (due[n] ?? 0) + 1;
  }
  return {
    backlog,
    later,
    days: due.map((count, n) => ({ day: dayFromNumber(first + n), due: count })),
  };
}
