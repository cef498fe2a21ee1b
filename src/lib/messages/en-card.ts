/** What may be done to a card beside answering it, and what is said about it. Loaded when it is needed. */
import { messages } from './en.ts';

const { number, date } = messages;

export const noteMessages = {
  label: 'Your note',
  keep: 'Keep the note',
} as const;

export const cardMessages = {
  menu: {
    title: 'This card',
    acts: {
      bury: { label: 'Leave it for tomorrow', hint: 'It is not asked again today.' },
      suspend: { label: 'Set it aside', hint: 'It is not asked again until you take it up.' },
      forget: {
        label: 'Let it begin anew',
        hint: 'It becomes a new card. Your earlier answers stay in the review log.',
      },
      flag: { label: 'Flag it', hint: 'To find it again among your cards.' },
      unflag: { label: 'Take the flag away', hint: 'It is flagged now.' },
    },
    redo: { label: 'Redo', hint: 'Puts back what you took back last.' },
    hidden: 'Your note is shown after the answer.',
    log: 'What you did with this card',
    cards: 'Cards set aside, flagged and with a note',
  },
  done: {
    bury: 'Left for tomorrow. Undo takes that back.',
    suspend: 'Set aside. Undo takes that back.',
    forget: 'The card begins anew. Undo takes that back.',
    flag: 'Flagged.',
    unflag: 'The flag is gone.',
    note: 'Note kept.',
    redo: 'Put back.',
    failed: 'That could not be stored. Nothing was changed.',
  },
  practised: 'Practice: this answer moves nothing in your schedule.',
  leech: {
    title: 'This one keeps slipping away',
    text: (lapses: number) =>
      `You have forgotten it ${number(lapses)} times. That happens to everybody with some cards, often because another card is too like it. You can set it aside without losing anything, or read its footnote once more and keep it.`,
    suspend: 'Set it aside',
    keep: 'Keep it',
    suspended: 'Set aside. You find it again under Decks.',
  },
  corrected: {
    title: (on: string) => `Corrected on ${date(on)}`,
    asked: 'You answered this card before the correction. What is right now may differ.',
    because: (because: string) => `Corrected because ${because}`,
  },
} as const;
