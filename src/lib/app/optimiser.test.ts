/** The optimiser as the app ships it, in Node: against the reference, and through the gate. */
import { existsSync, readFileSync } from 'node:fs';
import { cardId, type CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { addDays, dayFromNumber, type StudyDay } from '#lib/base/time.ts';
import { judgeTraining, type Judgement } from '#lib/plan/gate.ts';
import { lossesOf, meanLoss } from '#lib/plan/log-loss.ts';
import { runToEnd } from '#lib/plan/slices.ts';
import {
  packItems,
  trainingLogOf,
  type PackedItems,
  type TrainingLog,
} from '#lib/plan/training-items.ts';
import { grades, type Memory } from '#lib/study/card-state.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { createScheduler } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS, type Model } from '#lib/study/settings.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hasReference, trainReference } from '../../../tests/reference/fsrs-rs.ts';

const REAL_LOG = '../shared/data/review-logs.csv';
const hasRealLog = existsSync(REAL_LOG);
const MINUTES = 60_000;

let train: (items: PackedItems) => Promise<readonly number[]>;
const run = <T>(work: Generator<void, T>) => Promise.resolve(runToEnd(work));
const lossOf = (log: TrainingLog, weights: readonly number[]) =>
  meanLoss(runToEnd(lossesOf(log, weights)));

beforeAll(async () => {
  // The package looks for a worker's scope as soon as it is loaded, and tells the console of each epoch.
  vi.stubGlobal('self', { addEventListener: () => undefined });
  for (const level of ['log', 'info', 'debug'] as const) vi.spyOn(console, level).mockReturnValue();
  const { Fsrs, initSync } = await import('fsrs-browser');
  const wasm = new URL(import.meta.resolve('fsrs-browser/fsrs_browser_bg.wasm'));
  initSync({ module: readFileSync(wasm) });
  train = ({ ratings, elapsedDays, lengths }) =>
    Promise.resolve([...new Fsrs().computeParameters(ratings, elapsedDays, lengths, null, true)]);
});

function realLog(): TrainingLog {
  const rows = readFileSync(REAL_LOG, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const steps = rows
    .map(([id = '', rating = '', time = '']) => ({ id, rating, at: Date.parse(time) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ id, rating, at }) => ({
      cardId: id as CardId,
      grade: grades[Number(rating) - 1] ?? 'again',
      day: dayFromNumber(Math.floor((at - 4 * 3_600_000) / 86_400_000)),
    }));
  return trainingLogOf(steps);
}

/** Cards reviewed about when the standard weights would, and recalled as others say. */
function syntheticLog(weights: readonly number[], cards: number, seed: string): TrainingLog {
  const random = seeded('synthetic', seed);
  const model: Model = { name: 'fsrs-6', weights };
  const truth = createScheduler({ ...DEFAULT_SETTINGS, model });
  const schedule = createScheduler(DEFAULT_SETTINGS);
  const days = 200;
  const steps: { cardId: CardId; grade: 'again' | 'good'; day: StudyDay }[] = [];
  for (let n = 0; n < cards; n++) {
    let real: Memory | null = null;
    let believed: Memory | null = null;
    let elapsed = 0;
    for (let day = random.integer(days / 2); day < days; day += elapsed) {
      const recall = real ? recallAfter(model, real, elapsed) : 0.5;
      const grade = random.next() < recall ? 'good' : 'again';
      const on = addDays('2026-01-01' as StudyDay, day);
      steps.push({ cardId: cardId('pack', `f${n}`, 'when'), grade, day: on });
      real = truth.nextMemory(real, elapsed, grade);
      believed = schedule.nextMemory(believed, elapsed, grade);
      const spread = 0.7 + 0.6 * random.next();
      elapsed = Math.max(1, Math.round(schedule.idealInterval(believed) * spread));
    }
  }
  return trainingLogOf(steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
}

function judged(judgement: Judgement) {
  if (judgement.outcome === 'too-few') throw new Error('enough to train on');
  return judgement;
}

describe.runIf(hasRealLog)('G4 on the log of a real learner', () => {
  it('the items and the loss of the standard weights are those known', () => {
    const log = realLog();
    expect(log.items).toHaveLength(6276);
    expect(lossOf(log, DEFAULT_WEIGHTS)).toBeCloseTo(0.465, 2);
    expect(Math.abs(lossOf(log, DEFAULT_WEIGHTS) - 0.465)).toBeLessThan(0.002);
  });

  it.runIf(hasReference)('training gives the loss that the reference reaches', async () => {
    const log = realLog();
    const ours = lossOf(log, await train(runToEnd(packItems(log, log.items.length))));
    const theirs = lossOf(
      log,
      await trainReference(
        log.items.map(({ history, review }) =>
          (log.histories[history]?.reviews ?? [])
            .slice(0, review + 1)
            .map(({ grade, elapsedDays }) => ({ rating: grades.indexOf(grade) + 1, elapsedDays })),
        ),
      ),
    );
    expect(Math.abs(ours - theirs)).toBeLessThan(0.001);
    expect(ours).toBeLessThan(lossOf(log, DEFAULT_WEIGHTS) - 0.01);
  });

  it('the gate says what each window gave', { timeout: MINUTES }, async () => {
    const { windows, mean, inSample, outcome } = judged(
      await judgeTraining(realLog(), DEFAULT_WEIGHTS, { train, run }),
    );
    const rows = windows.map(
      ({ split, end, standard, trained }) =>
        `trained on ${split}, tried on ${end - split}: standard ${standard.toFixed(4)}, trained ${trained.toFixed(4)}`,
    );
    process.stdout.write(
      `${rows.join('\n')}\nmean: standard ${mean.standard.toFixed(4)}, trained ${mean.trained.toFixed(4)}; ` +
        `in sample: standard ${inSample.standard.toFixed(4)}, trained ${inSample.trained.toFixed(4)}; ${outcome}\n`,
    );
    expect(windows).toHaveLength(5);
    // Trained on a sixth of the log they lose more than the four later windows gain: so they are refused.
    expect(windows.filter(({ trained, standard }) => trained < standard)).toHaveLength(4);
    expect(outcome).toBe('no-better');
  });
});

describe('G3 with the real optimiser', () => {
  /** Forgets sooner at first, and then more slowly, than the standard learner. */
  const other = DEFAULT_WEIGHTS.map((weight, i) =>
    i < 4 ? weight * 0.35 : i === 8 ? 1.4 : i === 20 ? 0.4 : weight,
  );

  it('accepts a real gain', { timeout: MINUTES }, async () => {
    const log = syntheticLog(other, 400, 'gain');
    const found = judged(await judgeTraining(log, DEFAULT_WEIGHTS, { train, run }));
    expect(found.outcome).toBe('better');
    // Against what the weights that made the answers would gain.
    const possible = lossOf(log, DEFAULT_WEIGHTS) - lossOf(log, other);
    expect(found.inSample.standard - found.inSample.trained).toBeGreaterThan(possible / 2);
  });

  it.each(['a', 'b', 'c', 'd'])('rejects noise (%s)', { timeout: MINUTES }, async (seed) => {
    const log = syntheticLog(DEFAULT_WEIGHTS, 80, seed);
    const found = judged(await judgeTraining(log, DEFAULT_WEIGHTS, { train, run }));
    expect(found.outcome).toBe('no-better');
  });
});
