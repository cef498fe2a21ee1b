/** Grammatical cues: the stem's grammar fits the key and not every rival. */
import { withOptions } from './item.ts';
import { formOf, membersOf, unquoted } from './reading.ts';
import { female, male } from './word-lists.ts';

type Check = (stem: string, key: string, rivals: readonly string[]) => string | null;

export const grammaticalCue = withOptions((key, rivals, { stem }) => {
  for (const check of [article, number, gender, verbForm, deed, completion, looks, ownForm]) {
    const found = check(stem, key, rivals);
    if (found !== null) return found;
  }
  return null;
});

/** A stem that breaks off begins the option's own phrase. */
const brokenOff = (stem: string) => stem.trim().replace(/[\s:_….]+$/, '');

/** `… was an` goes with `agreement`, not with `treaty`. */
const article: Check = (stem, key, rivals) => {
  const last = /\b(an?)$/i.exec(brokenOff(stem))?.[1]?.toLowerCase();
  if (last === undefined) return null;
  const fits = (option: string) =>
    /^(?:[aeio]|u(?!ni|se|k|ra)|ho(?:ur|nest))/i.test(option.trim()) === (last === 'an');
  const wrong = [key, ...rivals].find((option) => !fits(option));
  return wrong === undefined ? null : `“${last}” does not go with “${wrong}”`;
};

/** The stem asks for one or for several, and most rivals are the other. */
const number: Check = (stem, key, rivals) => {
  const demand = numberDemand(stem);
  const isPlural = (option: string) =>
    membersOf(option).length > 1 ||
    /^(?:the )?(?:\p{L}+ )*\p{L}{3,}[^sui\W]s$/u.test(option.trim());
  const meets = (option: string) => isPlural(option) === (demand === 'plural');
  const unfit = rivals.filter((rival) => !meets(rival));
  return demand !== null && meets(key) && unfit.length > rivals.length / 2
    ? `the key alone is ${demand}`
    : null;
};

/** `Her` does not go with a `Mr`. */
const gender: Check = (stem, key, rivals) => {
  const owner = /\b(?:her|his|she|he)\b/i.exec(unquoted(stem))?.[0].toLowerCase();
  if (owner === undefined || !/\b(?:who|whom|which|whose)\b/i.test(stem)) return null;
  const unfit = owner === 'her' || owner === 'she' ? male : female;
  const other = rivals.find((rival) => unfit.test(rival));
  return other === undefined || unfit.test(key) ? null : `“${owner}” does not go with “${other}”`;
};

/** `What did they decide to do?` asks for the bare form of a verb. */
const verbForm: Check = (stem, key, rivals) => {
  if (
    !/\b(?:decided?|wanted?|planned?|asked?|agreed?|promised?|ordered?|what) (?:\p{L}+ )?to do\b|\bto do (?:with|about|after)\b/iu.test(
      stem,
    )
  )
    return null;
  const unfit = (option: string) =>
    /^(?:an?|the|\p{L}+ing|\p{L}+ed|sold|went|made|took|gave|left|bought|sent|kept|built|held|met|lent)\b/iu.test(
      option.trim(),
    );
  const other = rivals.find(unfit);
  return other === undefined || unfit(key) ? null : `“to do” does not go with “${other}”`;
};

/** `What did they do?` is answered by a deed: a clause, and no thing. */
const deed: Check = (stem, key, rivals) => {
  if (!/\bwhat (?:did|does|do|will|would|had)\b[^?]*\bdo(?:ne)?\b/i.test(stem)) return null;
  const isDeed = (option: string) => /^(?:it|he|she|they|we)\b|^\p{L}+ed\b/iu.test(option.trim());
  return isDeed(key) && !rivals.some(isDeed) ? 'the key alone is a deed' : null;
};

/** What completes a sentence has to begin alike. */
const completion: Check = (stem, key, rivals) => {
  if (/\?["”]?$/.test(stem.trim())) return null;
  const tail =
    /\b(to|by|that|of|for|from|with|in|on|at|been|was|were|is|are|had|has|will|would|should|the)$/i.exec(
      brokenOff(stem),
    )?.[1];
  const odd = rivals.find(
    (rival) =>
      beginsLike(rival) !== beginsLike(key) ||
      (formOf(rival) !== formOf(key) && !areNominal(formOf(rival), formOf(key))),
  );
  return tail === undefined || odd === undefined ? null : `“… ${tail} ${odd}”`;
};

/** A full stop or a small letter that the key alone has, or alone lacks. Names are written as they are. */
const looks: Check = (_stem, key, rivals) => {
  const options = [key, ...rivals];
  if (options.some((option) => formOf(option) === 'name' || /^(?:the|an?) /.test(option)))
    return null;
  const isApart = (has: (option: string) => boolean) =>
    rivals.every((rival) => has(rival) !== has(key));
  if (isApart((option) => /\.$/.test(option.trim()))) return 'the full stop sets the key apart';
  return isApart((option) => /^\p{Ll}/u.test(option.trim()))
    ? 'the first letter sets the key apart'
    : null;
};

/** All rivals have one form and the key another. */
const ownForm: Check = (_stem, key, rivals) => {
  const [form, ...others] = [...new Set(rivals.map(formOf))];
  const own = formOf(key);
  if (form === undefined || others.length > 0 || rivals.length < 2 || form === own) return null;
  return areNominal(form, own) || areProse(form, own)
    ? null
    : `the key alone has the form of a ${own}`;
};

const areNominal = (a: string, b: string) =>
  [a, b].every((form) => ['name', 'phrase', 'number', 'date'].includes(form));
const areProse = (a: string, b: string) =>
  [a, b].every((form) => ['clause', 'phrase', 'name'].includes(form)) ||
  [a, b].every((form) => ['prepositional', 'date'].includes(form));

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
