/** Checks every question that can be generated against the rules for items; finds nothing, or generation is at fault. */
import { assertNever } from '#lib/base/assert-never.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import { foldTight, holdsPhrase } from './fold.ts';
import { LONGEST_OPTION, LONGEST_STEM } from './item-rules.ts';
import { hasOptions, type OptionQuestion, type Question } from './question.ts';
import { namesOf, type QuestionIndex } from './question-index.ts';
import { readAmount } from './read-amount.ts';
import { readDates } from './read-date.ts';

export const itemRules = [
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
  'unattributed',
  'unordered_options',
  'unexplained_option',
  'all_or_none',
] as const;
export type ItemRule = (typeof itemRules)[number];

export interface ItemFlaw {
  readonly rule: ItemRule;
  readonly found: string;
}

export function lintQuestion(index: QuestionIndex, question: Question): ItemFlaw[] {
  const { stem, answer } = question;
  const texts = [stem, answer, ...textsOf(question)];
  const flaw = (rule: ItemRule, isFlawed: boolean, found: string): ItemFlaw[] =>
    isFlawed ? [{ rule, found }] : [];
  return [
    ...flaw('key_in_stem', holdsPhrase(stem, answer), answer),
    ...flaw('long_stem', stem.length > LONGEST_STEM, stem),
    ...flaw('no_question', !/^\P{Ll}.*\?$/su.test(stem), stem),
    ...flaw('unattributed', !isAttributed(index, question), stem),
    ...texts.flatMap((text) => [
      ...flaw('empty_text', text.trim() === '', question.cardId),
      ...flaw('unresolved_role', /[{}]|undefined|\bnull\b/.test(text), text),
      ...flaw('double_space', /\s\s|^\s|\s$|\s[,.?]/.test(text), text),
      ...flaw('double_mark', /[,.;:?!][,.;:?!]/.test(text.replaceAll('...', '')), text),
    ]),
    ...(hasOptions(question) ? lintOptions(question) : []),
  ];
}

function textsOf(question: Question): readonly string[] {
  switch (question.format) {
    case 'choice':
    case 'attribution':
    case 'corroboration':
      return question.options.map(({ text }) => text);
    case 'typed':
    case 'number':
    case 'date':
      return question.accepted;
    case 'order':
      return question.items.map(({ text }) => text);
    case 'match':
      return [...question.left, ...question.right];
    case 'recall':
      return [];
    default:
      return assertNever(question);
  }
}

function lintOptions({ options, key, cardId }: OptionQuestion): ItemFlaw[] {
  const texts = options.map(({ text }) => text);
  const flaws: ItemFlaw[] = [];
  const add = (rule: ItemRule, found: string) => flaws.push({ rule, found });
  if (options.length < 3 || options.length > 4) add('few_options', cardId);
  if (options[key] === undefined || options[key].belongsTo !== undefined)
    add('key_missing', cardId);
  if (new Set(texts.map(foldTight)).size < texts.length) add('double_option', texts.join(' | '));
  for (const text of texts) {
    if (text.length > LONGEST_OPTION) add('long_option', text);
    if (/\b(all|none) of (the|these)\b|\bboth a and b\b/i.test(text)) add('all_or_none', text);
  }
  options.forEach(({ belongsTo }, i) => {
    if (i !== key && (belongsTo ?? '') === '') add('unexplained_option', texts[i] ?? '');
  });
  if (!isAscending(texts)) add('unordered_options', texts.join(' | '));
  return flaws;
}

/** Numbers and days in order; texts that are neither may stand in any. */
function isAscending(texts: readonly string[]): boolean {
  const ranks = texts.map(rankOf);
  if (ranks.some((rank) => rank === null)) return true;
  return ranks.every((rank, i) => i === 0 || (ranks[i - 1] ?? 0) <= (rank ?? 0));
}

function rankOf(text: string): number | null {
  const [date] = /^(\d{1,2} )?([A-Z][a-z]+ )?\d{4}$/.test(text) ? readDates(text) : [];
  if (date !== undefined) return (date.year ?? 0) * 372 + (date.month ?? 0) * 31 + (date.day ?? 0);
  return /^\d/.test(text) ? (readAmount(text)?.low ?? null) : null;
}

/** Whether the stem names a speaker or a report wherever a claim, a contested or a doubtful fact is asked. */
export function isAttributed(index: QuestionIndex, question: Question): boolean {
  const facts = question.factIds.flatMap((id) => index.facts.get(id) ?? []);
  const isComparison = index.comparisons.has(itemOf(question));
  const contested = facts.some(({ topics, caution }) => topics.length > 0 || caution !== undefined);
  const claimed = question.citations.some(({ voice }) => voice !== null);
  if (isComparison) return /\baccounts?\b|\breports?\b|\bsays?\b/.test(question.stem);
  if (!contested && !claimed) return true;
  return attributions(index, question.citations, facts).some((name) =>
    holdsPhrase(question.stem, name),
  );
}

function itemOf(question: Question): string {
  return /\/([^#]+)#/.exec(question.cardId)?.[1] ?? '';
}

function attributions(
  index: QuestionIndex,
  citations: readonly Passage[],
  facts: readonly { readonly kind: string; readonly values: object }[],
): string[] {
  const speakers = facts.flatMap(({ values }) => {
    const ids = [
      'speaker' in values ? values.speaker : undefined,
      'counted_by' in values ? values.counted_by : undefined,
    ];
    return ids.flatMap((id) => {
      const plain = typeof id === 'object' && id !== null && 'is' in id ? id.is : id;
      return (typeof plain === 'string' ? index.entities.get(plain) : undefined) ?? [];
    });
  });
  const voices = citations.flatMap(({ voice }) => voice ?? []);
  const reports = citations.flatMap(({ source }) => {
    const name = index.sourceNames.get(source.id);
    return name === undefined ? [] : [name.report, name.undated, name.giver];
  });
  return [...[...speakers, ...voices].flatMap(namesOf), ...reports];
}
