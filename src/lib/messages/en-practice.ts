/** Text about practising out of turn. */

export const practiceMessages = {
  offer: 'You may practise anyway. It leaves your schedule as it is.',
  mode: 'What to do with a deck',
  modes: { study: 'Study', ahead: 'Practise ahead', cram: 'Cram' },
  hints: {
    study: 'Due cards first, then new ones.',
    ahead: 'Cards that are not due yet, the next first. Your schedule stays as it is.',
    cram: 'All cards of the deck, the weakest first. Your schedule stays as it is.',
  },
  kinds: {
    ahead: { label: 'Practise ahead' },
    cram: { label: 'Cram all cards' },
  },
} as const;
