import { beforeAll, expect, it } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { choiceQuestion } from './choice.ts';
import { lintQuestion, type ItemRule } from './lint.ts';
import type { ChoiceQuestion, Option } from './question.ts';
import { indexQuestions, type QuestionIndex } from './question-index.ts';

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
  ['unresolved_role', () => ({ ...sound, stem: sound.stem.replace('port', '{port}') })],
  ['double_space', () => ({ ...sound, stem: sound.stem.replace(' port', '  port') })],
  ['double_mark', () => ({ ...sound, stem: sound.stem.replace('?', '.?') })],
  ['few_options', () => withOptions((options) => options.slice(0, 2))],
  [
    'unordered_options',
    () => ({ ...withOptions(turn), key: sound.options.length - 1 - sound.key }),
  ],
  [
    'double_option',
    () => withOptions(([a, b, ...more]) => [a!, { ...b!, text: a!.text }, ...more]),
  ],
  ['long_option', () => withOptions(([a, ...more]) => [{ ...a!, text: 'x'.repeat(81) }, ...more])],
  ['empty_text', () => withOptions(([a, ...more]) => [{ ...a!, text: '' }, ...more])],
  ['all_or_none', () => withOptions(([a, ...more]) => [{ ...a!, text: 'None of these' }, ...more])],
  ['key_missing', () => ({ ...sound, key: (sound.key + 1) % sound.options.length })],
  ['unexplained_option', () => withOptions((options) => options.map(({ text }) => ({ text })))],
];

it.each(planted)('finds a planted %s', (rule, plant) => {
  expect(lintQuestion(index, plant()).map((flaw) => flaw.rule)).toContain(rule);
});
