import type { CardId } from '#lib/base/ids.ts';
import type { StudyDay } from '#lib/base/time.ts';
import type { Json } from '#lib/study/events.ts';
import type { PastReview } from './past-review.ts';

/** One option taken for another. */
export interface Confusion {
  readonly chosen: string;
  /** The right option as it stood in the log; `null` if the card was never answered right with options. */
  readonly right: string | null;
  readonly times: number;
  /** The cards on which it happened, the latest first. */
  readonly cardIds: readonly CardId[];
  readonly lastDay: StudyDay;
}

/** The text of the option that was chosen; `null` for any other answer. */
function optionOf(answer: Json): string | null {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
  const { option, text } = answer as { readonly option?: Json; readonly text?: Json };
  return typeof option === 'number' && typeof text === 'string' ? text : null;
}

/** The `most` frequent confusions, of equal ones the latest first (X1). */
export function confusionsOf(reviews: readonly PastReview[], most: number): Confusion[] {
  const rights = new Map<string, string>();
  for (const { event } of reviews) {
    const text = event.verdict === 'right' ? optionOf(event.answer) : null;
    // What the right one is depends on the form too: who said so is not what was said.
    if (text !== null) rights.set(`${event.cardId} ${event.format}`, text);
  }
  const pairs = new Map<string, Confusion>();
  for (const { event } of reviews) {
    const chosen = event.verdict === 'wrong' ? optionOf(event.answer) : null;
    if (chosen === null) continue;
    const { cardId, day } = event;
    const right = rights.get(`${cardId} ${event.format}`) ?? null;
    const key = JSON.stringify(right === null ? [chosen, cardId] : [chosen, '', right]);
    const known = pairs.get(key);
    pairs.set(key, {
      chosen,
      right,
      times: (known?.times ?? 0) + 1,
      cardIds: [cardId, ...(known?.cardIds ?? []).filter((id) => id !== cardId)],
      lastDay: day,
    });
  }
  return [...pairs.values()]
    .sort((a, b) => b.times - a.times || (a.lastDay < b.lastDay ? 1 : -1))
    .slice(0, most);
}
