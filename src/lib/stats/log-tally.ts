/**
 * What the reviews of a log add up to, taken one after the other: plain data of a size that does not grow
 * with the log, so that it can be kept and taken up where it stopped.
 */
import { grades, type Grade } from '#lib/study/card-state.ts';
import { addPrediction, emptyPredictions, type PredictionTally } from './calibration.ts';
import { addToOptions, type OptionTally } from './confusions.ts';
import { addToLosses, emptyLosses, type LossTally } from './log-loss.ts';
import { scoreOf, stageOf, type PastReview, type Stage } from './past-review.ts';
import { addToRetention, type Hits, type RetentionTally } from './retention.ts';

/** Of one hour of the day: all reviews, and those that were scored. */
export interface HourTally extends Hits {
  reviews: number;
}

export type GradeCounts = Record<Grade, number>;

export interface LogTally {
  reviews: number;
  /** The 24 hours of the wall clock, from midnight (G2). */
  readonly hours: readonly HourTally[];
  readonly grades: Readonly<Record<Stage, GradeCounts>>;
  readonly retention: RetentionTally;
  readonly predictions: PredictionTally;
  readonly losses: LossTally;
  readonly options: OptionTally;
}

const noGrades = () =>
  Object.fromEntries(grades.map((grade) => [grade, 0])) as Record<Grade, number>;

export function emptyTally(): LogTally {
  return {
    reviews: 0,
    hours: Array.from({ length: 24 }, () => ({ reviews: 0, of: 0, hits: 0 })),
    grades: { first: noGrades(), 'same-day': noGrades(), young: noGrades(), mature: noGrades() },
    retention: new Map(),
    predictions: emptyPredictions(),
    losses: emptyLosses(),
    options: { rights: new Map(), slips: new Map() },
  };
}

/** Adds the next review of the log, in place. */
export function addReview(tally: LogTally, review: PastReview): void {
  const { event, hour } = review;
  tally.reviews += 1;
  tally.grades[stageOf(review)][event.grade] += 1;
  addToOptions(tally.options, event);
  const inHour = tally.hours[hour];
  if (inHour !== undefined) inHour.reviews += 1;
  const scored = scoreOf(review);
  if (scored === null) return;
  if (inHour !== undefined) {
    inHour.of += 1;
    if (scored.recalled) inHour.hits += 1;
  }
  addToRetention(tally.retention, event.day, scored);
  addPrediction(tally.predictions, scored);
  addToLosses(tally.losses, scored);
}
