/** Text that the pages of a class share. */
import { plural } from './en.ts';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

export const classroomMessages = {
  title: 'Class',
  lead: 'One quiz for every room: on a projector, on paper, on phones, at home. Nothing of it needs the internet.',
  takeHome: 'Take it home',
  takeHomeText: 'what you missed in a quiz comes back as cards that are due.',
  date: (at: number) => dates.format(at),
  back: 'Class',
  pages: {
    present: { title: 'Projector' },
    paper: {
      title: 'Paper',
      lead: 'Print the sheets, then the key. Versions differ in the order of questions and of names; numbers and dates keep their order.',
    },
    homework: { title: 'Homework', lead: 'Open the link that your teacher gave you.' },
    report: { title: 'Report' },
  },
  keep: 'Keep the quiz',
  due: (date: string) => `due ${date}`,
  attempts: (n: number) => plural(n, 'attempt', 'attempts'),
  channels: { live: 'Phones', paper: 'Paper', homework: 'Homework', hands: 'Hands' },
  about: (channel: string, n: number, on: string) =>
    [channel, ...(n === 0 ? [] : [plural(n, 'student', 'students')]), on].join(', '),
  rightAnswer: 'right answer',
  toCollect: 'Homework to collect',
  gone: {
    title: 'This quiz is not on this device',
    text: 'Open its link or its file on the page Class first.',
  },
  mismatch: {
    'other-pack': 'It was made for a pack that is not here.',
    'other-version': (expected: string, found: string) =>
      `It was made with version ${expected} of its pack; here is ${found}. Questions may differ.`,
    'unknown-card': 'One of its questions is no longer in the pack.',
    renew: 'Make a copy for this version',
  },
  notKept: 'This device could not keep it: its storage is full or forbidden.',
  copied: 'Copied',
  copy: 'Copy the link',
  file: 'Save as a file',
  qr: 'QR code of the link',
  tooLongForQr: 'Too long for a QR code. Use the link or the file.',

  /** Beside a question on paper. */
  onPaper: {
    answer: 'Answer:',
    order: 'Write the letters in order, the earliest first:',
    match: 'Write the letter beside each number.',
  },

  refused: {
    title: 'This could not be opened',
    'not-ours': 'This is no link of a quiz.',
    damaged: 'A part of it is missing or changed. Copy the whole of it again.',
    newer: 'It was made with a later version of Footnote. Load the newer version first.',
    'too-long': 'It is longer than anything that Footnote makes.',
    'other-kind': {
      q: 'This is a quiz: open it on the page Class.',
      h: 'This is homework: open it on the homework page.',
      a: 'These are answers to homework: open them in the report.',
      t: 'This takes missed cards home: open it on the take-home page.',
    },
    form: (path: string, message: string) =>
      path === ''
        ? `Its content is not in order: ${message}.`
        : `Its content is not in order, at ${path}: ${message}.`,
    'not-json': 'The file is no quiz file.',
    'too-deep': 'The file is no quiz file.',
    'other-format': (format: string) =>
      format === '' ? 'The file is no quiz file.' : `The file is of another kind: ${format}.`,
  },
} as const;
