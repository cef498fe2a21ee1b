import { replay, readReviewLog } from '../../cli/replay-log.ts';
import type { StudyDay } from '#lib/base/time.ts';
import { foldLog } from '#lib/study/fold.ts';
import { expect, it } from 'vitest';
import { handLog } from './hand-log.ts';
import { createHistoryReader } from './review-history.ts';
import { csvCell, csvHeader, csvLine } from './review-csv.ts';

const log = handLog();
const reviews = createHistoryReader(foldLog(log).revoked).read(log);
const lines = reviews.map(csvLine);

it('E1 is a table that replay reads, with the same memories', () => {
  const read = readReviewLog([csvHeader, ...lines].join('\n'));
  if (!read.ok) throw new Error(read.error);
  // Rollover at 04:00 in UTC is the UTC date four hours earlier.
  const replayed = replay(read.value, -4);
  expect(replayed).toHaveLength(7);
  for (const [n, { event, before }] of reviews.entries()) {
    expect(replayed[n]?.cardId).toBe(event.cardId);
    expect(replayed[n]?.elapsedDays).toBe(before?.elapsedDays ?? 0);
    const next = reviews.slice(n + 1).find((one) => one.event.cardId === event.cardId);
    if (next) expect(replayed[n]?.stability).toBeCloseTo(next.before?.memory.stability ?? NaN, 9);
  }
});

it('says what stands in its columns', () => {
  const columns = csvHeader.split(',');
  const cells = (lines[1] ?? '').split(',');
  expect(Object.fromEntries(columns.map((name, n) => [name, cells[n]]))).toMatchObject({
    card_id: 'pack/b#actor.chair',
    review_rating: '1',
    review_time: '2026-01-01T09:00:00.000Z',
    review_duration: '30000',
    study_day: '2026-01-01' as StudyDay,
    zone: 'UTC',
    elapsed_days: '',
    predicted_recall: '',
    pack: 'pack',
    item: 'b',
    facet: 'actor.chair',
    format: 'choice',
    verdict: 'wrong',
    answer: 'Gull',
  });
});

it.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\rx', "' x"],
  ['a,b', '"a,b"'],
  ['=1,"2"', `"'=1,""2"""`],
  ['two\nlines', 'two lines'],
  ['plain – text', 'plain – text'],
  [-1.5, '-1.5'],
  [null, ''],
])('E2 %j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});
