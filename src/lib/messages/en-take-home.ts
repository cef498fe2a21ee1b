/** Text of taking home what was missed in class. */
import { messages } from './en.ts';

export const takeHomeMessages = {
  title: 'Take it home',
  lead: 'What you missed in class becomes due here. Scan the code, open the link, or type the short code.',
  code: 'Short code',
  codeHint: 'Letters and figures, with or without hyphens',
  open: 'Look it up',
  add: 'Make them due',
  found: (n: number) => `${messages.cards(n)} from your class`,
  missing: (n: number) => `${messages.cards(n)} of it are not in the packs of this device.`,
  done: (n: number) => `${messages.cards(n)} are due today`,
  doneText: 'They come among your other cards. What you did in class counts for nothing here.',
  study: 'Study now',
  notStored: 'This could not be stored. Nothing is lost: try again.',
  problems: {
    empty: 'Write the code from the screen.',
    mistyped: 'A character is wrong or missing. Compare it with the screen.',
    newer: 'This code was made with a later version of Footnote.',
    'other-pack':
      'It belongs to a pack, or a version of it, that is not here. Use the link instead.',
  },
  none: 'None of these cards is in the packs of this device.',
} as const;
