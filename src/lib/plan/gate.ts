/**
 * Whether weights trained on this learner's answers are better than those in use. They are judged on
 * answers that they have not seen: five times trained on the older part of the log and tried on the next.
 */
import { DEFAULT_WEIGHTS } from '#lib/study/settings.ts';
import { lossesOf, meanLoss } from './log-loss.ts';
import { LEAST_ITEMS, packItems, type PackedItems, type TrainingLog } from './training-items.ts';

const WINDOWS = 5;
/**
 * A better mean alone is no proof: on answers made by the standard weights themselves, five of six small
 * logs had one by luck, and none was better in so many windows.
 */
const LEAST_WINDOWS_WON = 4;

/** Items before `split` train, those from there up to `end` try. */
export interface Window {
  readonly split: number;
  readonly end: number;
}

/** The items in six equal parts; each window trains on one part more than the one before. */
export function windowsOf(items: number): readonly Window[] {
  const at = (part: number) => Math.round((items * part) / (WINDOWS + 1));
  return Array.from({ length: WINDOWS }, (_, n) => ({ split: at(n + 1), end: at(n + 2) }));
}

/** Mean log loss of three sets of weights on the same answers. */
export interface Losses {
  readonly current: number;
  readonly standard: number;
  readonly trained: number;
}

export type Judgement =
  | { readonly outcome: 'too-few'; readonly items: number }
  | {
      /** better: than the current weights and the standard ones, in the mean and in nearly all windows */
      readonly outcome: 'better' | 'no-better';
      readonly items: number;
      /** Of each window, on the answers that were held out. */
      readonly windows: readonly (Window & Losses)[];
      readonly mean: Losses;
      /** On all answers at once, which the trained weights have seen. */
      readonly inSample: Losses;
      /** Trained on everything. */
      readonly weights: readonly number[];
    };

export interface Judging {
  readonly train: (items: PackedItems) => Promise<readonly number[]>;
  /** Runs a generator to its end without blocking the page. */
  readonly run: <T>(work: Generator<void, T>) => Promise<T>;
  /** Trainings done, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Weights as they go into the log: six decimals are more than the optimiser knows. */
const rounded = (weights: readonly number[]) =>
  weights.map((weight) => Math.round(weight * 1e6) / 1e6);

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Trains, and compares with the weights in use. Failures of `train` pass through. */
export async function judgeTraining(
  log: TrainingLog,
  currentWeights: readonly number[],
  { train, run, onProgress }: Judging,
): Promise<Judgement> {
  const items = log.items.length;
  if (items < LEAST_ITEMS) return { outcome: 'too-few', items };
  const total = WINDOWS + 1;
  const current = await run(lossesOf(log, currentWeights));
  const standard = await run(lossesOf(log, DEFAULT_WEIGHTS));
  const windows: (Window & Losses)[] = [];
  for (const window of windowsOf(items)) {
    onProgress?.(windows.length, total);
    const { split, end } = window;
    const weights = rounded(await train(await run(packItems(log, split))));
    const trained = await run(lossesOf(log, weights));
    windows.push({
      ...window,
      current: meanLoss(current, split, end),
      standard: meanLoss(standard, split, end),
      trained: meanLoss(trained, split, end),
    });
  }
  onProgress?.(WINDOWS, total);
  const weights = rounded(await train(await run(packItems(log, items))));
  const trained = await run(lossesOf(log, weights));
  onProgress?.(total, total);
  const held: Losses = {
    current: mean(windows.map((window) => window.current)),
    standard: mean(windows.map((window) => window.standard)),
    trained: mean(windows.map((window) => window.trained)),
  };
  const isBetter = ({ trained, current, standard }: Losses) =>
    trained < current && trained < standard;
  const isGain = isBetter(held) && windows.filter(isBetter).length >= LEAST_WINDOWS_WON;
  return {
    outcome: isGain ? 'better' : 'no-better',
    items,
    windows,
    mean: held,
    inSample: {
      current: meanLoss(current),
      standard: meanLoss(standard),
      trained: meanLoss(trained),
    },
    weights,
  };
}
