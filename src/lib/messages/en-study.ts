/** Text of the study page. */

export const studyMessages = {
  title: 'Study',
  leave: 'Leave the session',
  undo: 'Undo the last answer',
  empty: {
    title: 'Nothing to ask in this deck now',
    text: 'Its cards are resting. They come back on the day they are due.',
    back: 'Back to the decks',
  },
  retry: 'Store it again',
  backup: 'Save a backup file',
  next: 'Next question',
  comesAgain: (when: string) => `Comes again in ${when}`,
  change: 'Change',
  more: 'Study more',
  done: 'Back to Today',
  undone: 'The last answer is taken back.',
  help: 'Keys',
  keys: [
    { keys: '1 – 4', does: 'choose an answer or a grade' },
    { keys: 'Enter, Space', does: 'check, show, go on' },
    { keys: 'U', does: 'take the last answer back' },
    { keys: '?', does: 'show this list' },
  ],
} as const;
