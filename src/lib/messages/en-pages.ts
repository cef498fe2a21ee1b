/** Text of the pages around the questions; the larger pages have files of their own, loaded with them. */
import { messages } from './en.ts';

const { cards, minutes, number, questions } = messages;

export const pageMessages = {
  title: (page: string) => `${page} · Footnote`,
  description:
    'Learn what the reports say, and see under every answer which report says so, where, and on whose word.',

  navigation: {
    label: 'Pages',
    skip: 'Skip to the content',
    today: 'Today',
    decks: 'Decks',
    library: 'Library',
    statistics: 'Progress',
    classroom: 'Class',
    settings: 'Settings',
  },

  starting: 'Opening your cards…',

  update: {
    title: 'A newer version of Footnote is here',
    text: 'It takes a second, and nothing that you learned is touched.',
    apply: 'Use it now',
  },

  failure: {
    notFound: {
      title: 'There is no such page',
      text: 'The address may be old or mistyped. Everything you learned is where it was.',
    },
    page: {
      title: 'This page could not be shown',
      text: 'Something went wrong on our side. Everything you learned is where it was.',
    },
    home: 'Go to Today',
    again: 'Try again',
    pack: {
      title: 'The cards could not be loaded',
      text: 'On a first visit Footnote needs a network once. What you learned is safe on this device.',
    },
    storage: {
      title: 'Your answers cannot be stored here',
      blocked:
        'Another tab holds an older version of Footnote open. Close the other tabs and try again.',
      outdated: 'A newer version of Footnote is open in another tab. Load this page again.',
      unavailable:
        'The browser gives this page no storage, as some private windows do. Open Footnote in an ordinary window.',
      full: 'The device is full. Free some space, or save a backup first; the answer on the screen is not stored yet.',
      failed:
        'The browser’s database gave an error. Load the page again; what was stored before is untouched.',
    },
    notSaved: 'This answer is not stored yet',
  },

  today: {
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
          ? 'You have seen every card that is planned for now.'
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
  },

  decks: {
    title: 'Decks',
    lead: 'Choose what to study. Due cards come first, then new ones.',
    everything: 'Everything',
    by: { category: 'By category', episode: 'By episode', source: 'By report' },
  },
} as const;
