/** Text of a session that is not seen at its beginning. */

export const sessionMessages = {
  empty: {
    title: 'Nothing to ask in this deck now',
    text: 'Its cards are resting. They come back on the day they are due.',
    back: 'Back to the decks',
  },
  retry: 'Store it again',
  backup: 'Save a backup file',
  readMore: 'Read more in the library, or report a mistake',
  comesAgain: (when: string) => `Comes again in ${when}`,
  change: 'Change',
  more: 'Study more',
  done: 'Back to Today',
  help: 'Keys',
  keys: [
    { keys: '1 – 4', does: 'choose an answer or a grade' },
    { keys: 'Enter, Space', does: 'check, show, go on' },
    { keys: 'U', does: 'take back what you did last' },
    { keys: 'R', does: 'redo it' },
    { keys: 'M', does: 'set the card aside, flag it, let it begin anew' },
    { keys: '?', does: 'show this list' },
  ],
} as const;
