/** Slips of writing and of form that generation could make. */
import { foldTight, holdsPhrase } from '../fold.ts';
import { LONGEST_OPTION, LONGEST_STEM } from '../item-rules.ts';
import type { Item, RuleCheck } from './item.ts';

export const keyInStem: RuleCheck = ({ stem, options, key, answer }) => {
  const shown = answer ?? (key === null ? undefined : options[key]);
  return shown !== undefined && holdsPhrase(stem, shown) ? shown : null;
};

export const longStem: RuleCheck = ({ stem }) => (stem.length > LONGEST_STEM ? stem : null);

export const longOption: RuleCheck = ({ options }) =>
  options.find((option) => option.length > LONGEST_OPTION) ?? null;

/** It begins with a capital and ends with a question mark, or tells what to do with what is shown. */
export const noQuestion: RuleCheck = ({ stem, options }) =>
  /^\P{Ll}.*\?[”"]?$/su.test(stem) ||
  (options.length === 0 && /^(?:Put|Order|Arrange|Sort|Match|Place)\b.*\.$/su.test(stem))
    ? null
    : stem;

/** Two options are a coin to be tossed, and five are more than a phone shows. */
export const fewOptions: RuleCheck = ({ options }) =>
  options.length === 0 || options.length === 3 || options.length === 4
    ? null
    : `${options.length} options`;

export const keyMissing: RuleCheck = ({ options, key }) =>
  key !== null && options.length > 0 && options[key] === undefined ? `no option ${key}` : null;

export const doubleOption: RuleCheck = ({ options }) =>
  new Set(options.map(foldTight)).size < options.length ? options.join(' | ') : null;

const anyText =
  (isWrong: (text: string) => boolean): RuleCheck =>
  (item) =>
    textsOf(item).find(isWrong) ?? null;

export const emptyText = anyText((text) => text.trim() === '');
export const unresolvedRole = anyText((text) => /[{}]|undefined|\bnull\b/.test(text));
export const doubleSpace = anyText((text) => /\s\s|^\s|\s$|\s(?!\.\.\.)[,.?]/.test(text));
export const doubleMark = anyText((text) => /[,.;:?!][,.;:?!]/.test(text.replaceAll('...', '')));

function textsOf({ stem, answer, options }: Item): readonly string[] {
  return [stem, ...(answer === undefined ? [] : [answer]), ...options];
}
