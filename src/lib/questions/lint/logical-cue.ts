/** Logical cues: options that can be struck out without knowing anything of the matter. */
import { fold } from '../fold.ts';
import { withOptions } from './item.ts';
import { askedFor, dateRank, membersOf, numberOf, unquoted } from './reading.ts';
import { female, male } from './word-lists.ts';

/** The options or the stem decide by logic: opposites that leave no third, or a demand that the key alone meets. */
export const logicalCue = withOptions((key, rivals, { stem, options }) => {
  const alone: Alone = (meets) => meets(key) && !rivals.some(meets);
  const areDates = options.every((option) => dateRank(option) !== null);
  return (
    demandMet(stem, alone) ?? (areDates ? timeMet(stem, alone) : null) ?? exhausted(key, options)
  );
});

type Alone = (meets: (option: string) => boolean) => boolean;

/** What the stem's own words demand of an answer, if the key alone meets it. */
function demandMet(stem: string, alone: Alone): string | null {
  const asked = askedFor(stem);
  if (asked === 'number' && alone((option) => numberOf(option) !== null))
    return 'the key alone is a number';
  if (asked === 'date' && alone((option) => dateRank(option) !== null))
    return 'the key alone is a date';
  const several = /\b(?:which|what|between which|who|whom|name|the) (two|three|four)\b/i.exec(
    stem,
  )?.[1];
  const count =
    several === undefined ? 0 : ['two', 'three', 'four'].indexOf(several.toLowerCase()) + 2;
  if (count > 0 && alone((option) => membersOf(option).length === count))
    return `the key alone names ${count}`;
  const asksWords =
    /\b(?:quoted?|exact words|in what words|what words|which words|what phrase)\b/i.test(stem);
  if (asksWords && alone((option) => /[“"]/.test(option))) return 'the key alone is a quotation';
  const isRuledOut = ruledOutBySex(stem);
  return isRuledOut !== null && alone((option) => !isRuledOut(option))
    ? 'the stem’s words rule out the rivals'
    : null;
}

function timeMet(stem: string, alone: Alone): string | null {
  const fits = timeLimit(stem);
  if (fits !== null && alone((option) => fits(dateRank(option) ?? 0)))
    return 'the stem rules out the other dates';
  const decade = /\bof the (?:early |mid-?|late )?(\d{3})0s\b/.exec(stem)?.[1];
  if (decade !== undefined && alone((option) => new RegExp(`\\b${decade}\\d\\b`).test(option)))
    return 'the key alone lies in that decade';
  const months = monthsOfSeason(stem);
  const isInSeason = (option: string) => months?.some((month) => option.includes(month)) ?? false;
  return alone(isInSeason) ? 'the key alone lies in that season' : null;
}

/** Two opposites leave no third: whoever sees that strikes out every option that is neither. */
function exhausted(key: string, options: readonly string[]): string | null {
  for (const rival of options) {
    if (
      rival === key ||
      !(areOpposite(key, rival) || areComplements(key, rival) || areComplements(rival, key))
    )
      continue;
    const idle = options.filter(
      (option) =>
        option !== key &&
        option !== rival &&
        !/\b(?:same|unchanged|equal|neither|both|stayed|remained|differ\w*|no change)\b/i.test(
          option,
        ) &&
        !areOpposite(option, key) &&
        !areOpposite(option, rival),
    );
    if (idle.length > 0) return `${key} | ${rival}`;
  }
  return null;
}

/** Which options the stem rules out by speaking of women or men alone; `null` if it does not. */
function ruledOutBySex(stem: string): ((option: string) => boolean) | null {
  const women = /\b(?:women|woman|female|ladies|girls)\b/i.test(stem);
  const men = /\b(?:men|man|male|boys)\b/i.test(stem);
  if (women === men) return null;
  return women
    ? (option) => male.test(option) && !female.test(option)
    : (option) => female.test(option);
}

const seasons: Readonly<Record<string, readonly string[]>> = {
  winter: ['December', 'January', 'February'],
  spring: ['March', 'April', 'May'],
  summer: ['June', 'July', 'August'],
  autumn: ['September', 'October', 'November'],
};

export function monthsOfSeason(stem: string): readonly string[] | null {
  return seasons[/\b(winter|spring|summer|autumn)\b/i.exec(stem)?.[1]?.toLowerCase() ?? ''] ?? null;
}

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

/** Words of which the one denies the other. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\bup\b/i, /\bdown\b/i],
  [/\bpass\w*/i, /\b(?:fail|reject)\w*/i],
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
  [
    /\b(?:hired|appointed|named|elected|took)\w*/i,
    /\b(?:dismissed|fired|sacked|removed|deposed)\w*/i,
  ],
  [/\b(?:raise|raised|add|added|double)\w*/i, /\b(?:cut|lowered|halve|halved|remove|removed)\w*/i],
  [/\b(?:allow|permit|lift)\w*/i, /\b(?:ban|forbid|forbade|prohibit|impos)\w*/i],
  [/\b(?:bought|buy|lent|gave)\b/i, /\b(?:sold|sell|borrowed|took back)\b/i],
  [/\b(?:arrived|came|entered)\b/i, /\b(?:departed|went|left|sailed)\b/i],
  [/\b(?:for)\b/i, /\b(?:against)\b/i],
  [/\b(?:earlier|early|sooner)\b/i, /\b(?:later|late)\b/i],
  [/\b(?:with)\b/i, /\b(?:without)\b/i],
  [
    /\b(?:present|alive|true|public|guilty|longer|larger|better|older|first)\b/i,
    /\b(?:absent|dead|false|secret|innocent|shorter|smaller|worse|newer|last)\b/i,
  ],
  [
    /\b(?:kept|keep|saved|preserved|repaired|rebuilt)\b/i,
    /\b(?:destroyed|scrapped|demolished|abandoned|pulled down)\b/i,
  ],
];
