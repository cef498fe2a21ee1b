/** How a learner grades: beside what the memory model says, all that a simulation needs to know of them. */
import { grades, type Grade } from '#lib/study/card-state.ts';
import type { TrainingLog } from './training-items.ts';

type Shares = Readonly<Record<Grade, number>>;

/** Shares of the four grades, each set adding up to 1. */
export interface GradeShares {
  /** Of a new card. */
  readonly first: Shares;
  /** Of a card answered before on the same day. */
  readonly step: Shares;
  /** Of a card that came back and was recalled: never Again. */
  readonly recalled: Shares;
}

const ONLY_GOOD: Shares = { again: 0, hard: 0, good: 1, easy: 0 };

/** Before there are answers to go by. */
export const USUAL_GRADES: GradeShares = {
  first: { again: 0.2, hard: 0, good: 0.8, easy: 0 },
  step: { again: 0.1, hard: 0, good: 0.9, easy: 0 },
  recalled: ONLY_GOOD,
};

/** The usual shares count as so many answers, so that a few of the learner's own do not turn them over. */
const WEIGHT_OF_USUAL = 20;

/** The shares of a learner's own answers. */
export function gradeShares({ histories }: TrainingLog): GradeShares {
  const counts = { first: zero(), step: zero(), recalled: zero() };
  for (const { reviews } of histories) {
    reviews.forEach(({ grade, elapsedDays }, i) => {
      if (i === 0) counts.first[grade] += 1;
      else if (elapsedDays === 0) counts.step[grade] += 1;
      else if (grade !== 'again') counts.recalled[grade] += 1;
    });
  }
  return {
    first: sharesOf(counts.first, USUAL_GRADES.first),
    step: sharesOf(counts.step, USUAL_GRADES.step),
    recalled: sharesOf(counts.recalled, USUAL_GRADES.recalled),
  };
}

const zero = (): Record<Grade, number> => ({ again: 0, hard: 0, good: 0, easy: 0 });

function sharesOf(counts: Shares, usual: Shares): Shares {
  const all = grades.reduce((sum, grade) => sum + counts[grade], 0) + WEIGHT_OF_USUAL;
  const share = (grade: Grade) => (counts[grade] + WEIGHT_OF_USUAL * usual[grade]) / all;
  return { again: share('again'), hard: share('hard'), good: share('good'), easy: share('easy') };
}
