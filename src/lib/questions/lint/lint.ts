/** Checks every question that can be generated against the rules for items; finds nothing, or generation is at fault. */
import type { Question } from '../question.ts';
import type { QuestionIndex } from '../question-index.ts';
import { isAttributed } from './fairness.ts';
import { factsOf } from './held-values.ts';
import type { Item } from './item.ts';
import { lintItem, type ItemFlaw } from './rules.ts';

export function lintQuestion(index: QuestionIndex, question: Question): ItemFlaw[] {
  const flaws = lintItem(itemOf(index, question));
  if (!isAttributed(index, question)) flaws.push({ rule: 'unattributed', found: question.stem });
  const { options, key } = choicesOf(question);
  options.forEach(({ text, belongsTo }, i) => {
    if (i !== key && (belongsTo ?? '') === '')
      flaws.push({ rule: 'unexplained_option', found: text });
    if (i === key && belongsTo !== undefined) flaws.push({ rule: 'key_missing', found: text });
  });
  return flaws;
}

/** A question as the rules read it. Whatever its format, it is read as a choice if it has options and one key. */
export function itemOf(index: QuestionIndex, question: Question): Item {
  const { options, key } = choicesOf(question);
  const facts = factsOf(index, question);
  return {
    format: question.format,
    stem: question.stem,
    options: options.map(({ text }) => text),
    key,
    answer: question.answer,
    ...(facts === null ? {} : { facts }),
  };
}

interface Choices {
  readonly options: readonly { readonly text: string; readonly belongsTo?: string }[];
  readonly key: number | null;
}

function choicesOf(question: Question): Choices {
  const isChoice = 'options' in question && typeof question.key === 'number';
  return isChoice ? { options: question.options, key: question.key } : { options: [], key: null };
}
