import type { CardRecord } from './card-state.ts';
import type { FormatPin } from './settings.ts';

/** On how many different days a card must be right in choice before it is asked in a harder format. */
export const CHOICE_DAYS = 2;
/** Days of stability from which the answer must be produced, not picked. */
export const TYPED_STABILITY = 7;
/** Days of stability from which one may think, reveal and grade oneself. */
export const RECALL_STABILITY = 30;

/** From the most help to the least. */
const ladder = ['choice', 'typed', 'recall'] as const;
type LadderFormat = (typeof ladder)[number];

function wanted(record: CardRecord): LadderFormat {
  const { schedule, rightDays } = record;
  if (schedule.phase === 'new' || rightDays < CHOICE_DAYS) return 'choice';
  const { stability } = schedule.memory;
  if (stability >= RECALL_STABILITY) return 'recall';
  return stability >= TYPED_STABILITY ? 'typed' : 'choice';
}

/**
 * The format that a card is asked in, among those in which it makes a sound question. A format that
 * the card does not offer gives way to the next easier one, then to the next harder.
 *
 * @param available not empty: a card that makes no question is no card
 */
export function chooseFormat<F extends string>(
  record: CardRecord,
  available: readonly F[],
  pin: FormatPin,
): F {
  const aim = pin === 'automatic' ? wanted(record) : pin;
  const rank = ladder.indexOf(aim);
  const order: readonly string[] = [
    ...ladder.slice(0, rank + 1).toReversed(),
    ...ladder.slice(rank + 1),
  ];
  const format = order.find((name) => (available as readonly string[]).includes(name));
  const chosen = (format as F | undefined) ?? available[0];
  if (chosen === undefined) throw new RangeError('A card without a format cannot be asked');
  return chosen;
}
