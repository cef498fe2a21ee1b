/** A learner who forgets as the model says, day after day: for tests of what a schedule adds up to. */
import type { CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { addDays, daysBetween, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import type { Grade, Moment } from './card-state.ts';
import type { EventId } from './events.ts';
import { recordOf, type LearningState } from './learning-state.ts';
import { buildQueue } from './queue.ts';
import { recallAfter } from './recall.ts';
import { startSession, stepSession } from './session.ts';

/** What an answer makes of the state; the world decides how. */
export type World = (
  state: LearningState,
  cardId: CardId,
  grade: Grade,
  now: Moment,
) => LearningState;

interface SimulatedReview {
  readonly cardId: CardId;
  readonly day: StudyDay;
  /** Whether it was past its steps and due by its day. */
  readonly isDue: boolean;
  /** The chance that it would be recalled. */
  readonly recall: number;
}

export interface Simulated {
  readonly state: LearningState;
  /** In the order in which they were asked. */
  readonly reviews: readonly SimulatedReview[];
}

const ANSWER_MS = 15_000;

/** Studies everything that is asked, once a day from 09:00 UTC. */
export function simulate(
  start: LearningState,
  cards: readonly Card[],
  days: number,
  world: World,
): Simulated {
  const random = seeded('learner');
  const reviews: SimulatedReview[] = [];
  let state = start;
  for (let n = 0; n < days; n++) {
    const day = addDays('2026-01-05' as StudyDay, n);
    let at = Date.parse(`${day}T09:00:00Z`) as Instant;
    const queue = buildQueue({ cards, state, now: { at, day }, random });
    let session = startSession({ day, size: 'all', seed: n, queue, now: at });
    while (session.stage !== 'finished') {
      at = (at + ANSWER_MS) as Instant;
      const { cardId } = session.current;
      const { schedule } = recordOf(state, cardId);
      const recall =
        schedule.phase === 'new'
          ? 0
          : recallAfter(state.settings.model, schedule.memory, daysBetween(schedule.lastDay, day));
      const isDue = schedule.phase === 'review';
      reviews.push({ cardId, day, isDue, recall });
      const grade = isDue && random.next() > recall ? 'again' : 'good';
      state = world(state, cardId, grade, { at, day });
      session = stepSession(session, {
        type: 'answer',
        eventId: `e-${reviews.length}` as EventId,
        grade,
        tookMs: ANSWER_MS,
        schedule: recordOf(state, cardId).schedule,
      });
      session = stepSession(session, { type: 'continue', now: at });
    }
  }
  return { state, reviews };
}

/** Reviews of due cards on each day, the first day first. */
export function dailyLoad({ reviews }: Simulated): readonly number[] {
  const counts = new Map<StudyDay, number>();
  for (const { day, isDue } of reviews) {
    counts.set(day, (counts.get(day) ?? 0) + (isDue ? 1 : 0));
  }
  return [...counts.values()];
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How much the days differ from those around them: the coefficient of variation (standard deviation over
 * mean) about the mean of the week around each day, so that a deck that grows does not count as uneven.
 * The first fortnight is left out: intervals are too short then to be moved.
 */
export function unevenness(loads: readonly number[]): number {
  const differences = loads.map((load, i) => load - mean(loads.slice(Math.max(i - 3, 0), i + 4)));
  const settled = differences.slice(14);
  return Math.sqrt(mean(settled.map((value) => value ** 2))) / mean(loads.slice(14));
}
