/** S12: our memory states against fsrs-rs, through its Node binding. */
import { seeded } from '#lib/base/random.ts';
import { expect, it } from 'vitest';
import {
  createReference,
  hasReference,
  type ReferenceMemory,
} from '../../../tests/reference/fsrs-rs.ts';
import { grades, type Memory } from './card-state.ts';
import { createScheduler } from './scheduler.ts';
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from './settings.ts';

const HISTORIES = 10_000;
const gaps = [0, 0, 1, 1, 2, 3, 5, 8, 13, 30, 90, 365, 2000];

/** Each of the weights moved by up to a fifth, the first four independently by more. */
function randomWeights(random: ReturnType<typeof seeded>): number[] {
  return DEFAULT_WEIGHTS.map((weight, i) =>
    i < 4 ? 0.01 + random.next() * 20 : weight * (0.8 + 0.4 * random.next()),
  );
}

it.skipIf(!hasReference)(
  'S12 agrees with the reference on 10,000 random histories, half with other weights',
  () => {
    const random = seeded('histories');
    let worstStability = 0;
    let worstDifficulty = 0;
    for (let n = 0; n < HISTORIES; n++) {
      const weights = n % 2 === 0 ? DEFAULT_WEIGHTS : randomWeights(random);
      const ours = createScheduler({ ...DEFAULT_SETTINGS, model: { name: 'fsrs-6', weights } });
      const reference = createReference(weights);
      let memory: Memory | null = null;
      let known: ReferenceMemory | null = null;
      const length = 1 + random.integer(25);
      for (let i = 0; i < length; i++) {
        const grade = grades[random.integer(4)] ?? 'good';
        const elapsedDays = i === 0 ? 0 : (gaps[random.integer(gaps.length)] ?? 0);
        memory = ours.nextMemory(memory, elapsedDays, grade);
        known = reference.nextStates(known, 0.9, elapsedDays)[grade].memory;
        worstStability = Math.max(
          worstStability,
          Math.abs(memory.stability - known.stability) / known.stability,
        );
        worstDifficulty = Math.max(worstDifficulty, Math.abs(memory.difficulty - known.difficulty));
      }
    }
    expect(worstStability).toBeLessThan(2e-4);
    expect(worstDifficulty).toBeLessThan(1e-5);
  },
);

it.skipIf(!hasReference)(
  'S12 gives the ideal intervals of the reference at several retentions',
  () => {
    const reference = createReference();
    for (const desiredRetention of [0.75, 0.9, 0.97]) {
      const ours = createScheduler({ ...DEFAULT_SETTINGS, desiredRetention });
      for (const grade of grades) {
        const known = reference.nextStates(null, desiredRetention, 0)[grade];
        const ideal = ours.idealInterval(ours.nextMemory(null, 0, grade));
        expect(Math.abs(ideal - known.interval) / known.interval).toBeLessThan(2e-4);
      }
    }
  },
);

it('S12 predicts recall of 90 % after as many days as the stability says, by its definition', () => {
  const ours = createScheduler({ ...DEFAULT_SETTINGS, desiredRetention: 0.8 });
  const memory = ours.nextMemory(null, 0, 'easy');
  expect(ours.retrievability(memory, 0)).toBe(1);
  expect(ours.retrievability(memory, memory.stability)).toBeCloseTo(0.9, 6);
  expect(ours.retrievability(memory, ours.idealInterval(memory))).toBeCloseTo(0.8, 6);
});
