/** All that is told of the reviews of a log: small, so that it can be handed from a worker to its page. */
import { calibrationOf, type CalibrationGroup } from './calibration.ts';
import { confusionsOf, type Confusion } from './confusions.ts';
import { gradesOf, type GradeCounts } from './grades.ts';
import { hoursOf, type HourTally } from './hours.ts';
import { lossesOf, type Losses } from './log-loss.ts';
import { cardsIn, scoredOf, type PastReview } from './past-review.ts';
import { retentionBy, retentionOf, type RetentionIn, type RetentionOf, type Span } from './retention.ts';

export interface LogStatistics {
  readonly reviews: number;
  readonly cards: number;
  readonly retention: RetentionOf;
  readonly retentionBy: Readonly<Record<Span, readonly RetentionIn[]>>;
  readonly grades: GradeCounts;
  readonly hours: readonly HourTally[];
  readonly confusions: readonly Confusion[];
  readonly calibration: readonly CalibrationGroup[];
  /** `null` if nothing was scored. */
  readonly losses: Losses | null;
}

/** As much as a chart and its table show. */
const MOST: Readonly<Record<Span, number>> = { day: 60, week: 53, month: 36 };
const MOST_CONFUSIONS = 20;

export function logStatistics(reviews: readonly PastReview[]): LogStatistics {
  const scored = scoredOf(reviews);
  const by = (span: Span) => retentionBy(span, scored, MOST[span]);
  return {
    reviews: reviews.length,
    cards: cardsIn(reviews).size,
    retention: retentionOf(scored),
    retentionBy: { day: by('day'), week: by('week'), month: by('month') },
    grades: gradesOf(reviews),
    hours: hoursOf(reviews),
    confusions: confusionsOf(reviews, MOST_CONFUSIONS),
    calibration: calibrationOf(scored),
    losses: lossesOf(scored),
  };
}
