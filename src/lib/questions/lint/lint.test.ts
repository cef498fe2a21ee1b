import { beforeAll, describe, expect, it } from 'vitest';
import { cardsOf } from '#lib/deck/cards.ts';
import { loadFixturePack } from '../../../../tests/fixtures/load-fixture-pack.ts';
import { choiceQuestion } from '../formats/choice.ts';
import { questionFor } from '../generate.ts';
import type { ChoiceQuestion, Option } from '../question.ts';
import { indexQuestions, type QuestionIndex } from '../question-index.ts';
import { itemOf, lintQuestion } from './lint.ts';
import type { ItemRule } from './rules.ts';

let index: QuestionIndex;
let sound: ChoiceQuestion;

beforeAll(async () => {
  index = indexQuestions(await loadFixturePack());
  const facet = index.facets.get('crates-lost#number');
  const question = facet === undefined ? null : choiceQuestion(index, facet, 1);
  if (question === null) throw new Error('The fixture asks for the crates');
  sound = question;
});

const withOptions = (change: (options: readonly Option[]) => readonly Option[]) => ({
  ...sound,
  options: change(sound.options),
});
const turn = (options: readonly Option[]) => [...options].reverse();

it('finds nothing in a sound question', () => {
  expect(lintQuestion(index, sound)).toEqual([]);
});

const planted: readonly [ItemRule, () => ChoiceQuestion][] = [
  ['key_in_stem', () => ({ ...sound, stem: sound.stem.replace('?', `: ${sound.answer}?`) })],
  ['long_stem', () => ({ ...sound, stem: `${'According to the Council, '.repeat(10)}why?` })],
  ['no_question', () => ({ ...sound, stem: sound.stem.replace('?', '.') })],
  ['unattributed', () => ({ ...sound, stem: 'About how many crates did the port lose?' })],
  ['uneven_verb', () => ({ ...sound, stem: `The council alleged it: ${sound.stem}` })],
  ['unresolved_role', () => ({ ...sound, stem: sound.stem.replace('port', '{port}') })],
  ['double_space', () => ({ ...sound, stem: sound.stem.replace(' port', '  port') })],
  ['double_mark', () => ({ ...sound, stem: sound.stem.replace('?', '.?') })],
  ['few_options', () => withOptions((options) => options.slice(0, 2))],
  ['unordered_series', () => ({ ...withOptions(turn), key: sound.options.length - 1 - sound.key })],
  [
    'double_option',
    () => withOptions(([a, b, ...more]) => [a!, { ...b!, text: a!.text }, ...more]),
  ],
  ['long_option', () => withOptions(([a, ...more]) => [{ ...a!, text: 'x'.repeat(81) }, ...more])],
  ['empty_text', () => withOptions(([a, ...more]) => [{ ...a!, text: '' }, ...more])],
  ['none_of', () => withOptions(([a, ...more]) => [{ ...a!, text: 'None of these' }, ...more])],
  ['mixed_options', () => withOptions(([a, ...more]) => [{ ...a!, text: 'to sea' }, ...more])],
  ['key_missing', () => ({ ...sound, key: (sound.key + 1) % sound.options.length })],
  ['key_missing', () => ({ ...sound, key: 7 })],
  ['unexplained_option', () => withOptions((options) => options.map(({ text }) => ({ text })))],
];

it.each(planted)('finds a planted %s', (rule, plant) => {
  expect(lintQuestion(index, plant()).map((flaw) => flaw.rule)).toContain(rule);
});

describe('beside the fact base', () => {
  const questions = () =>
    cardsOf(index).flatMap((card) => {
      const question = questionFor(index, card, 'choice', 3);
      return question?.format === 'choice' ? [question] : [];
    });
  const rulesOf = (question: ChoiceQuestion) =>
    lintQuestion(index, question).map(({ rule }) => rule);

  it('unsupported_key: no key may move to another option', () => {
    const known = questions().filter((question) => itemOf(index, question).facts !== undefined);
    expect(known.length).toBeGreaterThan(10);
    for (const question of known) {
      const moved = { ...question, key: (question.key + 1) % question.options.length };
      expect(rulesOf(moved), question.cardId).toContain('unsupported_key');
      // What was the key stands beside it as another right answer.
      expect(rulesOf(moved), question.cardId).toContain('double_key');
    }
  });

  it('unsupported_key: a card that the pack does not have holds nothing', () => {
    const lost = {
      ...sound,
      cardId: `${index.pack.id}/no-such-fact#number` as typeof sound.cardId,
    };
    expect(rulesOf(lost)).toContain('unsupported_key');
  });

  it('double_key: another name of the key is no rival', () => {
    const named = questions().filter((question) => {
      const held = itemOf(index, question).facts?.held;
      return held?.type === 'name' && held.spellings.length > 1;
    });
    expect(named.length).toBeGreaterThan(0);
    for (const question of named) {
      const held = itemOf(index, question).facts?.held;
      const key = question.options[question.key]?.text;
      const alias = held?.type === 'name' ? held.spellings.find((name) => name !== key) : undefined;
      const at = (question.key + 1) % question.options.length;
      const options = question.options.map((option, i) =>
        i === at ? { ...option, text: alias ?? '' } : option,
      );
      expect(rulesOf({ ...question, options }), question.cardId).toContain('double_key');
    }
  });
});
