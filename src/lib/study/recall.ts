import type { Memory } from './card-state.ts';
import type { Model } from './settings.ts';

/** Where the last weight of FSRS-6 stands: how fast recall falls. */
const DECAY = 20;

/**
 * The chance of recall, 0 to 1, so many study days after the last review: the forgetting curve of FSRS-6,
 * which passes 0.9 after as many days as the stability says. It stands by itself because the order of a
 * queue needs no more of the scheduler, which is loaded with the first answer.
 *
 * @param elapsedDays days before the review count as none
 */
export function recallAfter(model: Model, memory: Memory, elapsedDays: number): number {
  const decay = -(model.weights[DECAY] as number);
  const factor = 0.9 ** (1 / decay) - 1;
  return (1 + (factor * Math.max(elapsedDays, 0)) / memory.stability) ** decay;
}
