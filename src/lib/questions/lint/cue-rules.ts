/** Cues: what tells the key to somebody who knows nothing of the matter. */
import { contentWords, fold, rootOfWord } from '../fold.ts';
import { withOptions } from './item.ts';
import { askedFor, dateRank, formOf, membersOf, numberOf, unquoted } from './reading.ts';

/** The key may be the longest, but not by half the length of the others. */
const TELLING_LENGTH = 1.5;
/** A difference of less than a word or two is seen by nobody. */
const TELLING_CHARACTERS = 10;

/** A key told at more length than any rival. Names, numbers and dates are as long as they are. */
export const longestKey = withOptions((key, rivals, { options, facts }) => {
  if (facts?.held.type === 'name' || facts?.held.type === 'names') return null;
  if (options.every((option) => ['name', 'number', 'date'].includes(formOf(option)))) return null;
  const lengths = rivals.map(({ length }) => length);
  const longest = Math.max(...lengths);
  return key.length > TELLING_LENGTH * longest && key.length - longest >= TELLING_CHARACTERS
    ? key
    : null;
});

/** A word of the stem that comes back in the key and in no rival. */
export const wordRepeat = withOptions((key, rivals, { stem }) => {
  const inStem = rootsOf(stem);
  const inRivals = rivals.map(rootsOf);
  for (const word of contentWords(key)) {
    if (word === 'whether') continue;
    const root = rootOfWord(word);
    if (inStem.has(root) && !inRivals.some((roots) => roots.has(root))) return word;
  }
  return null;
});

function rootsOf(text: string): ReadonlySet<string> {
  return new Set([...contentWords(text)].map(rootOfWord));
}

/**
 * Options that combine parts: the key is the one whose parts come back most often. Two rivals each share
 * another part with the key, and no option's parts are as frequent.
 */
export const convergenceCue = withOptions((key, rivals) => {
  const options = [key, ...rivals];
  if (
    options.some(
      (option) => ['number', 'date'].includes(formOf(option)) && membersOf(option).length < 2,
    )
  )
    return null;
  for (const partsOf of [
    (text: string) => membersOf(text).map(fold),
    (text: string) => [...rootsOf(text)],
  ]) {
    const parts = options.map((option) => new Set(partsOf(option)));
    const common = [...(parts[0] ?? [])].filter((part) => parts.every((set) => set.has(part)));
    const own = parts.map((set) => [...set].filter((part) => !common.includes(part)));
    const [keyParts = [], ...rivalParts] = own;
    // Combinations have the same number of parts; sentences that happen to share words have not.
    if (keyParts.length < 2 || rivalParts.some((set) => set.length !== keyParts.length)) continue;
    const frequency = (part: string) => own.filter((set) => set.includes(part)).length;
    const weight = (set: readonly string[]) =>
      set.reduce((sum, part) => sum + frequency(part) - 1, 0) / set.length;
    const shared = rivalParts.map((set) => set.filter((part) => keyParts.includes(part)));
    const divided = shared.some(
      (a) =>
        a.length > 0 && shared.some((b) => b.length > 0 && a.every((part) => !b.includes(part))),
    );
    const everyPart = keyParts.every((part) => frequency(part) > 1);
    const heaviest = rivalParts.every((set) => set.length === 0 || weight(set) < weight(keyParts));
    if (everyPart && divided && heaviest) return key;
  }
  return null;
});

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:increas|rose|rise|grew|grow|gain|went up|higher|more)\w*/i,
    /\b(?:decreas|fell|fall|shrank|shrink|declin|dropp|went down|lower|less|fewer)\w*/i,
  ],
  [
    /\b(?:accept|agreed|approv|support|welcom|endors|confirm)\w*/i,
    /\b(?:reject|refus|oppos|condemn|denied|deny|denies)\w*/i,
  ],
  [/\bbefore\b/i, /\bafter\b/i],
  [/\b(?:won|win|victory|succeed\w*|success\w*)\b/i, /\b(?:lost|lose|defeat|fail\w*)\b/i],
  [/\b(?:began|begin|start\w*|open\w*)\b/i, /\b(?:end|ended|stop\w*|clos\w*)\b/i],
  [
    /\b(?:strengthen|tighten|widen|expand|extend)\w*/i,
    /\b(?:weaken|loosen|narrow|reduc|shorten)\w*/i,
  ],
  [/\b(?:stay|remain|kept|keep)\w*\b/i, /\b(?:left|leave|quit|resign|withdr)\w*/i],
  [/\b(?:legal|lawful|constitutional)\b/i, /\b(?:illegal|unlawful|unconstitutional)\b/i],
];

/** The options or the stem decide by logic: opposites that leave no third, or a demand that the key alone meets. */
export const logicalCue = withOptions((key, rivals, item) => {
  const options = item.options;
  const alone = (meets: (option: string) => boolean) => meets(key) && !rivals.some(meets);
  const asked = askedFor(item.stem);
  if (asked === 'number' && alone((option) => numberOf(option) !== null))
    return 'the key alone is a number';
  if (asked === 'date' && alone((option) => dateRank(option) !== null))
    return 'the key alone is a date';
  const several = /\b(?:which|what|between which|who|whom|name|the) (two|three|four)\b/i.exec(
    item.stem,
  );
  const count =
    several === null ? 0 : ['two', 'three', 'four'].indexOf(several[1]?.toLowerCase() ?? '') + 2;
  if (count > 0 && alone((option) => membersOf(option).length === count))
    return `the key alone names ${count}`;
  if (
    /\b(?:quote|quoted|exact words|in what words|what words|which words|what phrase)\b/i.test(
      item.stem,
    ) &&
    alone((option) => /[“"]/.test(option))
  )
    return 'the key alone is a quotation';
  const limit = timeLimit(item.stem);
  if (
    limit !== null &&
    options.every((option) => dateRank(option) !== null) &&
    alone((option) => limit(dateRank(option) ?? 0))
  )
    return 'the stem rules out the other dates';
  for (const rival of options) {
    for (const other of options) {
      if (rival === other || (rival !== key && other !== key)) continue;
      if (options.length > 2 && (areOpposite(rival, other) || areComplements(rival, other)))
        return `${rival} | ${other}`;
    }
  }
  return null;
});

function timeLimit(stem: string): ((rank: number) => boolean) | null {
  const found =
    /\b(after|since|following|before|until|prior to)\b[^,?]*?\b((?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d)\b/.exec(
      stem,
    );
  const rank = found === null ? null : dateRank(found[2] ?? '');
  if (rank === null) return null;
  const later = ['after', 'since', 'following'].includes(found?.[1] ?? '');
  return (other) => (later ? other > rank : other < rank);
}

/** Alike but for one word each, and those two are opposites; or alike but for a `not`. */
function areOpposite(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const restOne = one.filter((word) => !two.includes(word));
  const restTwo = two.filter((word) => !one.includes(word));
  const isNegation = (words: readonly string[]) =>
    words.length > 0 && words.every((word) => /^(?:not|no|never|nt|did|does|do)$/.test(word));
  const shared = one.length - restOne.length;
  if (
    shared >= 2 &&
    ((restOne.length === 0 && isNegation(restTwo)) || (restTwo.length === 0 && isNegation(restOne)))
  )
    return true;
  const differ = (left: readonly string[], right: readonly string[]) =>
    opposites.some(
      ([up, down]) =>
        (up.test(left.join(' ')) && down.test(right.join(' '))) ||
        (down.test(left.join(' ')) && up.test(right.join(' '))),
    );
  const few = restOne.length <= 2 && restTwo.length <= 2;
  return few && differ(restOne, restTwo);
}

function wordsOf(text: string): string[] {
  return fold(unquoted(text).replace(/n[’']t\b/g, ' not'))
    .split(' ')
    .filter((word) => word !== '');
}

/** `Fewer than 10` and `10 or more` leave nothing between them. */
function areComplements(a: string, b: string): boolean {
  const below = (text: string) =>
    /\b(?:fewer|less|under|below|at most|up to|or (?:fewer|less)|no more than)\b/i.test(text);
  const above = (text: string) =>
    /\b(?:more than|over|above|at least|or more|no fewer)\b/i.test(text);
  const number = (text: string) => /\d[\d,.]*/.exec(text)?.[0];
  return below(a) && above(b) && !below(b) && number(a) !== undefined && number(a) === number(b);
}

/** The grammar of the stem fits the key and not every rival. */
export const grammaticalCue = withOptions((key, rivals, { stem, options }) => {
  const plain = stem.trim().replace(/[\s:_….]+$/, '');
  const article = /\b(an?)$/i.exec(plain);
  if (article !== null) {
    const wantsVowel = article[1]?.toLowerCase() === 'an';
    const fits = (option: string) =>
      /^(?:[aeio]|u(?!ni|se|k|ra)|ho(?:ur|nest))/i.test(option.trim()) === wantsVowel;
    const wrong = options.find((option) => !fits(option));
    if (wrong !== undefined) return `“${article[0]}” does not go with “${wrong}”`;
  }
  const isPlural = (option: string) =>
    membersOf(option).length > 1 ||
    /^(?:the )?(?:\p{L}+ )*\p{L}{3,}[^sui\W]s$/u.test(option.trim());
  const demand = numberDemand(stem);
  if (demand !== null) {
    const meets = (option: string) => isPlural(option) === (demand === 'plural');
    if (meets(key) && rivals.filter((rival) => !meets(rival)).length > rivals.length / 2)
      return `the key alone is ${demand}`;
  }
  // Sentences to be completed: what follows has to begin alike.
  if (!/\?["”]?$/.test(stem.trim())) {
    const form = formOf(key);
    const tail =
      /\b(to|by|that|of|for|from|with|in|on|at|been|was|were|is|are|had|has|will|would|should|the)$/i
        .exec(plain)?.[1]
        ?.toLowerCase();
    const odd = rivals.filter(
      (rival) =>
        beginsLike(rival) !== beginsLike(key) ||
        (formOf(rival) !== form && !nominal(formOf(rival), form)),
    );
    if (tail !== undefined && odd.length > 0) return `“… ${tail} ${odd[0] ?? ''}”`;
  }
  const alone = (meets: (option: string) => boolean) => meets(key) && !rivals.some(meets);
  const others = (meets: (option: string) => boolean) => !meets(key) && rivals.every(meets);
  const isNamed = options.some(
    (option) => formOf(option) === 'name' || /^(?:the|an?) /.test(option),
  );
  for (const trait of isNamed ? [] : traits)
    if (alone(trait.meets) || others(trait.meets)) return `the key alone ${trait.differs}`;
  const odd =
    rivals.length >= 2 && new Set(rivals.map(formOf)).size === 1 ? formOf(rivals[0] ?? '') : null;
  const own = formOf(key);
  return odd !== null && odd !== own && !nominal(odd, own) && !soft(odd, own)
    ? `the key alone has the form of a ${own}`
    : null;
});

const nominal = (a: string, b: string) =>
  [a, b].every((form) => ['name', 'phrase', 'number', 'date'].includes(form));
const soft = (a: string, b: string) =>
  [a, b].every((form) => ['clause', 'phrase', 'name'].includes(form)) ||
  [a, b].every((form) => ['prepositional', 'date'].includes(form));

const traits: readonly { readonly differs: string; readonly meets: (option: string) => boolean }[] =
  [
    {
      differs: 'ends or does not end with a full stop',
      meets: (option) => /\.$/.test(option.trim()),
    },
    { differs: 'begins with another case', meets: (option) => /^\p{Ll}/u.test(option.trim()) },
  ];

function beginsLike(option: string): string {
  const first = option.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  if (/^(?:the|an?|its|his|her|their|\p{L}+[’']s)$/u.test(first)) return 'nominal';
  if (/^(?:to|by|that|because|with|in|on|at|from|for)$/.test(first)) return first;
  if (/\p{L}{2,}ing$/u.test(first)) return 'ing';
  return /\p{L}{2,}ed$/u.test(first) ? 'ed' : 'nominal';
}

/** Whether a stem asks for one or for several. */
function numberDemand(stem: string): 'singular' | 'plural' | null {
  const asked =
    /\b(?:which|what|who)\b(?: (?:two|three|four|of the following|of these))?(?: (\p{L}+))?(?: \p{L}+)? (was|is|has|were|are|have)\b/iu.exec(
      stem,
    );
  if (
    /\b(?:which|between which|what) (?:two|three|four|states|countries|cities|bodies|people|parties|presidents|ministers|leaders|persons|districts|places|regions|groups|organi[sz]ations)\b/i.test(
      stem,
    )
  )
    return 'plural';
  if (asked === null) return null;
  const verb = asked[2]?.toLowerCase() ?? '';
  if (['were', 'are', 'have'].includes(verb))
    return /^who\b/i.test(asked[0]) || /s$/.test(asked[1] ?? '') || asked[1] === undefined
      ? 'plural'
      : null;
  return 'singular';
}
