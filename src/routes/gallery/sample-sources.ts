/** Invented throughout: the harbour town of Sandhaven, and who wrote of its great storm. */
import type { Passage } from '#lib/content/pack-index.ts';
import type { Entity, Source } from '#lib/content/schema.ts';

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
