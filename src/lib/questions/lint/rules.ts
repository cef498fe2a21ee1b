/** Every rule by its id; SPEC.md says what each promises. */
import { convergenceCue, longestKey, wordRepeat } from './cue-rules.ts';
import { unevenVerb } from './fairness.ts';
import type { Item, RuleCheck } from './item.ts';
import * as option from './option-rules.ts';
import { grammaticalCue } from './grammatical-cue.ts';
import { doubleKey, unsupportedKey } from './held-answers.ts';
import { logicalCue } from './logical-cue.ts';
import { implausibleRival } from './plausibility.ts';

import * as stem from './stem-rules.ts';
import { twoKeys } from './two-keys.ts';
import { unclearStem } from './unclear-stem.ts';
import * as writing from './writing.ts';

/** The nineteen item-writing flaws of the literature. */
export const writingFlaws = [
  'implausible_rival',
  'unclear_stem',
  'none_of',
  'all_of',
  'longest_key',
  'gratuitous_text',
  'true_false',
  'convergence_cue',
  'logical_cue',
  'blank_stem',
  'absolute_term',
  'word_repeat',
  'unfocused_stem',
  'complex_options',
  'grammatical_cue',
  'unordered_series',
  'vague_term',
  'two_keys',
  'negative_stem',
] as const;

/** Of a question's place in its pack; `lint.ts` checks them. */
const packFlaws = ['unattributed', 'unexplained_option'] as const;

const furtherFlaws = [
  'double_key',
  'unsupported_key',
  'mixed_options',
  'uneven_verb',
  'key_in_stem',
  'long_stem',
  'long_option',
  'few_options',
  'double_option',
  'key_missing',
  'empty_text',
  'unresolved_role',
  'double_space',
  'double_mark',
  'no_question',
] as const;

export const itemRules = [...writingFlaws, ...furtherFlaws, ...packFlaws] as const;
export type ItemRule = (typeof itemRules)[number];
type CheckedByItem = (typeof writingFlaws)[number] | (typeof furtherFlaws)[number];

export interface ItemFlaw {
  readonly rule: ItemRule;
  readonly found: string;
}

const checks: Record<CheckedByItem, RuleCheck> = {
  implausible_rival: implausibleRival,
  unclear_stem: unclearStem,
  none_of: option.noneOf,
  all_of: option.allOf,
  longest_key: longestKey,
  gratuitous_text: stem.gratuitousText,
  true_false: option.trueFalse,
  convergence_cue: convergenceCue,
  logical_cue: logicalCue,
  blank_stem: stem.blankStem,
  absolute_term: option.absoluteTerm,
  word_repeat: wordRepeat,
  unfocused_stem: stem.unfocusedStem,
  complex_options: option.complexOptions,
  grammatical_cue: grammaticalCue,
  unordered_series: option.unorderedSeries,
  vague_term: option.vagueTerm,
  two_keys: twoKeys,
  negative_stem: stem.negativeStem,
  double_key: doubleKey,
  unsupported_key: unsupportedKey,
  mixed_options: option.mixedOptions,
  uneven_verb: unevenVerb,
  key_in_stem: writing.keyInStem,
  long_stem: writing.longStem,
  long_option: writing.longOption,
  few_options: writing.fewOptions,
  double_option: writing.doubleOption,
  key_missing: writing.keyMissing,
  empty_text: writing.emptyText,
  unresolved_role: writing.unresolvedRole,
  double_space: writing.doubleSpace,
  double_mark: writing.doubleMark,
  no_question: writing.noQuestion,
};

/** All flaws of an item that can be seen without its pack, in the order of the rules. */
export function lintItem(item: Item): ItemFlaw[] {
  return (Object.keys(checks) as CheckedByItem[]).flatMap((rule) => {
    const found = checks[rule](item);
    return found === null ? [] : [{ rule, found }];
  });
}
