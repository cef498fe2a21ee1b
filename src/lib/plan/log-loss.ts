/** How well weights foretell what was recalled. */
import type { Memory } from '#lib/study/card-state.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { createScheduler } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS, type Model } from '#lib/study/settings.ts';
import type { TrainingLog } from './training-items.ts';

/** Answers foretold before whoever runs it may breathe: some milliseconds of work. */
const PORTION = 1000;
/** No forecast counts as quite certain. */
const LEAST = 1e-6;

/**
 * The loss of each item, in the order of the log: minus the logarithm of the chance that was given to what
 * then happened, from all the card's answers before it.
 */
export function* lossesOf(
  { histories, items }: TrainingLog,
  weights: readonly number[],
): Generator<void, Float64Array> {
  const model: Model = { name: 'fsrs-6', weights };
  const scheduler = createScheduler({ ...DEFAULT_SETTINGS, model });
  const losses = new Float64Array(items.length);
  const itemsByHistory = new Map<number, number[]>();
  items.forEach(({ history }, i) => {
    const known = itemsByHistory.get(history);
    if (known === undefined) itemsByHistory.set(history, [i]);
    else known.push(i);
  });
  let done = 0;
  for (const [history, indexes] of itemsByHistory) {
    const reviews = histories[history]?.reviews ?? [];
    let memory: Memory | null = null;
    let next = 0;
    for (let r = 0; r < reviews.length && next < indexes.length; r++) {
      const { grade, elapsedDays } = reviews[r] as (typeof reviews)[number];
      const index = indexes[next] as number;
      if (memory !== null && items[index]?.review === r) {
        const recall = recallAfter(model, memory, elapsedDays);
        losses[index] = -Math.log(Math.max(grade === 'again' ? 1 - recall : recall, LEAST));
        next += 1;
      }
      memory = scheduler.nextMemory(memory, elapsedDays, grade);
      if (++done % PORTION === 0) yield;
    }
  }
  return losses;
}

/** The mean of some of the losses: from index `from` up to, not including, `to`. */
export function meanLoss(losses: Float64Array, from = 0, to = losses.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += losses[i] ?? 0;
  return sum / Math.max(to - from, 1);
}
