/** Invented questions on the storm of Sandhaven, one or two of each form. */
import { cardId } from '#lib/base/ids.ts';
import type {
  AttributionQuestion,
  ChoiceQuestion,
  CorroborationQuestion,
  DateQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  PlaceQuestion,
  RecallQuestion,
  TypedQuestion,
} from '#lib/questions/question.ts';
import { fromALetter, onTheMayorsWord, ownWords, sameInTheWire } from './sample-sources.ts';

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
  accepted: ['Ilse Dorn'],
  confusable: ['Elise Dorne'],
  shared: [{ name: 'Dorn', bearers: ['Ilse Dorn', 'Jakob Dorn'] }],
};

export const number: NumberQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'mole-length', 'number'),
  format: 'number',
  category: 'figures',
  stem: 'About how many feet of quay were lost, as Mayor Ilse Dorn counted them?',
  answer: 'about 400 feet',
  explain: 'The mayor gave four hundred feet, measured by pacing it in the dark.',
  citations: [onTheMayorsWord],
  accepted: ['about 400 feet', '400 feet', '400'],
  amounts: [{ number: 400, qualifier: 'about', unit: 'feet' }],
};

export const range: NumberQuestion = {
  ...number,
  cardId: cardId('sandhaven-1911', 'mole-cost', 'number'),
  stem: 'As given by the Sandhaven Gazette, how many per cent of the mole were lost (from … to …)?',
  answer: '15 to 20 per cent',
  explain: 'The harbour master would not say more exactly before the divers had been down.',
  accepted: ['15 to 20 per cent', '15 to 20'],
  amounts: [{ number: [15, 20], qualifier: 'exact', unit: 'per cent' }],
};

export const date: DateQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'storm', 'when'),
  format: 'date',
  category: 'dates',
  stem: 'On which day did the mole give way?',
  answer: '3 March 1911',
  explain: 'It went in the night to Saturday, between the second and the third bell.',
  citations: [ownWords],
  dates: ['1911-03-03'],
  accepted: ['3 March 1911'],
};

export const attribution: AttributionQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'mole', 'gist'),
  format: 'attribution',
  category: 'claims',
  stem: 'In the Sandhaven Gazette’s report, who said that the mole could not be mended in two winters?',
  answer: 'Ilse Dorn',
  explain: 'She told the council on 6 March, and asked for a new one of stone.',
  citations: [onTheMayorsWord],
  options: [
    { text: 'Ilse Dorn' },
    {
      text: 'Jan Vries',
      belongsTo: 'Jan Vries, the harbour master, wanted to wait for the divers.',
      citations: [ownWords],
    },
    { text: 'The ship’s master', belongsTo: 'He wrote of nine ships, and not of the mole.' },
  ],
  key: 0,
};

export const corroboration: CorroborationQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'how-many-ships', 'agree'),
  format: 'corroboration',
  category: 'figures',
  stem: 'On the number of ships in the harbour: (1) eleven; (2) nine. Whose account is which?',
  answer: '(1) the Sandhaven Gazette, (2) an undated letter',
  explain: 'Sandhaven Gazette’s report: eleven. An undated letter: nine.',
  citations: [ownWords, fromALetter],
  options: [
    { text: 'Both from the Sandhaven Gazette', belongsTo: 'The letter says nine.' },
    { text: '(1) the Sandhaven Gazette, (2) an undated letter' },
    {
      text: '(1) an undated letter, (2) the Sandhaven Gazette',
      belongsTo: 'The letter says nine, the Gazette eleven.',
    },
    { text: 'Both from an undated letter', belongsTo: 'The Gazette says eleven.' },
  ],
  key: 1,
};

export const order: OrderQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'council-met', 'when'),
  format: 'order',
  category: 'dates',
  stem: 'In which order did these events happen, from the earliest to the latest?',
  answer: '6 March 1911',
  explain: 'The council met three days after the storm.',
  citations: [ownWords],
  items: [
    { text: 'The council met in the fish hall', note: '6 March 1911' },
    { text: 'The mole gave way', note: '3 March 1911' },
    { text: 'Kaldö sent timber', note: '1 April 1911' },
    { text: 'Ilse Dorn became mayor', note: '1908' },
  ],
  order: [3, 1, 0, 2],
  own: 0,
};

export const match: MatchQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'mayor', 'office'),
  format: 'match',
  category: 'actors',
  stem: 'Who held which office, by the account of the reports?',
  answer: 'Ilse Dorn: mayor of Sandhaven',
  explain: 'Ilse Dorn held the office from 1908.',
  citations: [onTheMayorsWord],
  left: ['Ilse Dorn', 'Jan Vries', 'Mate Kolk'],
  right: ['Harbour master of Sandhaven', 'Keeper of the light at Brəkə', 'Mayor of Sandhaven'],
  pairs: [2, 0, 1],
  own: 0,
};

export const place: PlaceQuestion = {
  ...base,
  cardId: cardId('sandhaven-1911', 'offer-of-timber', 'where'),
  format: 'place',
  category: 'places',
  stem: 'In which place was timber for the quay offered to Sandhaven?',
  answer: 'Kaldö',
  explain: 'The offer was made in Kaldö, on the far shore of the strait.',
  citations: [onTheMayorsWord],
  options: [
    { text: 'Kaldö', x: 240, y: 130, side: 'right' },
    {
      text: 'Brəkə',
      belongsTo: 'In Brəkə the wreck was sold.',
      citations: [ownWords],
      x: 820,
      y: 280,
      side: 'left',
    },
    {
      text: 'Şorğöl',
      belongsTo: 'Şorğöl sent eleven carts of stone.',
      citations: [fromALetter],
      x: 460,
      y: 540,
      side: 'right',
    },
  ],
  key: 0,
  map: {
    width: 1000,
    height: 667,
    land: 'M0 0L520 0L430 180L180 250L0 330ZM1000 90L850 210L640 300L700 420L480 450L0 470L0 667L1000 667Z',
  },
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
