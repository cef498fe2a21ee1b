/** Folding: what a learner may write differently without being wrong. */
import { kept } from './kept.ts';

const letters: Readonly<Record<string, string>> = {
  ı: 'i',
  ə: 'a',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  // Letters of other scripts that look like Latin ones: a keyboard left in another layout.
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

/**
 * Small letters without diacritics, apostrophes, punctuation and articles; hyphens become spaces.
 * `the Nagorno-Karabakh` and `NAGORNO KARABAKH` fold to the same text.
 */
export const fold = kept(foldAfresh);

function foldAfresh(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
    .replace(/['’‘ʼʻ`´ʹ]/g, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/\b(the|a|an)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded text without spaces: `Nagorno Karabakh` and `Nagornokarabakh` are one. */
export const foldTight = kept((text) => fold(text).replaceAll(' ', ''));

const functionWords = new Set(
  (
    'about after against all also among and are as at be been before between both but by can could did do does ' +
    'down during each for from had has have he her him his how if in into is it its more most no not of off on one ' +
    'or other out over own said say says she should some such than that their them then there these they this ' +
    'those to under until up upon was were what when where which while who whom whose will with within without ' +
    'would you must may might'
  ).split(' '),
);

/** The words that carry meaning, folded. */
export const contentWords = kept(
  (text): ReadonlySet<string> =>
    new Set(
      fold(text)
        .split(' ')
        .filter((word) => word.length > 2 && !functionWords.has(word)),
    ),
);

/** Words without their endings, so that `Armenian` meets `Armenia` and `demanded` meets `demand`. */
export function rootOfWord(word: string): string {
  return word.slice(0, Math.max(4, word.length - 3));
}

/** In letters. Shorter words begin others by chance. */
const SHORTEST_CLANG = 4;

/** Of one root, or one the beginning of the other: `rope` and `ropemakers`, `Azerbaijan` and `Azerbaijani`. */
export function clangs(one: string, two: string): boolean {
  if (one[0] !== two[0]) return false;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return (
    rootOfWord(one) === rootOfWord(two) ||
    (short.length >= SHORTEST_CLANG && long.startsWith(short))
  );
}

/** Share of the smaller set of words that the other one has too, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  const roots = new Set([...b].map(rootOfWord));
  let shared = 0;
  for (const word of a) if (roots.has(rootOfWord(word))) shared++;
  return shared / smaller;
}

/** Whether a text holds a phrase as whole words, both folded. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const needle = foldWhole(phrase);
  return needle !== '  ' && foldWhole(text).includes(needle);
}

const foldWhole = kept((text) => ` ${fold(text)} `);
