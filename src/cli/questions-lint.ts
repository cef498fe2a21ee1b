/** `questions -- PACK --lint`: what the linter finds in every question of twenty seeds, and what the deck is like as a whole. */
import type { Card } from '#lib/deck/card.ts';
import { formatsFor, questionFor } from '#lib/questions/generate.ts';
import { itemOf, lintQuestion } from '#lib/questions/lint/lint.ts';
import type { Item } from '#lib/questions/lint/item.ts';
import { itemRules, type ItemRule } from '#lib/questions/lint/rules.ts';
import type { Question } from '#lib/questions/question.ts';
import type { QuestionIndex } from '#lib/questions/question-index.ts';

const SEEDS = 20;

interface Flawed {
  readonly cardId: string;
  readonly format: string;
  readonly stem: string;
  readonly found: string;
  /** In how many of the seeds. */
  times: number;
}

/** Prints the report. @returns the exit code: 1 if there is any flaw */
export function lintDeck(index: QuestionIndex, cards: readonly Card[]): number {
  const formats = cards.map((card) => formatsFor(index, card));
  const questions = Array.from({ length: SEEDS }, (_, i) => i + 1).flatMap((seed) =>
    cards.flatMap((card, at) =>
      (formats[at] ?? []).flatMap((format) => questionFor(index, card, format, seed) ?? []),
    ),
  );
  const flaws = findFlaws(index, questions);
  console.log(
    [
      `${questions.length} questions: ${cards.length} cards, ${SEEDS} seeds`,
      '',
      ...flawLines(flaws),
      '',
      ...choiceLines(index, questions),
      '',
      ...formatLines(formats),
    ].join('\n'),
  );
  return flaws.size > 0 ? 1 : 0;
}

function findFlaws(
  index: QuestionIndex,
  questions: readonly Question[],
): ReadonlyMap<ItemRule, ReadonlyMap<string, Flawed>> {
  const flaws = new Map<ItemRule, Map<string, Flawed>>();
  for (const question of questions)
    for (const { rule, found } of lintQuestion(index, question)) {
      const { cardId, format, stem } = question;
      const ofRule = flaws.get(rule) ?? new Map<string, Flawed>();
      flaws.set(rule, ofRule);
      const known = ofRule.get(`${cardId} ${format}`);
      if (known === undefined)
        ofRule.set(`${cardId} ${format}`, { cardId, format, stem, found, times: 1 });
      else known.times++;
    }
  return flaws;
}

function flawLines(flaws: ReturnType<typeof findFlaws>): string[] {
  if (flaws.size === 0) return [`flaws: none by ${itemRules.length} rules`];
  return itemRules.flatMap((rule) => {
    const cases = [...(flaws.get(rule)?.values() ?? [])];
    if (cases.length === 0) return [];
    const total = cases.reduce((sum, { times }) => sum + times, 0);
    return [
      `${rule}: ${total} questions`,
      ...cases.flatMap(({ cardId, format, stem, found, times }) => [
        `  ${cardId} · ${format} · ${times}×: ${found}`,
        `    ${stem}`,
      ]),
    ];
  });
}

/** What the options of a question are, since each kind has an order of its own. */
function kindOfOptions(index: QuestionIndex, { cardId, format }: Question): string {
  const facet = index.facets.get(cardId.slice(cardId.indexOf('/') + 1));
  const type = facet?.slot.value.type;
  if (type === undefined)
    return cardId.endsWith('#agree') && format === 'choice'
      ? 'verdicts (fixed order)'
      : 'positions';
  if (format === 'corroboration') return 'records (fixed order)';
  if (format === 'attribution') return 'names';
  if (type === 'amount' || type === 'date') return `${type}s (in order)`;
  return type === 'entities' ? 'names' : 'texts';
}

function choiceLines(index: QuestionIndex, questions: readonly Question[]): string[] {
  const choices = questions.flatMap((question) => {
    const item = itemOf(index, question);
    return item.options.length > 0 ? [{ item, kind: kindOfOptions(index, question) }] : [];
  });
  const sizes = [...new Set(choices.map(({ item }) => item.options.length))].sort();
  const kinds = [...new Set(choices.map(({ kind }) => kind))].sort();
  const lines = sizes.flatMap((size) => {
    const ofSize = choices.filter(({ item }) => item.options.length === size);
    const rows = kinds.flatMap((kind) => {
      const items = ofSize.filter((choice) => choice.kind === kind).map(({ item }) => item);
      return items.length === 0
        ? []
        : [`    ${kind}: ${positions(items, size)} of ${items.length}`];
    });
    const longest = ofSize.filter(({ item }) => isKeyLongest(item)).length;
    return [
      `  ${size} options: ${ofSize.length} questions, the key alone the longest in ${percent(longest, ofSize.length)}`,
      ...rows,
    ];
  });
  return ['key position, first to last', ...lines];
}

function positions(items: readonly Item[], size: number): string {
  return Array.from({ length: size }, (_, at) =>
    percent(items.filter(({ key }) => key === at).length, items.length),
  ).join(' · ');
}

function isKeyLongest({ options, key }: Item): boolean {
  const length = options[key ?? -1]?.length ?? 0;
  return options.every((option, i) => i === key || option.length < length);
}

function formatLines(formats: readonly (readonly string[])[]): string[] {
  const counts = new Map<number, number>();
  for (const { length } of formats) counts.set(length, (counts.get(length) ?? 0) + 1);
  const graded = formats.filter((of) => of.filter((format) => format !== 'recall').length >= 2);
  return [
    'formats a card',
    ...[...counts]
      .sort(([a], [b]) => a - b)
      .map(([count, cards]) => `  ${count}: ${cards} cards (${percent(cards, formats.length)})`),
    `  two or more graded by the app: ${percent(graded.length, formats.length)}`,
  ];
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;
}
