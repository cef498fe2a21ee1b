import { daysBetween } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import type { Moment } from '#lib/study/card-state.ts';
import { recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { recallAfter } from '#lib/study/recall.ts';

/** Cards with a value from `from` up to, but not including, `to`; the last one has no end or includes it. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly cards: number;
}

export interface Distributions {
  readonly met: number;
  /** In days; the last has no end. */
  readonly stability: readonly Bin[];
  /** 1 to 10. */
  readonly difficulty: readonly Bin[];
  /** The chance of recall today, 0 to 1. */
  readonly recall: readonly Bin[];
  /** Median stability in days; `null` if no card was met. */
  readonly medianStability: number | null;
}

/** A day, three days, a week, two weeks, three (mature), six, a quarter, half a year, a year. */
const STABILITY = [0, 1, 3, 7, 14, 21, 42, 90, 180, 365, Infinity];
const DIFFICULTY = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const RECALL = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

function binned(values: readonly number[], edges: readonly number[]): Bin[] {
  const bins = edges.slice(1).map((to, n) => ({ from: edges[n] ?? 0, to, cards: 0 }));
  for (const value of values) {
    const bin = bins.find(({ to }) => value < to) ?? bins.at(-1);
    if (bin !== undefined) bin.cards += 1;
  }
  return bins;
}

/** Of the cards that were met (D1). */
export function distributionsOf(
  cards: readonly Card[],
  state: LearningState,
  { day }: Pick<Moment, 'day'>,
): Distributions {
  const met = cards.flatMap(({ id }) => {
    const { schedule } = recordOf(state, id);
    return schedule.phase === 'new' ? [] : [schedule];
  });
  const { model } = state.settings;
  const recall = met.map(({ memory, lastDay }) =>
    recallAfter(model, memory, daysBetween(lastDay, day)),
  );
  const stability = met.map(({ memory }) => memory.stability).sort((a, b) => a - b);
  return {
    met: met.length,
    stability: binned(stability, STABILITY),
    difficulty: binned(
      met.map(({ memory }) => memory.difficulty),
      DIFFICULTY,
    ),
    recall: binned(recall, RECALL),
    medianStability: stability[Math.floor(stability.length / 2)] ?? null,
  };
}
