import type { CardId } from '#lib/base/ids.ts';
import type { StudyDay } from '#lib/base/time.ts';
import type { CardReviewed } from '#lib/study/events.ts';
import { grouped } from './grouped.ts';

/** A wrong option chosen on one card in one format. */
interface Slip {
  readonly cardId: CardId;
  readonly chosen: string;
  readonly format: string;
  readonly times: number;
  readonly lastDay: StudyDay;
}

export interface OptionTally {
  /** The right option of a card in a format, as it was last chosen. */
  readonly rights: Map<string, string>;
  readonly slips: Map<string, Slip>;
}

/** One option taken for another. */
export interface Confusion {
  readonly chosen: string;
  /** The right option as it stood in the log; `null` if it was never chosen there. */
  readonly right: string | null;
  readonly times: number;
  /** The cards on which it happened. */
  readonly cardIds: readonly CardId[];
  readonly lastDay: StudyDay;
}

/** The text of the option that was chosen; `null` for any other answer. */
function optionOf({ answer }: CardReviewed): string | null {
  if (typeof answer !== 'object' || answer === null || !('option' in answer)) return null;
  return typeof answer.text === 'string' ? answer.text : null;
}

/** What the right option is depends on the format too: who said so is not what was said. */
const keyOf = ({ cardId, format }: Pick<Slip, 'cardId' | 'format'>) => `${cardId} ${format}`;

export function addToOptions({ rights, slips }: OptionTally, event: CardReviewed): void {
  const text = optionOf(event);
  if (text === null) return;
  if (event.verdict === 'right') rights.set(keyOf(event), text);
  if (event.verdict !== 'wrong') return;
  const { cardId, format, day: lastDay } = event;
  const key = `${keyOf(event)} ${text}`;
  const times = (slips.get(key)?.times ?? 0) + 1;
  slips.set(key, { cardId, chosen: text, format, times, lastDay });
}

/** The `most` frequent confusions, of equal ones the latest first (X1). */
export function confusionsOf({ rights, slips }: OptionTally, most: number): Confusion[] {
  const pairs = grouped(slips.values(), (slip) => {
    const right = rights.get(keyOf(slip));
    return JSON.stringify(
      right === undefined ? [slip.chosen, 0, keyOf(slip)] : [slip.chosen, right],
    );
  });
  return [...pairs.values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      return {
        chosen: first.chosen,
        right: rights.get(keyOf(first)) ?? null,
        times: own.reduce((sum, { times }) => sum + times, 0),
        cardIds: [...new Set(own.map(({ cardId }) => cardId))],
        lastDay: own.reduce(
          (last, { lastDay }) => (lastDay > last ? lastDay : last),
          first.lastDay,
        ),
      };
    })
    .sort((a, b) => b.times - a.times || (a.lastDay < b.lastDay ? 1 : -1))
    .slice(0, most);
}
