/** Text of the projector and of the teacher’s window. */
import { messages } from './en.ts';

const { number } = messages;

export const presentMessages = {
  of: (at: number, all: number) => `Question ${number(at)} of ${number(all)}`,
  forward: { asking: 'Reveal', again: 'Reveal', revealed: 'Next', last: 'End' },
  discuss: 'Discuss, then vote again',
  discussing: 'Talk it over with your neighbour. Then vote again.',
  back: 'Back',
  hands: 'Count hands',
  handsOf: (option: string) => `Hands for ${option}`,
  right: 'right',
  wrong: 'not right',
  first: 'first vote',
  second: 'second vote',
  one: (option: string) => `One more for ${option}`,
  less: (option: string) => `One less for ${option}`,
  full: 'Full screen',
  teacher: 'Teacher’s window',
  teacherTitle: 'Teacher’s window',
  pause: 'Stop the clock',
  goOn: 'Start the clock',
  left: (n: number) => `${number(n)} s`,
  timeUp: 'Time is up',
  blank: 'Dark screen',
  blankHint: 'The screen is dark. Press B.',
  keys: 'Space or Page Down: on · Page Up: back · H: hands · P: clock · B: dark · F: full screen',
  answer: 'Answer',
  next: 'Next question',
  ended: 'That was the last question',
  handsKept: 'The hands you counted are kept as results.',
  report: 'Open the report',
  again: 'From the beginning',
  leave: 'Leave',
} as const;
