/** Text of the library’s front page, its search, and what all its chapters share. */
import { plural } from './en.ts';

export const libraryMessages = {
  title: 'Library',
  lead: 'The packs as something to read. Every sentence leads to its footnotes.',
  contents: 'Contents',
  facts: (n: number) => plural(n, 'fact', 'facts'),
  reports: (n: number) => plural(n, 'report', 'reports'),
  chapters: {
    introduction: {
      title: 'Introduction',
      about: 'What the reports are, what they leave out, what has changed since',
    },
    timeline: { title: 'Timeline', about: 'What happened when, from years to the steps of a day' },
    names: { title: 'People and bodies', about: 'Who was who, in which office, on which day' },
    reactions: { title: 'Reactions', about: 'Who responded to what, and in whose words' },
    places: { title: 'Places', about: 'A map with land and names, and no border' },
    figures: { title: 'Figures', about: 'Numbers with their unit, on whose word, as of when' },
    comparisons: {
      title: 'Comparisons',
      about: 'Where reports or parties differ, side by side, and what a fair reader may say',
    },
    sources: { title: 'Sources', about: 'The reports, their perspective, paragraph by paragraph' },
    facts: { title: 'All facts', about: 'Every sentence of the pack, by episode' },
  },

  back: 'Library',
  before: 'Before this',
  next: 'Next',
  notFound: {
    title: 'There is no such entry',
    text: 'It may have been taken out of the pack, or the address is mistyped.',
    back: 'To the contents',
  },

  search: {
    label: 'Search the library',
    hint: 'Names in any spelling, words, numbers. A slip or two does no harm.',
    found: (n: number) => plural(n, 'entry found', 'entries found'),
    none: 'Nothing found. Another spelling, or one word less?',
    kinds: {
      fact: 'Fact',
      name: 'Name',
      comparison: 'Comparison',
      source: 'Report',
      term: 'Glossary',
      outside: 'Not from these documents',
    },
  },
} as const;

export type Chapter = keyof typeof libraryMessages.chapters;
