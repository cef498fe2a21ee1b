/** Text of the chapters of a pack, each under its own name. */
import { messages, plural } from './en.ts';

const { number } = messages;

export const chapterMessages = {
  introduction: {
    reports: 'The reports',
    words: 'Words',
    wordsLead: 'These words are explained by a tap wherever they are underlined with dots.',
    outside: 'Not from these documents',
    outsideLead:
      'No report of this pack says what follows. Each sentence was looked up elsewhere; nothing here is ever asked.',
    background: 'Background',
    since: 'What has changed since',
    contested: 'What is contested',
    contestedLead:
      'On these points a question always names who says so. Words that take a side stand only in quotation marks, with their speaker.',
    reference: 'Reference',
    accessed: (date: string) => `looked up on ${date}`,
    licence: (licence: string, version: string) => `Version ${version}, ${licence}.`,
  },

  timeline: {
    all: 'All years',
    zoom: 'Zoom',
    zoomLead: 'Choose a year, then a month, then a day.',
    stops: 'Parts of this time',
    gap: (size: number, unit: 'year' | 'month' | 'day') =>
      ({
        year: plural(size, 'year', 'years'),
        month: plural(size, 'month', 'months'),
        day: plural(size, 'day', 'days'),
      })[unit],
    events: (n: number) => plural(n, 'entry', 'entries'),
    only: {
      year: 'Only the year is told',
      month: 'Only the month is told',
    },
    undated: 'Without a date in the reports',
    undatedLead: 'The reports tell these without a day, month or year.',
    steps: 'In this order, by the reports’ own word:',
    unordered: 'In no order that the reports tell:',
    study: 'Study these',
    empty: 'The reports tell of nothing at that time.',
  },

  names: {
    shelves: {
      people: 'People',
      states: 'States',
      bodies: 'Bodies and groups',
      places: 'Places',
      things: 'Events, agreements, things',
    },
    types: {
      person: 'Person',
      state: 'State',
      body: 'Body or group',
      place: 'Place',
      event: 'Event',
      agreement: 'Agreement',
      thing: 'Thing',
    },
    also: 'Also found as',
    offices: 'Offices',
    office: (title: string, of: string | null, isFormer: boolean) =>
      `${isFormer ? 'former ' : ''}${title}${of === null ? '' : `, ${of}`}`,
    asOf: (dates: string) => `as of ${dates}`,
    of: 'Belongs to',
    partOf: 'Part of',
    standsFor: 'Stands for',
    belonging: 'Belonging to it',
    confused: 'Not to be confused with',
    positions: 'Its positions where accounts differ',
    parts: {
      held: 'Office',
      said: 'Said',
      did: 'Took part in',
      addressed: 'Was addressed',
      about: 'What was said and agreed about it',
      counted: 'Counted',
      placed: 'Where this was',
      related: 'Related',
    },
    nothing: 'No fact of this pack speaks of it.',
  },

  acts: {
    demand: 'demanded',
    condemn: 'condemned',
    concern: 'voiced concern',
    call: 'appealed',
    support: 'voiced support',
    deny: 'denied',
    thank: 'thanked',
    accuse: 'accused',
    announce: 'announced',
    offer: 'offered',
    request: 'requested',
    assert: 'said',
  },

  reactions: {
    lead: 'Each statement that the reports tell, by what it is about. Reactions from abroad come first; silence in the reports does not mean that somebody was silent.',
    overview: 'Overview',
    from: 'Who',
    abroad: 'From abroad',
    parties: 'The parties themselves',
    none: 'nothing told',
    unnamed: 'Somebody not named',
    otherwise: 'On other matters',
    inTheWordsOf: (name: string) => `in the words of ${name}`,
    by: (reports: string) => `Told by ${reports}`,
  },

  places: {
    lead: 'Land and names only: some borders here are disputed, and none is drawn.',
    map: (title: string) => `Map: ${title}`,
    none: 'This pack has no map.',
    failed: 'The map could not be loaded. On a first visit it needs a network once.',
    points: 'Points on the map',
    inside: 'Within these places',
    insideOf: (name: string) => `in ${name}`,
    elsewhere: 'Not on the map',
    position: (north: string, east: string) => `${north}° N, ${east}° E, after`,
    credit: 'Land: Natural Earth, public domain.',
    also: (name: string) => `also ${name}`,
  },

  figures: {
    lead: 'Lines are drawn to scale within one group, and only where lengths can be compared.',
    shares: 'Shares',
    spans: 'Spans of time',
    others: 'Other numbers',
    deaths: 'The dead, the wounded and the missing',
    deathsLead:
      'Each side counts its own, and in its own words. These numbers are given and not drawn.',
    word: (name: string) => `On the word of ${name}`,
    own: 'In the reports’ own words',
    asOf: (date: string) => `as of ${date}`,
    of: (base: string) => `of ${base}`,
    qualifiers: { exact: '', about: 'about ', at_least: 'at least ' },
    range: (from: string, to: string) => `${from} to ${to}`,
  },

  comparisons: {
    lead: 'A point on which reports or parties differ, or only seem to.',
    verdicts: {
      compatible: 'Both can be true',
      disputed: 'They contradict each other',
      unclear: 'The reports do not settle it',
    },
    position: (n: number) => `Position ${number(n)}`,
    reader: 'What a fair reader may say',
    about: 'The facts concerned',
    on: (point: string) => `On ${point}`,
  },

  sources: {
    lead: 'What each report is, how we know its date, and from where it looks.',
    date: 'Date',
    perspective: 'Perspective',
    authors: 'By',
    shared: 'Word for word elsewhere',
    sharedWith: (paragraphs: string, source: string) =>
      `Paragraph ${paragraphs} stands in ${source} too. Two reports, one witness.`,
    taken: 'What the pack takes from it, by paragraph',
    paragraph: (n: number) => `Paragraph ${number(n)}`,
    leftOut: 'Left out on purpose',
    leftOutOf: (paragraphs: string) => `Paragraph ${paragraphs}`,
    study: 'Study this report',
  },
} as const;
