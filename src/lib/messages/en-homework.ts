/** Text of homework, as a student does it. */
import { messages } from './en.ts';

const { number } = messages;

export const homeworkMessages = {
  open: 'Open a homework file',
  due: (date: string) => `Due on ${date}`,
  overdue: 'The due day is over. You can still hand it in; it counts as late.',
  name: 'Your name',
  nameHint: 'Your teacher sees it. It stays on this device until you hand in.',
  nameMissing: 'Write the name that your teacher knows.',
  begin: 'Begin',
  goOn: (n: number, all: number) => `Go on: ${number(n)} of ${number(all)} answered`,
  skip: 'Leave it open',
  sure: 'How sure are you?',
  confidence: { sure: 'Sure', unsure: 'Not quite', guess: 'A guess' },
  overview: 'Your answers',
  open1: 'open',
  answered: 'answered',
  question: (n: number) => `Question ${number(n)}`,
  handIn: 'Hand in',
  handInOpen: (n: number) => `${messages.questions(n)} still open.`,
  handedIn: 'Now give it to your teacher',
  handedInText: 'Send the link or the file, or show the code. Nothing was sent by itself.',
  result: (right: number, all: number) => `${number(right)} of ${number(all)} right`,
  again: 'Do it again as another attempt',
  answersAfter: 'You see what was right once you have handed in.',
  notOpen: 'not answered',
  yours: 'Your answer',
} as const;
