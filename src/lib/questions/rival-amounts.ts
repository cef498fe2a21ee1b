/** Amounts as rivals: figures of the pack with the same unit and magnitude first, then invented ones far from the key. */
import type { Random } from '#lib/base/random.ts';
import type { Amount } from '#lib/content/schema.ts';
import { bareAmount, boundsOf, isPercentage } from './amounts.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import type { Candidate } from './candidate.ts';

/** Nearer than this share to a right value, a figure could be its rounding. */
const ROUNDING = 0.2;
/** Figures of the pack up to this many times larger or smaller are of the same magnitude. */
const MAGNITUDE = 8;
/** What invented figures are multiplied with: all outside [½, 2], most of them near. */
const FACTORS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 2.25, 2.5, 3, 3.5, 4, 4.5];
/** Larger or smaller by more, also by rounding, is one week beside six: nobody takes it. */
const FARTHEST = 5;

export function amountRivals(index: QuestionIndex, facet: Facet, key: Amount): Candidate[] {
  return (figuresOf(index).byUnit.get(unitKey(key.unit)) ?? [])
    .filter((other) => other.fact !== facet.fact)
    .flatMap((other) => {
      const { value } = other.slot;
      if (value.type !== 'amount') return [];
      // Shown in the unit of the key, without `about`: all options alike.
      const amount: Amount = { number: value.amount.number, qualifier: 'exact', unit: key.unit };
      return [
        {
          text: bareAmount(amount),
          value: { type: 'amount', amount },
          belongsTo: other.fact.statement,
          citations: other.citations,
          dropped: whyNot(index, facet, key, amount, other),
          wrongBecause: `The figure of ${other.fact.id}.`,
          plausibility:
            (other.fact.episode === facet.fact.episode ? 1 : 0) + 1 / (1 + ratio(key, amount)),
        } satisfies Candidate,
      ];
    });
}

/** Percentages of different things have one unit. */
function unitKey(unit: string): string {
  return isPercentage(unit) ? 'per cent' : unit;
}

interface Figures {
  readonly byUnit: ReadonlyMap<string, readonly Facet[]>;
  /** Figures that are sums of others. */
  readonly sums: readonly Facet[];
}

function figuresOf(index: QuestionIndex): Figures {
  let figures = known.get(index);
  if (figures === undefined) {
    const byUnit = new Map<string, Facet[]>();
    const all = [
      ...(index.facetsByKey.get('figure.number') ?? []),
      ...(index.facetsByKey.get('agreement.term') ?? []),
    ];
    for (const facet of all) {
      if (facet.slot.value.type !== 'amount') continue;
      const unit = unitKey(facet.slot.value.amount.unit);
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), facet]);
    }
    figures = { byUnit, sums: all.filter((facet) => partsOf(facet).length > 0) };
    known.set(index, figures);
  }
  return figures;
}

/** An index is gone through once. */
const known = new WeakMap<QuestionIndex, Figures>();

function partsOf({ fact }: Facet): readonly string[] {
  return fact.kind === 'figure' ? (fact.values.sum_of ?? []) : [];
}

function ratio(a: Amount, b: Amount): number {
  const [x, y] = [boundsOf(a)[1], boundsOf(b)[1]];
  return Math.max(x, y) / Math.max(Math.min(x, y), 1e-9);
}

function whyNot(
  index: QuestionIndex,
  facet: Facet,
  key: Amount,
  amount: Amount,
  other: Facet,
): string | null {
  const isRange = (value: Amount) => typeof value.number !== 'number';
  if (isRange(key) !== isRange(amount)) return 'a range';
  if (ratio(key, amount) > MAGNITUDE) return 'another magnitude';
  if (rightValues(facet, key).some((right) => near(right, amount))) return 'a rounding';
  if (sums(index, facet, other)) return 'a sum or a part of one';
  return null;
}

/** The key and every value that a comparison gives for it. */
function rightValues(facet: Facet, key: Amount): readonly Amount[] {
  const given = facet.comparisons.flatMap(({ positions }) =>
    positions.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
  );
  return [key, ...given.map((number): Amount => ({ ...key, number }))];
}

function near(right: Amount, amount: Amount): boolean {
  const [low, high] = boundsOf(right);
  const [from, to] = boundsOf(amount);
  return to >= low * (1 - ROUNDING) && from <= high * (1 + ROUNDING);
}

function sums(index: QuestionIndex, facet: Facet, other: Facet): boolean {
  if (partsOf(facet).includes(other.fact.id) || partsOf(other).includes(facet.fact.id)) return true;
  // Parts of the same sum are figures of their own, but each is the other's remainder.
  return figuresOf(index).sums.some(
    (sum) => partsOf(sum).includes(facet.fact.id) && partsOf(sum).includes(other.fact.id),
  );
}

/**
 * Figures made up where the pack has too few: the key times a factor outside [½, 2], rounded like the key,
 * and as far from every value that a comparison gives.
 */
export function inventedAmounts(
  index: QuestionIndex,
  facet: Facet,
  key: Amount,
  random: Random,
): Candidate[] {
  const right = rightValues(facet, key).map((amount) => boundsOf(amount));
  return random.shuffle(FACTORS).flatMap((factor): Candidate[] => {
    const scale = (number: number) => roundLike(number * factor, number);
    const number: Amount['number'] =
      typeof key.number === 'number'
        ? scale(key.number)
        : [scale(key.number[0]), scale(key.number[1])];
    const [low, high] = boundsOf({ number });
    const outside = right.every(([from, to]) => high < from / 2 || low > to * 2);
    const amount: Amount = { number, qualifier: 'exact', unit: key.unit };
    if (!outside || ratio(key, amount) > FARTHEST || high >= ceilingOf(key.unit)) return [];
    return [
      {
        text: bareAmount(amount),
        value: { type: 'amount', amount },
        belongsTo: 'An invented figure: no report gives it.',
        dropped: null,
        wrongBecause: 'Invented, far from all that is given.',
        plausibility: 0,
      },
    ];
  });
}

/** Beyond what nobody takes an answer to lie: a whole, and a lifetime for what a report tells of. */
function ceilingOf(unit: string): number {
  if (isPercentage(unit)) return 95;
  return /^decades?$/.test(unit) ? 8 : Infinity;
}

/** Rounds to as many significant digits as the key has: beside 6,000 stands 2,000, not 2,417; beside 6 any whole number. */
function roundLike(value: number, key: number): number {
  const digits = String(key)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
  if (Number.isInteger(key) && Math.min(key, value) < 10) return Math.round(value);
  const rounded = Number(value.toPrecision(digits));
  return Number.isInteger(key) ? Math.round(rounded) : rounded;
}
