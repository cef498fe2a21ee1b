/** The table of reviews as a file: loaded when it is asked for. */
import type { Learner } from '#lib/app/Learner.svelte.ts';
import { err, ok, type Result } from '#lib/base/result.ts';
import { createHistoryReader } from '#lib/stats/review-history.ts';
import { csvHeader, csvLine } from '#lib/stats/review-csv.ts';
import { piecesOf, type ReadingFailure, type Watching } from '#lib/app/log-tally.ts';

export interface ReviewsFile {
  readonly file: File;
  readonly reviews: number;
}

export async function reviewsFile(
  learner: Learner,
  { onProgress, signal }: Watching,
): Promise<Result<ReviewsFile, ReadingFailure>> {
  const { events: all, revoked } = learner.state;
  const reader = createHistoryReader(revoked);
  const parts = [`${csvHeader}\r\n`];
  let reviews = 0;
  let done = 0;
  for await (const piece of piecesOf(learner, null)) {
    if (signal.aborted) return err('stopped');
    if (piece === null) return err('unread');
    const read = reader.read(piece);
    parts.push(read.map((review) => `${csvLine(review)}\r\n`).join(''));
    reviews += read.length;
    done += piece.length;
    onProgress(done, all);
  }
  const name = `footnote-reviews-${learner.moment().day}.csv`;
  return ok({ file: new File(parts, name, { type: 'text/csv;charset=utf-8' }), reviews });
}
