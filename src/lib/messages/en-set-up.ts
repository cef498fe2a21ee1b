/** Text of setting up a quiz. */
import { messages } from './en.ts';

const { number } = messages;

export const setUpMessages = {
  from: 'Questions from',
  pack: 'Pack',
  count: 'How many',
  formats: 'Kinds of questions',
  format: {
    choice: 'Choice',
    attribution: 'Who said so',
    corroboration: 'What the record shows',
    number: 'Number',
    date: 'Date',
    order: 'Put in order',
    match: 'Match',
  },
  time: 'Time for a question',
  noTime: 'None',
  seconds: (n: number) => `${number(n)} s`,
  scoring: 'Points for',
  scorings: { accuracy: 'being right', confidence: 'knowing how sure', speed: 'being quick' },
  scoringHints: {
    accuracy: 'A right answer counts one, whoever is first.',
    confidence: 'Sure and right counts most, sure and wrong costs: honesty pays.',
    speed: 'Right counts more when it comes early. Needs a time limit.',
  },
  confidence: 'Ask how sure each student is',
  peer: 'Vote, discuss, vote again',
  names: 'Names on phones',
  namings: { random: 'given by the room', roster: 'from your list', free: 'as each one writes' },
  deaths: 'Also ask cards that report deaths',
  deathsHint: 'Left out unless you want them, and never asked against the clock.',
  make: 'Make the quiz',
  again: 'Draw again',
  none: 'No card of this deck can be asked so. Choose more kinds of questions.',
  fewer: (n: number) => `The deck gives ${messages.questions(n)} of these kinds.`,
  preview: 'Look through it',
  swap: 'Another question',
  swapOf: (n: number) => `Another question in place of ${number(n)}`,
  noOther: 'There is no other question left for this place.',
  name: 'Name of the quiz',
} as const;
