/** Text of the first page. */
import { messages } from './en.ts';

const { cards, minutes, number, questions } = messages;

export const todayMessages = {
  title: 'Today',
  due: (count: number) => (count === 1 ? 'card due' : 'cards due'),
  fresh: (count: number) => (count === 1 ? 'new card' : 'new cards'),
  start: 'Study',
  goOn: 'Go on with your session',
  left: (count: number) => `${questions(count)} left`,
  about: (count: number) => `About ${minutes(count)}`,
  size: 'How many',
  sizes: { 10: '10', 20: '20', all: 'All' },
  done: {
    title: 'Nothing is due',
    beside: 'Nothing else is due',
    text: (day: string | null) =>
      day === null
        ? 'You have met every card that is planned for now.'
        : `The next cards are due ${day}.`,
    later: (count: number) => `${cards(count)} in their first steps come back later today.`,
    more: 'Look through the decks',
  },
  on: (days: number) => (days === 1 ? 'tomorrow' : `in ${messages.days(days)}`),
  welcome: {
    title: 'News, with its footnotes',
    lead: 'Footnote asks you about what the reports say. Under every answer it prints the footnote: which report says so, in which paragraph, on whose word, and where the reports disagree.',
    start: 'Answer the first question',
    offline: 'No account. After this visit it works without a network.',
    restore: 'You have a backup from another device?',
    restoreLink: 'Restore it',
  },
  pack: 'The pack',
  packAbout: 'About these reports',
  packRead: 'Read it in the library',
  packSize: (facts: number, sources: number) =>
    `${number(facts)} facts from ${number(sources)} reports`,
} as const;
