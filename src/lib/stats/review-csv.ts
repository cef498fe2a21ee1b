/** The reviews as a table for other programs; docs/reviews-csv.md tells of its columns. */
import { parseCardId } from '#lib/base/ids.ts';
import { grades } from '#lib/study/card-state.ts';
import type { PastReview } from './past-review.ts';

type Cell = string | number | null;

/** The columns in order. The first four are those that `npm run replay` and the tools around FSRS read. */
const columns: Readonly<Record<string, (review: PastReview) => Cell>> = {
  card_id: ({ event }) => event.cardId,
  review_rating: ({ event }) => grades.indexOf(event.grade) + 1,
  review_time: ({ event }) => new Date(event.at).toISOString(),
  review_duration: ({ event }) => Math.round(event.tookMs),
  study_day: ({ event }) => event.day,
  zone: ({ event }) => event.zone,
  elapsed_days: ({ before }) => before?.elapsedDays ?? null,
  stability_before: ({ before }) => before?.memory.stability ?? null,
  difficulty_before: ({ before }) => before?.memory.difficulty ?? null,
  predicted_recall: ({ before }) => before?.recall ?? null,
  pack: ({ event }) => parseCardId(event.cardId)?.packId ?? null,
  pack_version: ({ event }) => event.packVersion,
  item: ({ event }) => parseCardId(event.cardId)?.itemId ?? null,
  item_revision: ({ event }) => event.factRev,
  facet: ({ event }) => parseCardId(event.cardId)?.facet ?? null,
  format: ({ event }) => event.format,
  verdict: ({ event }) => event.verdict,
  model: ({ event }) => event.modelId,
  answer: ({ event }) => answerText(event.answer),
};

/** What was chosen or written; anything else as the log holds it. */
function answerText(answer: PastReview['event']['answer']): string {
  const text =
    typeof answer === 'object' && answer !== null && 'text' in answer ? answer.text : undefined;
  return typeof text === 'string' ? text : JSON.stringify(answer);
}

/**
 * One cell. Text that a spreadsheet would run as a formula gets an apostrophe before it; line ends become
 * spaces, so that a line is a review for the plainest of readers.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replace(/[\r\n]+/g, ' ');
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvHeader = Object.keys(columns).join();

/** One line of the table. */
export function csvLine(review: PastReview): string {
  return Object.values(columns)
    .map((cell) => csvCell(cell(review)))
    .join();
}
