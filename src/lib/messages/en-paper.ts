/** Text of printed sheets, their key and the table for typing in the results. */
import { messages } from './en.ts';

const { number } = messages;

export const paperMessages = {
  versions: 'Versions',
  large: 'Large print',
  print: 'Print',
  withKey: 'With the answer key',
  name: 'Name',
  date: 'Date',
  whichVersion: 'Version',
  version: (version: string) => `Version ${version}`,
  key: 'Answer key',
  keyLead: 'One column for each version: the number on the sheet, and the answer.',
  onlyFor: 'for the teacher',
  typeIn: 'Type in the results',
  typeInLead:
    'One row for each student. Letters (or figures) for options; + right, / nearly, − not right for what was written. The cursor goes on by itself; arrows move, Enter begins the next row.',
  nameOf: (n: number) => `Name of student ${number(n)}`,
  versionOf: (n: number) => `Version of student ${number(n)}`,
  cell: (student: number, question: number) =>
    `Student ${number(student)}, question ${number(question)}`,
  rightOf: (n: number, all: number) => `${number(n)} of ${number(all)}`,
  more: 'Another row',
  toReport: 'To the report',
  question: 'Question',
  right: 'Right',
} as const;
