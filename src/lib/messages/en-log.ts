/** Text of the review log: every event in words. */
import { messages } from './en.ts';

const { number, cards, days, date } = messages;

const grades = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' } as const;

export const logMessages = {
  title: 'Review log',
  description: 'Everything you did that matters for learning, and the way to take any of it back.',
  lead: 'Everything you did, the latest first. Whatever you take back counts as if it had never been, and you can put it back at any time.',
  reading: 'Reading the log…',
  unknownYet: '…',
  failed: 'The log could not be read',
  notTakenBack: 'That could not be stored. Nothing was changed.',
  empty: 'Nothing yet. Your first answer will stand here.',
  ofCard: 'Only this card:',
  all: 'Show everything',
  count: (from: number, to: number, all: number) =>
    `${number(from)} to ${number(to)} of ${number(all)}`,
  pages: 'Pages of the log',
  newer: 'Newer',
  older: 'Older',
  takeBack: 'Take back',
  putBack: 'Put back',
  takenBack: 'Taken back',
  /** Read out when it is done. */
  done: { takeBack: 'Taken back.', putBack: 'Put back.' },
  filter: 'This card’s log',
  unknownCard: 'a card of a pack that is not here',
  events: {
    reviewed: (grade: keyof typeof grades) => `Answered: ${grades[grade]}`,
    crammed: (right: boolean) => (right ? 'Practised: right' : 'Practised: not right'),
    suspended: 'Set aside',
    resumed: 'Taken up again',
    buried: (until: string) => `Left until ${date(until)}`,
    forgotten: 'Begun anew',
    flagged: 'Flagged',
    unflagged: 'Flag taken away',
    note: 'Note written',
    noteGone: 'Note taken away',
    settings: 'Settings changed',
    pack: (id: string, version: string) => `Pack ${id}, version ${version}`,
    quiz: (count: number) => `Took ${cards(count)} home from a class quiz`,
    undo: (what: string) => `Took back: ${what}`,
    redo: (what: string) => `Put back: ${what}`,
    undoUnknown: 'Took back something that is not here',
    unknown: (type: string) => `Something that a newer version wrote (${type})`,
  },
  effects: {
    minutes: 'Comes again within the day.',
    days: (count: number, day: string) => `Comes again in ${days(count)}, on ${date(day)}.`,
    anew: 'It is a new card now.',
    moved: (count: number) => `${cards(count)} moved to other days.`,
    practice: 'The schedule stayed as it was.',
  },
  settings: {
    newPerDay: (value: number) => `new cards a day ${number(value)}`,
    reviewsPerDay: (value: number) => `reviews a day ${number(value)}`,
    desiredRetention: (value: number) => `desired recall ${messages.percent(value)}`,
    maximumInterval: (value: number) => `longest interval ${days(value)}`,
    order: 'order of due cards',
    formatPin: 'form of the questions',
    easyWeekdays: 'easy weekdays',
    model: 'weights of the memory model',
    catchUpPerDay: (value: number | null) =>
      value === null ? 'catching up ended' : `catching up at ${number(value)} a day`,
    daysOff: 'days off',
    exam: 'exam date',
    dailyGoal: (value: number | null) =>
      value === null ? 'no daily goal' : `daily goal ${number(value)}`,
    other: 'other settings',
  },
} as const;
