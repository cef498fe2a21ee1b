import { existsSync, readFileSync } from 'node:fs';

/** 12,580 answers of one learner, published beside py-fsrs; no part of this repository. */
const FILE = '../shared/data/review-logs.csv';

/** Whether the log is at hand; tests beside it are skipped where it is not. */
export const hasRealLog = existsSync(FILE);

export interface RealReview {
  readonly card: number;
  /** 1 Again, 2 Hard, 3 Good, 4 Easy. */
  readonly rating: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly tookMs: number;
}

/** The log in the order of time; nothing where it is absent. */
export function readRealLog(): RealReview[] {
  if (!hasRealLog) return [];
  const [, ...lines] = readFileSync(FILE, 'utf8').split(/\r?\n/);
  return lines
    .filter((line) => line !== '')
    .map((line) => line.split(','))
    .map(([card, rating, time, took]) => ({
      card: Number(card),
      rating: Number(rating),
      at: Date.parse(time ?? ''),
      tookMs: Number(took),
    }))
    .sort((a, b) => a.at - b.at);
}
