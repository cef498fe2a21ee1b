/** Text that stands on many pages; what belongs to one page has a file of its own, loaded with it. */
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

  decks: {
    title: 'Decks',
    lead: 'Choose what to study. Due cards come first, then new ones.',
    everything: 'Everything',
    by: { category: 'By category', episode: 'By episode', source: 'By report' },
  },
} as const;
