/** Invented throughout: the harbour town of Sandhaven and its great storm. For looking at components only. */
import { cardId } from '#lib/base/ids.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import type { Entity, Source } from '#lib/content/schema.ts';
import type {
  Answer,
  ChoiceQuestion,
  RecallQuestion,
  TypedQuestion,
  Verdict,
} from '#lib/questions/question.ts';

const mayor: Entity = {
  id: 'ilse-dorn',
  type: 'person',
  name: 'Ilse Dorn',
  in_text: 'Mayor Ilse Dorn',
  aliases: ['Dorn'],
  offices: [],
  not_to_be_confused_with: [],
};

const gazette: Source = {
  id: 'gazette-storm',
  file: 'gazette.txt',
  outlet: 'Sandhaven Gazette',
  url: 'https://example.org/sandhaven-gazette/storm',
  published: { date: '1911-03-04', basis: 'stated', because: 'It stands under the title.' },
  perspective: 'Written in the town for the town.',
  shared_with: [
    {
      source: 'wire-storm',
      paragraphs: [4],
      theirs: [2],
      because: 'The paragraph is the same in both.',
    },
  ],
  left_out: [],
};

const wire: Source = {
  id: 'wire-storm',
  file: 'wire.txt',
  outlet: 'unnamed',
  agency: 'North Coast Wire',
  published: { date: '1911-03', basis: 'resolved', because: 'It names the week of the storm.' },
  perspective: 'Written for papers inland.',
  shared_with: [],
  left_out: [],
};

const unnamed: Source = {
  id: 'letter-storm',
  file: 'letter.txt',
  outlet: 'unnamed',
  published: {
    date: '1911-03-05/1911-03-09',
    basis: 'outside',
    because: 'The archive has it in a folder of that week.',
  },
  perspective: 'Written by a ship’s master.',
  shared_with: [],
  left_out: [],
};

export const ownWords: Passage = {
  source: gazette,
  paragraph: 4,
  anchors: ['eleven ships', '3 March'],
  voice: null,
};
export const sameInTheWire: Passage = {
  source: wire,
  paragraph: 2,
  anchors: ['eleven ships'],
  voice: null,
};
export const onTheMayorsWord: Passage = {
  source: gazette,
  paragraph: 9,
  anchors: ['long mole', 'two winters'],
  voice: mayor,
};
export const fromALetter: Passage = {
  source: unnamed,
  paragraph: 1,
  anchors: ['nine ships', 'before noon'],
  voice: null,
};

const base = {
  factIds: ['ships-lost'],
  seed: 1,
  citations: [ownWords, sameInTheWire, fromALetter],
} as const;

export const choice: ChoiceQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'ships-lost', 'number'),
  format: 'choice',
  category: 'figures',
  stem: 'How many ships did the storm of 3 March 1911 break from their moorings, as the Sandhaven Gazette gives it?',
  answer: '11 ships',
  explain:
    'Eleven ships broke loose when the ice came down the river with the flood; seven were brought back within the week.',
  options: [
    { text: '7 ships', belongsTo: 'Seven is the number of ships brought back within a week.' },
    { text: '11 ships' },
    { text: '19 ships', belongsTo: 'Nineteen is how many lay in the harbour that night.' },
    { text: '40 ships', belongsTo: 'Forty is how many the new mole was to shelter.' },
  ],
  key: 1,
  differs:
    'A ship’s master writes of nine. The Gazette and the wire say eleven, in the same words: that is one report, not two.',
};

export const reaction: ChoiceQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'offer-of-timber', 'speaker'),
  format: 'choice',
  category: 'reactions',
  stem: 'Which town offered Sandhaven timber for the quay?',
  answer: 'Kaldö',
  explain: 'Kaldö, on the far shore of the strait, offered timber for four hundred feet of quay.',
  citations: [onTheMayorsWord],
  options: [{ text: 'Kaldö' }, { text: 'Brəkə' }, { text: 'Işıqlı' }, { text: 'Şorğöl' }],
  key: 0,
};

export const typed: TypedQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'mayor', 'person'),
  format: 'typed',
  category: 'actors',
  stem: 'Who was mayor of Sandhaven when the mole was given up?',
  answer: 'Ilse Dorn',
  explain: 'Ilse Dorn held the office from 1908, and told the council of the mole herself.',
  citations: [onTheMayorsWord],
  accepted: ['Ilse Dorn', 'Dorn'],
  confusable: ['Elise Dorne'],
  keyboard: 'text',
  expects: { kind: 'name' },
};

export const number: TypedQuestion = {
  ...typed,
  cardId: cardId('sandhaven-1911', 'mole-length', 'number'),
  category: 'figures',
  stem: 'How many feet of quay were lost, as Mayor Ilse Dorn counted them?',
  answer: 'about 400 feet',
  explain: 'The mayor gave four hundred feet, measured by pacing it in the dark.',
  accepted: ['about 400 feet'],
  keyboard: 'decimal',
  expects: { kind: 'amount', amounts: [{ number: 400, qualifier: 'about', unit: 'feet' }] },
};

export const recall: RecallQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'mole', 'gist'),
  format: 'recall',
  category: 'claims',
  stem: 'What did Mayor Ilse Dorn say about the long mole?',
  answer: 'That it could not be mended in two winters',
  explain: 'She told the council on 6 March, and asked for a new one of stone.',
  citations: [onTheMayorsWord],
};

interface Sample {
  readonly title: string;
  readonly question: ChoiceQuestion | TypedQuestion | RecallQuestion;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

const pick = (option: number): Answer => ({
  format: 'choice',
  option,
  text: choice.options[option]?.text ?? '',
});
const write = (text: string): Answer => ({ format: 'typed', text });

export const answered: readonly Sample[] = [
  { title: 'Choice, right', question: choice, answer: pick(1), verdict: 'right' },
  { title: 'Choice, wrong', question: choice, answer: pick(2), verdict: 'wrong' },
  { title: 'Typed, right', question: typed, answer: write('Dorn'), verdict: 'right' },
  { title: 'Typed, a slip', question: typed, answer: write('Ilse Dorm'), verdict: 'slip' },
  { title: 'Typed, near', question: number, answer: write('330'), verdict: 'near' },
  { title: 'Typed, wrong', question: typed, answer: write('Jan Vries'), verdict: 'wrong' },
  { title: 'Typed, not known', question: typed, answer: write(''), verdict: 'wrong' },
  {
    title: 'Recall, remembered',
    question: recall,
    answer: { format: 'recall', remembered: true },
    verdict: 'right',
  },
  {
    title: 'Recall, forgotten',
    question: recall,
    answer: { format: 'recall', remembered: false },
    verdict: 'wrong',
  },
];

export const decks = [
  { title: 'Dates', count: 24, due: 6, fresh: 4, mastery: 0.62 },
  { title: 'Reactions from abroad', count: 18, due: 0, fresh: 18, mastery: 0 },
  { title: 'The great storm', count: 1204, due: 0, fresh: 0, mastery: 1 },
] as const;

export const again = [
  { id: 'a', stem: 'Which town offered Sandhaven timber for the quay?', answer: 'Kaldö' },
  { id: 'b', stem: 'On which day did the mole give way?', answer: '3 March 1911' },
] as const;
