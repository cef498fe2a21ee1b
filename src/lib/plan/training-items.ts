/** What weights are trained on: each card's answers in order, and the days between them. */
import type { CardId } from '#lib/base/ids.ts';
import { daysBetween, type StudyDay } from '#lib/base/time.ts';
import type { Grade } from '#lib/study/card-state.ts';
import { isKnownEvent, type LogEvent } from '#lib/study/events.ts';
import { isRevocation } from '#lib/study/fold.ts';
import { revokedEvents } from '#lib/study/revocations.ts';
import { runToEnd } from './slices.ts';

interface PastReview {
  readonly grade: Grade;
  /** Study days since the answer before, 0 for the first. */
  readonly elapsedDays: number;
}

/** An answer at least a day after the one before: what a forecast of recall is scored by. */
interface ScoredItem {
  /** Index of the card's history. */
  readonly history: number;
  /** Index of the answer in it. */
  readonly review: number;
}

export interface TrainingLog {
  /** Of each card; of a card that began anew one for each beginning. */
  readonly histories: readonly {
    readonly cardId: CardId;
    readonly reviews: readonly PastReview[];
  }[];
  /** In the order in which they were answered. */
  readonly items: readonly ScoredItem[];
}

type Step =
  | { readonly cardId: CardId; readonly grade: Grade; readonly day: StudyDay }
  | { readonly cardId: CardId; readonly grade: null };

/** With fewer items to learn from, the standard weights are the better guess. */
export const LEAST_ITEMS = 64;

/** Events read between two chances to breathe. */
const PORTION = 5000;

function* build(steps: Iterable<Step>): Generator<void, TrainingLog> {
  const histories: { cardId: CardId; reviews: PastReview[] }[] = [];
  const items: ScoredItem[] = [];
  const current = new Map<CardId, { index: number; lastDay: StudyDay }>();
  let read = 0;
  for (const step of steps) {
    if (++read % PORTION === 0) yield;
    const { cardId } = step;
    if (step.grade === null) {
      current.delete(cardId);
      continue;
    }
    const known = current.get(cardId);
    const index = known?.index ?? histories.push({ cardId, reviews: [] }) - 1;
    const elapsedDays = known === undefined ? 0 : Math.max(daysBetween(known.lastDay, step.day), 0);
    const history = histories[index]?.reviews ?? [];
    history.push({ grade: step.grade, elapsedDays });
    if (elapsedDays > 0) items.push({ history: index, review: history.length - 1 });
    current.set(cardId, { index, lastDay: step.day });
  }
  return { histories, items };
}

/** @param steps in the order of the log; a grade of `null` lets the card begin anew */
export const trainingLogOf = (steps: Iterable<Step>): TrainingLog => runToEnd(build(steps));

function* stepsOf(events: readonly LogEvent[]): Generator<Step> {
  const revoked = revokedEvents(events.filter(isRevocation));
  for (const event of events) {
    if (!isKnownEvent(event) || revoked.has(event.id)) continue;
    if (event.type === 'cardReviewed') yield event;
    else if (event.type === 'cardForgotten') yield { cardId: event.cardId, grade: null };
  }
}

/**
 * What the log holds to train on; what was taken back is not in it, nor is practice.
 *
 * @param events in the order of the log, as a store gives them
 */
export function trainingLog(events: readonly LogEvent[]): Generator<void, TrainingLog> {
  return build(stepsOf(events));
}

/** Items as the optimiser takes them: for each all answers of its card up to it, one item after another. */
export interface PackedItems {
  /** 1 Again to 4 Easy. */
  readonly ratings: Uint32Array<ArrayBuffer>;
  readonly elapsedDays: Uint32Array<ArrayBuffer>;
  /** Answers of each item. */
  readonly lengths: Uint32Array<ArrayBuffer>;
}

/** Answers packed between two chances to breathe. */
const PACKED = 20_000;

const ratingOf = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/** The first `count` items. */
export function* packItems(
  { histories, items }: TrainingLog,
  count: number,
): Generator<void, PackedItems> {
  const chosen = items.slice(0, count);
  const total = chosen.reduce((sum, { review }) => sum + review + 1, 0);
  const ratings = new Uint32Array(total);
  const elapsedDays = new Uint32Array(total);
  const lengths = Uint32Array.from(chosen, ({ review }) => review + 1);
  let at = 0;
  let breathesAt = PACKED;
  for (const { history, review } of chosen) {
    const reviews = histories[history]?.reviews ?? [];
    for (let r = 0; r <= review; r++) {
      const past = reviews[r] as PastReview;
      ratings[at] = ratingOf[past.grade];
      elapsedDays[at] = past.elapsedDays;
      at += 1;
    }
    if (at < breathesAt) continue;
    breathesAt = at + PACKED;
    yield;
  }
  return { ratings, elapsedDays, lengths };
}
