/** What is told of a log's reviews: read off their tally. */
import type { StudyDay } from '#lib/base/time.ts';
import { calibrationOf, type CalibrationGroup } from './calibration.ts';
import { confusionsOf, type Confusion } from './confusions.ts';
import { lossesOf, type Losses } from './log-loss.ts';
import type { GradeCounts, HourTally, LogTally } from './log-tally.ts';
import type { Stage } from './past-review.ts';
import {
  retentionBy,
  retentionOf,
  type RetentionIn,
  type RetentionOf,
  type Span,
} from './retention.ts';

export interface LogStatistics {
  readonly reviews: number;
  readonly retention: { readonly ever: RetentionOf; readonly today: RetentionOf };
  readonly retentionBy: Readonly<Record<Span, readonly RetentionIn[]>>;
  readonly grades: Readonly<Record<Stage, GradeCounts>>;
  readonly hours: readonly HourTally[];
  readonly confusions: readonly Confusion[];
  readonly calibration: readonly CalibrationGroup[];
  /** `null` if nothing was scored. */
  readonly losses: Losses | null;
}

/** As many as a chart and its table show. */
const MOST: Readonly<Record<Span, number>> = { day: 60, week: 53, month: 36 };
const MOST_CONFUSIONS = 20;

export function logStatistics(tally: LogTally, today: StudyDay): LogStatistics {
  const by = (span: Span) => retentionBy(span, tally.retention, MOST[span]);
  return {
    reviews: tally.reviews,
    retention: {
      ever: retentionOf(tally.retention),
      today: retentionOf(tally.retention, today),
    },
    retentionBy: { day: by('day'), week: by('week'), month: by('month') },
    grades: tally.grades,
    hours: tally.hours,
    confusions: confusionsOf(tally.options, MOST_CONFUSIONS),
    calibration: calibrationOf(tally.predictions),
    losses: lossesOf(tally.losses),
  };
}
