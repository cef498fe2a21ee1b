/** Dates as rivals: of other events of the same time first; invented ones never fall on a real event. */
import { addDays, type StudyDay } from '#lib/base/time.ts';
import type { Random } from '#lib/base/random.ts';
import { dateInWords, datesOverlap, endsOf, partsOf, precisionOf, spanOf } from './dates.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import type { Candidate } from './candidate.ts';

/** Rivals lie within this many days of the key: weeks for a day, else a stem that tells the year rules them out. */
const SAME_PERIOD_DAYS = { day: 60, month: 500, year: 4 * 372, range: 500 };

export function dateRivals(index: QuestionIndex, facet: Facet, date: string): Candidate[] {
  return [...datedFacets(index).entries()].flatMap(([other, facets]) => {
    const apart = facets.filter(({ fact }) => fact !== facet.fact);
    const told = apart.find(({ fact }) => fact.episode === facet.fact.episode) ?? apart[0];
    // Beside a year stands the year of a day.
    const shown = date.includes('/') ? other : endsOf(other)[0].slice(0, date.length);
    const isCompared = apart.some((one) =>
      one.comparisons.some((comparison) => facet.comparisons.includes(comparison)),
    );
    if (told === undefined) return [];
    const rival = candidate(facet, date, told, shown);
    return [isCompared ? { ...rival, dropped: 'compared with it' } : rival];
  });
}

/** All facets that ask a date, by that date: many things may have happened on one day, which is one rival. */
function datedFacets(index: QuestionIndex): ReadonlyMap<string, readonly Facet[]> {
  let byDate = known.get(index);
  if (byDate === undefined) {
    const found = new Map<string, Facet[]>();
    for (const key of ['event.when', 'statement.when', 'agreement.when'] as const)
      for (const facet of index.facetsByKey.get(key) ?? []) {
        if (facet.slot.value.type !== 'date') continue;
        const { date } = facet.slot.value;
        found.set(date, [...(found.get(date) ?? []), facet]);
      }
    known.set(index, (byDate = found));
  }
  return byDate;
}

/** An index is gone through once. */
const known = new WeakMap<QuestionIndex, ReadonlyMap<string, readonly Facet[]>>();

function candidate(facet: Facet, key: string, other: Facet, date: string): Candidate {
  const distance = Math.abs(spanOf(date)[0] - spanOf(key)[0]);
  return {
    text: dateInWords(date),
    value: { type: 'date', date },
    belongsTo: other.fact.statement,
    citations: other.citations,
    dropped: whyNot(facet, key, date, distance),
    wrongBecause: `The date of ${other.fact.id}.`,
    plausibility: (other.fact.episode === facet.fact.episode ? 1 : 0) + 1 / (1 + distance / 30),
  };
}

function whyNot(facet: Facet, key: string, date: string, distance: number): string | null {
  if (precisionOf(date) !== precisionOf(key)) return 'another precision';
  if (datesOverlap(date, key)) return 'the same time';
  if (distance > SAME_PERIOD_DAYS[precisionOf(key)]) return 'another period';
  const claimed = facet.comparisons.flatMap(({ positions }) => positions.map(({ value }) => value));
  const disputed = claimed.some(
    (value) => typeof value === 'string' && /^\d{4}/.test(value) && datesOverlap(value, date),
  );
  return disputed ? 'given too' : null;
}

/**
 * Dates made up where the pack has too few: the same precision, at most some weeks, months or years away,
 * at least three days from the key, never on a date that the pack knows, and no year after all that it tells.
 */
export function inventedDates(
  index: QuestionIndex,
  facet: Facet,
  date: string,
  random: Random,
): Candidate[] {
  const precision = precisionOf(date);
  const steps = random.shuffle(
    precision === 'day' ? [-13, -11, -8, -6, -4, 3, 5, 7, 10, 12] : [-4, -3, -2, -1, 1, 2, 3, 4],
  );
  return steps.flatMap((step): Candidate[] => {
    const moved = endsOf(date).map((end) => move(end, step));
    const invented = precision === 'range' ? moved.join('/') : (moved[0] ?? date);
    if (precision !== 'range' && isReal(index, invented)) return [];
    const dropped = whyNot(facet, date, invented, 0);
    if (dropped !== null || (precision === 'year' && isLate(index, invented))) return [];
    return [
      {
        text: dateInWords(invented),
        value: { type: 'date', date: invented },
        belongsTo: 'No event of this pack has this date.',
        dropped: null,
        wrongBecause: 'Invented, on no date of the pack.',
        plausibility: 0,
      },
    ];
  });
}

/** A month may lie in a year of which the pack knows no month. */
function isReal(index: QuestionIndex, date: string): boolean {
  for (const real of index.realDates) if (real.startsWith(date)) return true;
  return false;
}

function isLate(index: QuestionIndex, year: string): boolean {
  for (const real of index.realDates) if (real.slice(0, 4) >= year) return false;
  return true;
}

/** Moves a date by days, months or years, by its own precision. */
function move(date: string, step: number): string {
  const { year, month, day } = partsOf(date);
  if (day !== undefined) return addDays(date as StudyDay, step);
  if (month === undefined) return String(year + step);
  const at = year * 12 + month - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
