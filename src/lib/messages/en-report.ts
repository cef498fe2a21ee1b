/** Text of the report on a class, and of collecting its homework. */
import { messages } from './en.ts';

const { number } = messages;
const decimals = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

export const reportMessages = {
  decimal: (value: number) => decimals.format(value).replace('-', '−'),
  /** With the sign of mathematics, and none before nought. */
  share: (value: number) => messages.percent(Math.round(value * 100) / 100 || 0).replace('-', '−'),
  notHere: 'These results are not on this device, or were deleted after their time.',
  nobody: 'Nobody answered, so there is nothing to report.',
  print: 'Print',
  csvStudents: 'Students (CSV)',
  csvQuestions: 'Questions (CSV)',
  csvAnswers: 'All answers (CSV)',
  file: 'Results as a file',
  remove: 'Delete these results',
  overview: 'Overview',
  tookPart: 'Students',
  mean: 'Right on average',
  reliability: 'Reliability (alpha)',
  reliabilityHint:
    'How far the questions agree with one another: from about 0.7 totals can be compared.',
  few: 'too few to say',
  fewHint: (n: number) =>
    `Below ${number(n)} students these figures are mostly chance. They are shown in grey, with the range in which the true value may lie.`,
  unknown: { nobody: 'nobody answered', alike: 'all alike', few: 'too few to say' },
  range: (low: string, high: string) => `${low} to ${high}`,
  teach: 'Teach again',
  teachLead: 'Facts that fewer than seven in ten knew, with where they stand.',
  teachNone: 'Every fact was known by seven in ten or more.',
  knew: (share: string) => `${share} knew it`,
  confident: 'Sure, and wrong',
  confidentLead: 'Worth a word first: here something is believed that the reports do not say.',
  questions: 'Questions',
  question: 'Question',
  right: 'Right',
  difficulty: 'Right',
  discrimination: 'Discrimination',
  pointBiserial: 'Item–rest',
  gain: 'Gain',
  seconds: 'Seconds',
  explain: {
    right:
      'Right: the share of students; the higher, the easier. Who gave no answer in time counts as not right.',
    discrimination:
      'Discrimination: how much oftener the best 27 % were right than the weakest 27 %.',
    pointBiserial:
      'Item–rest: how being right here goes with being right elsewhere (point-biserial, its own point taken out).',
    gain: 'Gain: from the first vote to the second.',
    ranges: 'Ranges hold 95 %.',
  },
  options: 'Answers given',
  optionsOf: (n: number) => `Answers given to question ${number(n)}`,
  idle: 'drew hardly anybody',
  upper: 'best 27 %',
  lower: 'weakest 27 %',
  chosen: 'chosen by',
  unanswered: 'No answer',
  late: 'Late',
  byStudent: 'Students',
  name: 'Name',
  points: 'Points',
  marks: {
    right: 'right',
    slip: 'right',
    near: 'nearly',
    wrong: 'not right',
    late: 'late',
    missing: 'no answer',
    'not-asked': 'not asked',
  },
  signs: {
    right: '✓',
    slip: '✓',
    near: '≈',
    wrong: '✗',
    late: 'l',
    missing: '·',
    'not-asked': '',
  },

  collect: {
    lead: 'Paste a link, open files, or scan the code with this device’s camera.',
    paste: 'Link or its text',
    add: 'Add',
    files: 'Open files',
    added: (name: string) => `${name} is in.`,
    already: (name: string) => `${name}’s answers were here already.`,
    other: 'These answers belong to another homework, which is not on this device.',
    doesNotFit: 'These answers do not fit the questions of this homework.',
    attempts: 'Handed in',
    late: 'late',
    countLate: 'Late ones count',
    first: 'The first attempt counts: after it the answers are known.',
    remove: 'Delete this homework',
    none: 'Nobody has handed in yet.',
  },
} as const;
