import { grades, type Grade } from '#lib/study/card-state.ts';
import { stageOf, type PastReview, type Stage } from './past-review.ts';

export const stages: readonly Stage[] = ['first', 'same-day', 'young', 'mature'];

export type GradeCounts = Readonly<Record<Stage, Readonly<Record<Grade, number>>>>;

const none = () => Object.fromEntries(grades.map((grade) => [grade, 0])) as Record<Grade, number>;

export function gradesOf(reviews: readonly PastReview[]): GradeCounts {
  const counts = { first: none(), 'same-day': none(), young: none(), mature: none() };
  for (const review of reviews) counts[stageOf(review)][review.event.grade] += 1;
  return counts;
}
