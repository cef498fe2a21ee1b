import type { CardId } from '#lib/base/ids.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { studyDayAt, type Instant, type StudyDay } from '#lib/base/time.ts';
import { grades, NEW_STATE, type CardState, type Grade } from '#lib/study/card-state.ts';
import { createScheduler } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS } from '#lib/study/settings.ts';

export interface LoggedReview {
  readonly cardId: CardId;
  readonly grade: Grade;
  readonly at: Instant;
}

export interface ReplayedReview {
  readonly cardId: CardId;
  readonly elapsedDays: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly dueDay: StudyDay;
}

const HOUR_MS = 3_600_000;
const COLUMNS = ['card_id', 'review_rating', 'review_time'] as const;

/** Reads a review log; the error names the line. Columns are found by the names in the first line. */
export function readReviewLog(csv: string): Result<readonly LoggedReview[], string> {
  const [header = '', ...lines] = csv.split(/\r?\n/);
  const names = header.split(',');
  const missing = COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) return err(`line 1: no column ${missing.join(', ')}`);
  const places = COLUMNS.map((name) => names.indexOf(name));
  const reviews: LoggedReview[] = [];
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const cells = line.split(',');
    const [id = '', rating = '', time = ''] = places.map((place) => cells[place]);
    const grade = grades[Number(rating) - 1];
    const at = Date.parse(time);
    if (id === '' || grade === undefined || Number.isNaN(at)) {
      return err(`line ${i + 2}: not a review: ${line}`);
    }
    reviews.push({ cardId: id as CardId, grade, at: at as Instant });
  }
  return ok(reviews.toSorted((a, b) => a.at - b.at));
}

/**
 * Schedules a log as the app would, with default settings but without fuzz, so that what comes out
 * can be compared.
 *
 * @param offsetHours the study day is the UTC date of the time so many hours later, with no rollover
 */
export function replay(
  reviews: readonly LoggedReview[],
  offsetHours: number,
): readonly ReplayedReview[] {
  const scheduler = createScheduler({ ...DEFAULT_SETTINGS, fuzz: false });
  const states = new Map<CardId, CardState>();
  const dayOf = (at: Instant) => studyDayAt((at + offsetHours * HOUR_MS) as Instant, 'UTC', 0);
  return reviews.map(({ cardId, grade, at }) => {
    const before = states.get(cardId) ?? NEW_STATE;
    const outcome = scheduler.review(cardId, before, { at, day: dayOf(at) }, grade);
    const { state, elapsedDays } = outcome;
    states.set(cardId, state);
    const dueDay = state.phase === 'review' ? state.dueDay : dayOf(state.dueAt);
    return { cardId, elapsedDays, ...state.memory, dueDay };
  });
}

export function replayedCsv(reviews: readonly ReplayedReview[]): string {
  const rows = reviews.map(({ cardId, elapsedDays, stability, difficulty, dueDay }) =>
    [cardId, elapsedDays, stability, difficulty, dueDay].join(),
  );
  return ['card_id,elapsed_days,stability,difficulty,due_day', ...rows, ''].join('\n');
}
