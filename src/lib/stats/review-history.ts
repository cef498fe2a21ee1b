/** From the log to its reviews, each with what was known before it. Takes the log in pieces. */
import type { CardId } from '#lib/base/ids.ts';
import { dayNumber, type StudyDay } from '#lib/base/time.ts';
import type { Grade, Memory } from '#lib/study/card-state.ts';
import {
  isKnownEvent,
  type CardReviewed,
  type EventId,
  type EventOf,
  type LogEvent,
} from '#lib/study/events.ts';
import { schedulerFor } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS, readSettingsChanges, type Model } from '#lib/study/settings.ts';
import { createHourReader } from './local-hour.ts';
import type { PastReview } from './past-review.ts';

/** A card as far as the log was read. */
interface Learned extends Memory {
  /** `dayNumber` of its last review. */
  readonly lastDay: number;
}

/** Where a reader stands, to be kept and taken up again: plain data. */
export interface ReaderState {
  readonly model: Model;
  readonly cards: ReadonlyMap<CardId, Learned>;
}

export interface HistoryReader {
  /**
   * The reviews that count among the next events of the log.
   *
   * @throws Error on a change of model, if the reader began in the middle: it knows too little of the past
   */
  read(events: readonly LogEvent[]): PastReview[];
  readonly state: ReaderState;
}

interface PastAnswer {
  readonly grade: Grade;
  readonly elapsedDays: number;
}

const changesSettings = (event: LogEvent): event is EventOf<'learningSettingsChanged'> =>
  event.type === 'learningSettingsChanged' && isKnownEvent(event);

/** Whether an event brings other weights. */
export const bringsModel = (event: LogEvent): boolean =>
  changesSettings(event) && event.changes.model !== undefined;

/**
 * @param revoked the events that count as if they had never been: the fold knows them
 * @param from where another reader stood; from the beginning of the log if it is left out
 */
export function createHistoryReader(
  revoked: ReadonlySet<EventId>,
  from?: ReaderState,
): HistoryReader {
  const cards = new Map(from?.cards);
  /** Each card's answers, for a new model to go through; from the middle of a log nobody knows them. */
  const pasts = from === undefined ? new Map<CardId, PastAnswer[]>() : null;
  const dayNumbers = new Map<StudyDay, number>();
  const hourOf = createHourReader();
  let model = from?.model ?? DEFAULT_SETTINGS.model;
  let scheduler = schedulerFor({ ...DEFAULT_SETTINGS, model });

  function numberOf(day: StudyDay): number {
    let number = dayNumbers.get(day);
    if (number === undefined) dayNumbers.set(day, (number = dayNumber(day)));
    return number;
  }

  function review(event: CardReviewed): PastReview {
    const { cardId, grade, at, zone } = event;
    const lastDay = numberOf(event.day);
    const memory = cards.get(cardId) ?? null;
    const elapsedDays = memory === null ? 0 : Math.max(lastDay - memory.lastDay, 0);
    const { stability, difficulty } = scheduler.nextMemory(memory, elapsedDays, grade);
    cards.set(cardId, { stability, difficulty, lastDay });
    const past = pasts?.get(cardId);
    if (past === undefined) pasts?.set(cardId, [{ grade, elapsedDays }]);
    else past.push({ grade, elapsedDays });
    const before = memory && {
      memory,
      elapsedDays,
      recall: scheduler.retrievability(memory, elapsedDays),
    };
    return { event, before, hour: hourOf(at, zone) };
  }

  /** Gives each card the memory that a new model makes of its answers, as the fold does. */
  function rememberAnew(next: Model): void {
    if (pasts === null) throw new Error('A new model needs the whole log');
    model = next;
    scheduler = schedulerFor({ ...DEFAULT_SETTINGS, model });
    for (const [id, { lastDay }] of cards) {
      const memory = (pasts.get(id) ?? []).reduce<Memory | null>(
        (known, { grade, elapsedDays }) => scheduler.nextMemory(known, elapsedDays, grade),
        null,
      );
      if (memory !== null) cards.set(id, { ...memory, lastDay });
    }
  }

  return {
    get state() {
      return { model, cards };
    },
    read(events) {
      const reviews: PastReview[] = [];
      for (const event of events) {
        if (!isKnownEvent(event) || revoked.has(event.id)) continue;
        if (event.type === 'cardReviewed') reviews.push(review(event));
        else if (event.type === 'cardForgotten') {
          cards.delete(event.cardId);
          pasts?.delete(event.cardId);
        } else if (event.type === 'learningSettingsChanged') {
          const changes = readSettingsChanges({ ...event.changes });
          if (changes.ok && changes.value.model !== undefined) rememberAnew(changes.value.model);
        }
      }
      return reviews;
    },
  };
}
