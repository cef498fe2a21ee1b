/** What an answer is worth. Always from the verdict of the app's own `grade`. */
import type { Verdict } from '#lib/questions/question.ts';
import type { Scoring } from './quiz.ts';
import type { Confidence } from './results.ts';

export interface Scored {
  readonly verdict: Verdict;
  readonly confidence: Confidence | null;
  readonly tookMs: number;
  /** The student's own limit; `null`: no limit. */
  readonly limitMs: number | null;
}

/**
 * Certainty-based marking after Gardner-Medwin: right 1, 2 or 3, wrong 0, −2 or −6, in hundredths. Saying how
 * sure one really is gives the most: `unsure` pays from 67 %, `sure` from 80 %.
 */
const certaintyMarks: Readonly<
  Record<Confidence, { readonly right: number; readonly wrong: number }>
> = {
  guess: { right: 100, wrong: 0 },
  unsure: { right: 200, wrong: -200 },
  sure: { right: 300, wrong: -600 },
};

/** Hundredths of a point. Nearly right is worth half. */
export function pointsFor(scoring: Scoring, scored: Scored): number {
  const { verdict } = scored;
  const mark =
    scoring === 'confidence'
      ? certaintyMarks[scored.confidence ?? 'guess']
      : { right: scoring === 'speed' ? speedMark(scored) : 100, wrong: 0 };
  switch (verdict) {
    case 'right':
    case 'slip':
      return mark.right;
    case 'near':
      return Math.round(mark.right / 2);
    case 'wrong':
      return mark.wrong;
  }
}

/** From 100 at once down to 50 at the end of the student's own time: who knows it slowly still knows it. */
function speedMark({ tookMs, limitMs }: Scored): number {
  if (limitMs === null || limitMs <= 0) return 100;
  const used = Math.min(1, Math.max(0, tookMs / limitMs));
  return Math.round(100 - 50 * used);
}
