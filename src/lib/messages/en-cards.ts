/** Text of the page of cards that were set aside or flagged. */
import { messages } from './en.ts';

export const cardsMessages = {
  title: 'Cards set aside, flagged and with a note',
  description:
    'Cards that you set aside, left for tomorrow, flagged or wrote a note on, and those that keep slipping away.',
  empty:
    'There are none. While you study, the menu of a card lets you set it aside, flag it or write a note.',
  failed: 'That could not be stored',
  groups: {
    suspended: { title: 'Set aside', action: 'Take it up again' },
    buried: { title: 'Left for another day', action: 'Ask it today' },
    flagged: { title: 'Flagged', action: 'Take the flag away' },
    leeches: { title: 'Keep slipping away', action: 'Set it aside' },
    noted: { title: 'With a note', action: null },
  },
  lapses: (count: number) => `forgotten ${messages.number(count)} times`,
  until: (day: string) => `until ${messages.date(day)}`,
  unknown: 'A card of a pack that is not here',
  log: 'Review log',
} as const;
