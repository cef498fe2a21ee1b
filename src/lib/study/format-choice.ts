import type { CardRecord } from './card-state.ts';
import type { FormatPin } from './settings.ts';

/** On how many different days a card must be right in choice before it is asked in a harder format. */
const CHOICE_DAYS = 2;
/** Days of stability from which the answer must be produced, not picked. */
const WRITTEN_STABILITY = 7;
/** Days of stability from which a card is asked among others, or one may think, reveal and grade oneself. */
const CONNECTED_STABILITY = 30;

/** From the most help to the least. On each rung, the formats that ask the same of memory. */
const ladder = [
  ['choice'],
  ['attribution', 'corroboration'],
  ['typed', 'number', 'date'],
  ['order', 'match', 'place', 'recall'],
] as const;
const WRITTEN = 2;
const CONNECTED = 3;

function rungOf({ schedule, rightDays }: CardRecord): number {
  if (schedule.phase === 'new' || rightDays < CHOICE_DAYS) return 0;
  const { stability } = schedule.memory;
  if (stability >= CONNECTED_STABILITY) return CONNECTED;
  return stability >= WRITTEN_STABILITY ? WRITTEN : 0;
}

/** The formats of a rung, another one first at each review, so that a firm card is not always asked alike. */
function inTurn(rung: number, reps: number): readonly string[] {
  const formats = ladder[rung] ?? [];
  if (rung !== CONNECTED) return formats;
  const start = reps % formats.length;
  return [...formats.slice(start), ...formats.slice(0, start)];
}

/**
 * All formats, the one that a card's memory asks for first: the first in which the card makes a sound question
 * is taken. A format that it does not offer gives way to the easier ones, the next easier first, then to harder ones.
 */
export function formatOrder(record: CardRecord, pin: FormatPin): readonly string[] {
  const rung = pin === 'automatic' ? rungOf(record) : rungOfPin(pin);
  const { reps } = record.schedule;
  const order = [
    ...ladder
      .slice(0, rung + 1)
      .map((_, at) => inTurn(at, reps))
      .toReversed(),
    ...ladder.slice(rung + 1).map((_, at) => inTurn(rung + 1 + at, reps)),
  ].flat();
  // A typed answer is whatever can be written: a name, a number or a date.
  return pin === 'automatic' || pin === 'typed' ? order : [...new Set([pin, ...order])];
}

function rungOfPin(pin: Exclude<FormatPin, 'automatic'>): number {
  return ladder.findIndex((formats) => (formats as readonly string[]).includes(pin));
}
