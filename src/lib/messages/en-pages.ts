/** Text of the pages around the questions. */
import { messages } from './en.ts';

const { cards, minutes, number, questions } = messages;

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export const pageMessages = {
  title: (page: string) => `${page} · Footnote`,
  description:
    'Learn what the reports say, and see under every answer which report says so, where, and on whose word.',

  navigation: {
    label: 'Pages',
    skip: 'Skip to the content',
    today: 'Today',
    decks: 'Decks',
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
    packSize: (facts: number, sources: number) =>
      `${number(facts)} facts from ${number(sources)} reports`,
  },

  decks: {
    title: 'Decks',
    lead: 'Choose what to study. Due cards come first, then new ones.',
    everything: 'Everything',
    by: { category: 'By category', episode: 'By episode', source: 'By report' },
  },

  study: {
    title: 'Study',
    leave: 'Leave the session',
    undo: 'Undo the last answer',
    empty: {
      title: 'Nothing to ask in this deck now',
      text: 'Its cards are resting. They come back on the day they are due.',
      back: 'Back to the decks',
    },
    saving: 'Storing your answer…',
    retry: 'Store it again',
    next: 'Next question',
    comesAgain: (when: string) => `Comes again in ${when}`,
    change: 'Change',
    finish: 'Finish',
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
  },

  settings: {
    title: 'Settings',
    saved: 'Saved.',
    notSaved: 'The setting could not be stored',
    learning: 'Learning',
    newPerDay: 'New cards a day',
    newPerDayHint: 'Each new card brings about eight reviews in its first weeks. 0 to 9,999.',
    retention: 'Desired recall when a card comes back, in per cent',
    retentionHint: 'Higher means shorter intervals and more work a day. 70 to 99.',
    format: 'Form of the questions',
    formats: {
      automatic: 'By how well I know the card',
      choice: 'Always choose from options',
      typed: 'Always type the answer',
      recall: 'Always recall, then grade myself',
    },
    outOfRange: (least: number, most: number) =>
      `Write a number from ${number(least)} to ${number(most)}.`,
    appearance: 'Appearance',
    theme: 'Colours',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    backup: 'Backup',
    backupLead:
      'Everything you learned lies in this browser, on this device, and nowhere else. Browsers may delete it when space runs out or after weeks without a visit: keep a file.',
    save: 'Save a backup file',
    savedFile: (events: number) => `Saved: ${number(events)} events.`,
    restore: 'Add a backup file',
    restoreHint: 'It is merged with what is here; nothing is overwritten.',
    restoring: 'Reading the file…',
    restored: (added: number, known: number) =>
      `${number(added)} events added, ${number(known)} were here already.`,
    restoredPartly: (lines: number) =>
      `${number(lines)} damaged lines could not be read; everything else was taken over.`,
    damagedLine: (line: number, reason: string) => `Line ${number(line)}: ${reason}`,
    cancelled: 'Stopped. What was added so far stays, and adding the file again does no harm.',
    notRestored: 'That did not work',
    issues: {
      'not-a-backup': 'not a line of a Footnote backup',
      'later-format': 'written by a newer version of Footnote: update the app and try again',
      damaged: 'damaged',
      'too-long': 'longer than any line of a backup',
      'too-many': 'more lines than any backup has',
      'unknown-kind': 'of a kind that this version does not know',
      'not-an-event': 'not a complete event',
      'same-id': 'contradicts an earlier line',
      'no-end': 'the file ends too early',
      'not-whole': 'lines are missing, doubled or in another order',
    },
    notABackup: 'This file is no Footnote backup. Nothing was changed.',
    stored: (events: number) => `${number(events)} events in the log.`,
    profile:
      'One browser profile is one learner. Two people share a device best with two profiles.',
    about: 'About',
    gallery: 'For developers: the gallery',
    version: (version: string) => `Version ${version}`,
    privacy:
      'No account, no analytics, no server that knows you. Nothing leaves this device unless you save a file.',
    licence: 'Code under MIT, packs under CC BY 4.0.',
  },

  moment: (at: number) => moment.format(at),
} as const;
