/** Amounts in words: thousands with commas, the unit in the right number. */
import type { Amount } from '#lib/content/schema.ts';

export function numberInFigures(number: number): string {
  const [whole = '', fraction] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const singulars: Readonly<Record<string, string>> = {
  people: 'person',
  lives: 'life',
  men: 'man',
  women: 'woman',
  children: 'child',
  'per cent': 'per cent',
};

/** The unit for one: `days` → `day`. */
function singular(unit: string): string {
  const known = singulars[unit];
  if (known !== undefined) return known;
  const [first = '', ...others] = unit.split(' ');
  if (singulars[first] !== undefined) return [singulars[first], ...others].join(' ');
  if (unit.endsWith('ies')) return `${unit.slice(0, -3)}y`;
  return unit.endsWith('s') && !unit.endsWith('ss') ? unit.slice(0, -1) : unit;
}

/** Number and unit without qualifier and without what the unit is further described by, as an option shows it: `7 regions`. */
export function bareAmount(amount: Amount): string {
  const unit = amount.unit.replace(/ (next to|beside|in|of|from|near|under|on|at) .*/, '');
  return unqualified({ ...amount, unit });
}

function unqualified({ number, unit }: Amount): string {
  if (typeof number === 'number')
    return `${numberInFigures(number)} ${number === 1 ? singular(unit) : unit}`;
  const [low, high] = number;
  return `${numberInFigures(low)} to ${numberInFigures(high)} ${unit}`;
}

/** The amount as an answer shows it: `about 6,000 people`, `at least 49 soldiers`. */
export function amountInWords(amount: Amount): string {
  const before = { exact: '', about: 'about ', at_least: 'at least ' }[amount.qualifier];
  return before + unqualified(amount);
}

/** Lowest and highest number of an amount. */
export function boundsOf(amount: Pick<Amount, 'number'>): readonly [number, number] {
  return typeof amount.number === 'number' ? [amount.number, amount.number] : amount.number;
}

export function isPercentage(unit: string): boolean {
  return /^(per cent|percent|%)/.test(unit);
}
