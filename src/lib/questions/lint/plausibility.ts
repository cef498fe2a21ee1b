/** Rivals that nobody would choose. */
import { holdsPhrase } from '../fold.ts';
import { withOptions } from './item.ts';
import { askedFor, dateRank, formOf, numberOf, unquoted } from './reading.ts';
import { outlandish } from './word-lists.ts';

/** A number is out of all reason if it lies this many times above or below every other option: between one and two orders of magnitude. */
const ANOTHER_MAGNITUDE = 20;
/** A date is, if it lies this many years from every other option. */
const ANOTHER_AGE_YEARS = 50;
const DAYS_IN_RANKED_YEAR = 372;

/** A rival of another sort than what is asked, out of all measure, out of this world, or named in the stem. */
export const implausibleRival = withOptions((key, rivals, { stem, options }) => {
  const asked = askedFor(stem);
  for (const rival of rivals) {
    if (asked === 'number' && numberOf(key) !== null && numberOf(rival) === null)
      return `${rival}: no number`;
    if (asked === 'date' && dateRank(key) !== null && dateRank(rival) === null)
      return `${rival}: no date`;
    if (
      asked === 'name' &&
      ['number', 'date'].includes(formOf(rival)) &&
      !['number', 'date'].includes(formOf(key))
    )
      return `${rival}: no name`;
    const strange = outlandish.exec(rival);
    if (strange !== null && !outlandish.test(key) && !holdsPhrase(stem, strange[0]))
      return `${rival}: out of place`;
    if (
      /^(?:\p{Lu}|the \p{Lu})/u.test(rival) &&
      formOf(rival) === 'name' &&
      holdsPhrase(unquoted(stem), rival) &&
      !holdsPhrase(stem, key)
    )
      return `${rival}: named in the stem`;
  }
  const isShare = /\b(?:percentage|per cent|percent|share|proportion)\b/i.test(stem);
  return (
    (isShare ? rivals.find((rival) => (numberOf(rival)?.low ?? 0) > 100) : undefined) ??
    (/\b(?:accounts?|reports?|said|say)\b/i.test(stem)
      ? undefined
      : rivals.find((rival) => isCommonAmongNames(rival, options))) ??
    outOfMeasure(options, key, rivals) ??
    rivals.find((rival) => isOfAnotherSort(stem, rival) && !isOfAnotherSort(stem, key)) ??
    null
  );
});

/** Among proper names one common thing: `Inside a whale` beside `At Rope House`. */
function isCommonAmongNames(rival: string, options: readonly string[]): boolean {
  const hasName = (option: string) =>
    /(?<=\S )\p{Lu}|\d/u.test(option) || formOf(option) === 'name';
  return (
    /^(?:\p{L}+ )?(?:an?|his|her|their) /iu.test(rival) &&
    !hasName(rival) &&
    options.filter((option) => option !== rival).every(hasName)
  );
}

const places =
  /\b(?:bridge|basin|warehouse|street|road|river|lake|island|mountains?|quay|square|station|valley|district|tower|pier|beach|forest|park|airport)(?: (?:number |no\.? )?\d+)?$/i;
/** What a place is not: something that writes, speaks, decides or sails. */
const noPlace =
  /\b(?:which|what) (?:\p{Ll}+ ){0,2}?(?:newspaper|paper|agency|magazine|broadcaster|outlet|party|union|person|minister|president|editor|leader|politician|general|spokes\p{Ll}+|officer|ship|tug|vessel|office|language|law|treaty)\b/iu;

function isOfAnotherSort(stem: string, option: string): boolean {
  return noPlace.test(stem) && places.test(option) && /^(?:the )?\p{Lu}/u.test(option);
}

function outOfMeasure(
  options: readonly string[],
  key: string,
  rivals: readonly string[],
): string | null {
  const dates = options.map(dateRank);
  const numbers = options.map((option) => numberOf(option)?.low ?? null);
  const far = (values: readonly (number | null)[], apart: (a: number, b: number) => boolean) =>
    rivals.find((rival) => {
      const at = options.indexOf(rival);
      const own = values[at];
      if (own === null || own === undefined) return false;
      const others = values.filter((value, i) => i !== at && value !== null);
      return others.length >= 2 && others.every((other) => other !== null && apart(own, other));
    });
  const found =
    far(dates, (a, b) => Math.abs(a - b) > ANOTHER_AGE_YEARS * DAYS_IN_RANKED_YEAR) ??
    (dates.every((rank) => rank === null)
      ? far(
          numbers,
          (a, b) => Math.max(a, b) > ANOTHER_MAGNITUDE * Math.max(Math.min(a, b), Number.EPSILON),
        )
      : undefined);
  const own = numberOf(key)?.low;
  const rest = rivals.map((rival) => numberOf(rival)?.low ?? null);
  // Or all rivals are, and the key alone is within reason.
  const isLonely =
    found === undefined &&
    own !== undefined &&
    own > 0 &&
    dates.every((rank) => rank === null) &&
    rest.length > 1 &&
    rest.every(
      (other) => other !== null && Math.max(own, other) > ANOTHER_MAGNITUDE * Math.min(own, other),
    );
  if (isLonely) return 'every rival out of all measure';
  return found === undefined ? null : `${found}: out of all measure`;
}
