/** Flaws of what the options say, each by itself or all together. */
import { fold } from '../fold.ts';
import { withOptions, type Item, type RuleCheck } from './item.ts';
import { isCoupling } from './own-form.ts';
import {
  formOf,
  membersOf,
  rankInSeries,
  unquoted,
  withoutAttribution,
  type OptionForm,
} from './reading.ts';
import { absolute, vague, vagueInStem } from './word-lists.ts';

const anyOption =
  (pattern: RegExp): RuleCheck =>
  ({ options }) =>
    options.find((option) => pattern.test(option.trim())) ?? null;

/** `None of the above`, in whatever words: it measures only that the others are known to be wrong. */
export const noneOf = anyOption(
  /^(?:none|neither|nobody|nothing|no one)(?: of (?:the|these|them|those)\b.*| (?:is|are) (?:correct|right|true|listed).*| (?:listed|given|mentioned).*)?\.?$|\bnone of (?:the (?:above|others?|options|answers|statements|listed|other)|these|them|those)\b|^no(?:t any| correct| right) (?:answer|option|of)|^not (?:listed|given|among)|^(?:nobody|nothing|none|no one|nowhere) (?:named|listed|given|mentioned|of|here|above)\b|\b(?:other|else) than (?:these|those|the (?:above|others))\b|^(?:something|somebody|someone|somewhere) else|^(?:another|a different) (?:answer|one|option)|^(?:the )?(?:answer|right one) is not (?:here|given|listed)|^neither of (?:the|these|them)|\b(?:not|is|are)n?[’']?t? (?:on|in|among|part of) (?:this list|the list|the (?:options|answers|choices|above))\b|^(?:some|any)(?:one|body|thing|where) (?:who|that|which|not)\b.*\b(?:here|list|listed|named|above|these)\b|^some other\b|^(?:a|an|the) (?:different|other|further|fourth|fifth) (?:\p{L}+)(?: altogether| entirely)?$|^no (?:such|one of|option|answer|choice|name)\b|^not one of\b|^(?:another|other|different) (?:\p{L}+ )?than\b|^an? \p{L}+ (?:that is )?(?:other than|not) (?:these|those|listed|named|given|here|above)|^(?:unlisted|unnamed here|not (?:stated|named|mentioned|shown|here)(?: here| above)?)$|^there is no (?:right|correct)/iu,
);

/** `All of the above`, in whatever words: knowing two is knowing it. */
export const allOf = anyOption(
  /\ball of (?:the (?:above|others?|options|answers|statements|listed|other)|these|them|those)\b|^all(?: (?:(?:three|four|two) )?(?:are|of them|answers|options|apply|the above|above|three|four|mentioned|listed|correct|right|true)\b.*)?\.?$|^every (?:one|option|answer)\b|^everything (?:above|listed|mentioned)|^any of (?:the (?:above|others?)|these|them)|^(?:the )?(?:above|others) (?:are )?all\b|^both of (?:the above|these|them)|^(?:each|every one|any|both) of (?:the (?:above|others?|two|three|four)|these|them)|^(?:each|every)(?: single)? (?:one|name|answer|of)?\s*(?:of them|listed|named|given|mentioned|here|above)?\.?$|\b(?:all|each|every|any|everyone|everybody|both)(?: of)?(?: the)?(?: \p{L}+){0,2} (?:listed|named|given|mentioned|shown|above|here)\.?$|^(?:the )?(?:whole|entire|complete) (?:list|lot)\b|^(?:they|these|those|the (?:two|three|four|others)) (?:all|both|together)\b|^all (?:together|alike|at once)|^(?:the )?(?:two|three|four)(?: others)? together\b/iu,
);

/** Options made of other options: `Both A and C`, `1 and 3 only`, or a stem that numbers statements. */
export function complexOptions(item: Item): string | null {
  const { stem, options } = item;
  if (isCoupling(item)) return null;
  const ordinal = 'first|second|third|fourth|last|former|latter';
  const label = String.raw`(?:\(?(?:[a-e]|[ivx]{1,4}|[1-9])\)?)`;
  const combination = new RegExp(
    String.raw`^(?:(?:only|both|either|options?|statements?|answers?|items?|numbers?|nos?\.?) )*${label}(?:\s*(?:,|&|\+|and|or)+\s*${label})+(?: only| are.*| together)?\.?$|^(?:only |statements? |options? )+${label}\.?$|^${label} only\.?$|^neither ${label} nor ${label}$|^(?:only )?(?:the )?(?:(?:first|last|other|upper|lower) )+(?:two|three|ones)\b.*$|^(?:any )?(?:two|three) of (?:these|them|the .*)$|^both(?: of (?:these|them|the (?:two|others?)))?$|^(?:both |neither )?(?:the )?(?:${ordinal})(?: \p{L}+)?(?:,| and| or| but| nor)+ (?:not )?(?:the )?(?:${ordinal})\b.*$|^(?:only |both |options? |answers? |statements? )+(?:${ordinal}|one|two|three|four)(?: (?:and|or) (?:${ordinal}|one|two|three|four))?(?: only)?$`,
    'iu',
  );
  const combined = options.find((option) => combination.test(option.trim()));
  if (combined !== undefined) return combined;
  if (
    /(?:\(?\b(?:i{1,3}|[1-3])[.):]\s.*){2,}/i.test(stem) &&
    options.some((option) => /^\W*(?:only |both )?(?:[ivx]+|\d)\b/i.test(option))
  )
    return 'a numbered list in the stem';
  const whole = options.map(fold);
  return (
    options.find((option, i) => {
      const members = membersOf(option.replace(/,? only$/i, '')).map(fold);
      return (
        members.length > 1 &&
        members.every((member) => whole.some((other, j) => j !== i && other === member))
      );
    }) ?? null
  );
}

/** Whether something is so, dressed up as a choice: `Yes, because …`, or four statements to be judged one by one. */
export function trueFalse({ stem, options }: Item): string | null {
  const judged = options.filter((option) =>
    /^(?:yes|no|true|false|correct|incorrect|right|wrong|agree|disagree|it is (?:true|false|correct|right|wrong)|that is (?:true|false)|this is (?:true|false)|partly true|both true|both false|definitely|certainly|indeed)\b(?! (?:wing|side|bank|hand))/i.test(
      option.trim(),
    ),
  );
  if (judged.length >= 2) return judged.join(' | ');
  // `It did`, `It did not`: yes and no in a sentence.
  const polar = options.filter((option) =>
    /^(?:yes|no|it|he|she|they|that|this)(?:,.*)? (?:is|are|was|were|did|does|do|has|have|had|will|would|could|can)(?: not|n[’']t)?(?: so)?[.,]?$/i.test(
      option.trim(),
    ),
  );
  if (polar.length >= 2) return polar.join(' | ');
  const own = withoutAttribution(unquoted(stem));
  const asks =
    /\btrue or false\b|\bis it (?:true|correct|false|right)\b|\b(?:which|what|select|choose|mark)\b[^?]*\b(?:statements?|sentences?|claims?|assertions?|descriptions?|remarks?|of the following|of these|options?|one)\b[^?]*\b(?:true|correct|right|accurate|false|incorrect|wrong|untrue|valid|holds?|a fact|facts|supported|stands?|in keeping|agrees? with|matches|the case)\b|\b(?:is|are|was|were) (?:true|correct|false|accurate|incorrect|right|wrong)(?: (?:of|about|for|regarding|concerning)\b[^?]*)?\??$/i.exec(
      own,
    );
  return asks === null ? null : asks[0];
}

/** Terms without exception stand in wrong options, as readers know. */
export const absoluteTerm: RuleCheck = ({ options }) => firstMatch(options, absolute);

/** Terms that two readers measure differently. */
export const vagueTerm: RuleCheck = ({ stem, options }) =>
  firstMatch(options, vague) ?? vagueInStem.exec(unquoted(withoutAttribution(stem)))?.[0] ?? null;

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    // `Always Ready` is the name of a ship.
    if (formOf(text) === 'name' && text.includes(' ')) continue;
    const found = pattern.exec(unquoted(text));
    if (found !== null) return found[0];
  }
  return null;
}

/** Numbers and dates run one way. Options that are no series may stand in any order. */
export function unorderedSeries({ options, format }: Item): string | null {
  const ranks = options.map(rankInSeries);
  if (ranks.length < 2 || ranks.some((rank) => rank === null)) return null;
  const runs = (up: 1 | -1) =>
    ranks.every((rank, i) => i === 0 || up * ((rank ?? 0) - (ranks[i - 1] ?? 0)) >= 0);
  // Ours ascend; an item from elsewhere that descends all the way is in order too.
  return runs(1) || (format === undefined && runs(-1)) ? null : options.join(' | ');
}

/** `In 1991` is a date, and stands well beside `In a war of the 1990s`. */
function inOneForm(
  forms: readonly OptionForm[],
  options: readonly string[],
): readonly OptionForm[] {
  const isPrepositional =
    forms.includes('prepositional') &&
    options.every((option) =>
      /^(?:in|on|by|at|under|during|after|before|since|until|from|through|with) /i.test(option),
    );
  return isPrepositional ? forms.map(() => 'prepositional') : forms;
}

/** Options that cannot stand side by side: a date among names, `to` among `-ing`. */
export const mixedOptions = withOptions((_key, _rivals, { options }) => {
  const forms = inOneForm(options.map(formOf), options);
  const loose = (form: OptionForm) => form === 'phrase';
  const strict = new Set(forms.filter((form) => !loose(form)));
  if (strict.size > 1) return options.map((option, i) => `${option} (${forms[i]})`).join(' | ');
  const [only] = strict;
  // A phrase may stand beside names or clauses, not beside numbers, dates or verbs.
  const keepsApart = only !== undefined && only !== 'name' && only !== 'clause';
  return keepsApart && forms.some(loose)
    ? options.map((option, i) => `${option} (${forms[i]})`).join(' | ')
    : null;
});
