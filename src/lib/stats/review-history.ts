/** From the log to its reviews, each with what was known before it. Takes the log in pieces. */
import type { CardId } from '#lib/base/ids.ts';
import { dayNumber, type StudyDay } from '#lib/base/time.ts';
import type { Grade, Memory } from '#lib/study/card-state.ts';
import { isKnownEvent, type CardReviewed, type EventId, type LogEvent } from '#lib/study/events.ts';
import { schedulerFor } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS, readSettingsChanges, type Model } from '#lib/study/settings.ts';
import type { PastReview } from './past-review.ts';

interface Learned {
  memory: Memory;
  lastDay: number;
  readonly past: { readonly grade: Grade; readonly elapsedDays: number }[];
}

export interface HistoryReader {
  /** @param events the next of the log, in its order */
  add(events: readonly LogEvent[]): void;
  /** All reviews that count so far. */
  readonly reviews: readonly PastReview[];
}

/** @param revoked the events that count as if they had never been: the fold knows them */
export function createHistoryReader(revoked: ReadonlySet<EventId>): HistoryReader {
  const reviews: PastReview[] = [];
  const learned = new Map<CardId, Learned>();
  const days = new Map<StudyDay, number>();
  let scheduler = schedulerFor(DEFAULT_SETTINGS);

  function numberOf(day: StudyDay): number {
    let number = days.get(day);
    if (number === undefined) days.set(day, (number = dayNumber(day)));
    return number;
  }

  function review(event: CardReviewed): void {
    const { cardId, grade } = event;
    const day = numberOf(event.day);
    const card = learned.get(cardId);
    if (card === undefined) {
      const memory = scheduler.nextMemory(null, 0, grade);
      learned.set(cardId, { memory, lastDay: day, past: [{ grade, elapsedDays: 0 }] });
      reviews.push({ event, before: null });
      return;
    }
    const elapsedDays = Math.max(day - card.lastDay, 0);
    const { memory } = card;
    const recall = scheduler.retrievability(memory, elapsedDays);
    reviews.push({ event, before: { memory, elapsedDays, recall } });
    card.memory = scheduler.nextMemory(memory, elapsedDays, grade);
    card.lastDay = day;
    card.past.push({ grade, elapsedDays });
  }

  /** Gives each card the memory that a new model makes of its reviews, as the fold does. */
  function rememberAnew(model: Model): void {
    scheduler = schedulerFor({ ...DEFAULT_SETTINGS, model });
    for (const card of learned.values()) {
      let memory: Memory | null = null;
      for (const { grade, elapsedDays } of card.past)
        memory = scheduler.nextMemory(memory, elapsedDays, grade);
      card.memory = memory ?? card.memory;
    }
  }

  return {
    reviews,
    add(events) {
      for (const event of events) {
        if (!isKnownEvent(event) || revoked.has(event.id)) continue;
        if (event.type === 'cardReviewed') review(event);
        else if (event.type === 'cardForgotten') learned.delete(event.cardId);
        else if (event.type === 'learningSettingsChanged') {
          const changes = readSettingsChanges({ ...event.changes });
          if (changes.ok && changes.value.model !== undefined) rememberAnew(changes.value.model);
        }
      }
    },
  };
}
