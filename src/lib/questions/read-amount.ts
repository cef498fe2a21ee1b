/** Reading a number as people write it. */

export interface WrittenAmount {
  readonly low: number;
  readonly high: number;
  /** What follows the number, in small letters: `days`. */
  readonly unit: string;
}

const small: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, number) => [word, number]),
);
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10]),
);
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1_000_000,
  m: 1_000_000,
  mln: 1_000_000,
  billion: 1_000_000_000,
  dozen: 12,
};
const hedges =
  /\b(about|around|some|roughly|approximately|approx|nearly|almost|circa|ca|at least|more than|over|up to|c)\b\.?|[~≈%]/g;

/** The amount in a text, or the range `5 to 10`; `null` if there is none. `6.000` means six thousand. */
export function readAmount(text: string): WrittenAmount | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(hedges, ' ')
    .replace(/^\s*between (.+) and /, '$1 to ')
    .replace(/^\s*from\s+/, '')
    .trim();
  const [left, right] = plain.split(/\s*(?:–|—|\bto\b|\band\b(?=\s*\d)|(?<=\d)\s*-(?=\s*\d))\s*/);
  const first = readNumber(left ?? '');
  const second = right === undefined ? null : readNumber(right);
  if (first !== null && second !== null)
    return { low: first.number, high: second.number, unit: second.unit };
  const single = readNumber(plain);
  return single === null ? null : { low: single.number, high: single.number, unit: single.unit };
}

function readNumber(text: string): { number: number; unit: string } | null {
  const figures = /^(\d[\d.,\s'’]*)(.*)$/s.exec(text);
  if (figures === null) return readWords(text);
  const number = readFigures(figures[1] ?? '');
  if (number === null) return null;
  const [scale = '', ...others] = (figures[2] ?? '').trim().split(/\s+/);
  const factor = scales[scale];
  const unit = factor === undefined ? [scale, ...others] : others;
  return { number: number * (factor ?? 1), unit: unit.join(' ').trim() };
}

/** `6,000` `6 000` `6.000` `6'000` are thousands; another point or comma is a decimal one. */
function readFigures(written: string): number | null {
  const figures = written.trim().replace(/[.,]$/, '');
  if (/^\d{1,3}([.,\s'’]\d{3})+$/.test(figures)) return Number(figures.replace(/\D/g, ''));
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(figures)) return Number(figures.replaceAll(',', ''));
  return /^\d+([.,]\d+)?$/.test(figures) ? Number(figures.replace(',', '.')) : null;
}

function readWords(text: string): { number: number; unit: string } | null {
  const words = text
    .replaceAll('-', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  let total = 0;
  let group: number | null = null;
  let read = 0;
  for (const word of words) {
    const plain = small[word] ?? tens[word];
    const scale = word.length > 1 ? scales[word] : undefined;
    if (plain !== undefined) group = (group ?? 0) + plain;
    else if (word === 'a' && group === null && total === 0) group = 1;
    else if (scale === 100 || scale === 12) group = (group ?? 1) * scale;
    else if (scale !== undefined) {
      total += (group ?? 1) * scale;
      group = 0;
    } else if (!(word === 'and' && group !== null)) break;
    read++;
  }
  if (group === null || words.slice(0, read).join('') === 'a') return null;
  return { number: total + group, unit: words.slice(read).join(' ') };
}
