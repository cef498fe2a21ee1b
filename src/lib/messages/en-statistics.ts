/** Text of the statistics, but for what is recalled, and of the knowledge map: a title, one sentence and a table for every figure. */
import { messages, plural } from './en.ts';

const { number, cards, days, date } = messages;
/** The figure and its sign stay on one line. */
const percent = (share: number) => messages.percent(share).replace(' ', '\u00a0');
const reviews = (n: number) => plural(n, 'review', 'reviews');
const minutes = (n: number) =>
  n > 0 && n < 1 ? 'less than a minute' : messages.minutes(Math.round(n));

const day = (iso: string) => date(iso).replace(/ \d{4}$/, '');

export const statisticsMessages = {
  title: 'Progress',
  description: 'What you know, what it costs, and whether the schedule keeps its word.',
  reviews,
  minutes,
  percent,
  table: 'The figures as a table',
  chartOf: (title: string) => `Chart: ${title}`,
  reading: (done: number, all: number) => `Reading your answers: ${number(done)} of ${number(all)}`,
  readingLabel: 'Reading your answers',
  failed: 'Your answers could not be read',
  tooFew: (of: number, needed: number) =>
    `Too few to say: ${reviews(of)} so far, and a share means something from about ${number(needed)}.`,

  empty: {
    title: 'Nothing to count yet',
    lead: 'After your first answers this page shows:',
    list: [
      'how much you did, and what falls due in the coming weeks',
      'which topics and which paragraphs of each report you could retell today',
      'how much you recall when a card comes back, and which answers you mix up',
      'whether the schedule predicts your memory better than a plain average does',
    ],
    start: 'Study',
  },

  today: {
    title: 'Today',
    sentence: (n: number, took: number, left: number) =>
      n === 0
        ? `Nothing answered yet today; ${left === 0 ? 'nothing is due' : `${cards(left)} ${left === 1 ? 'is' : 'are'} due`}.`
        : `${reviews(n)} in ${minutes(took)}; ${left === 0 ? 'nothing is left to do' : `${cards(left)} ${left === 1 ? 'is' : 'are'} still due`}.`,
    reviews: 'Reviews',
    minutes: 'Minutes',
    fresh: 'New cards',
    recalled: 'Recalled',
    recalledOf: (hits: number, of: number) => `${number(hits)}/${number(of)}`,
    crammed: 'Practised',
  },

  forecast: {
    title: 'What is coming',
    sentence: (backlog: number, week: number, busiest: { day: string; due: number } | null) =>
      [
        backlog > 0
          ? `${cards(backlog)} ${backlog === 1 ? 'is' : 'are'} overdue.`
          : 'Nothing is overdue.',
        `In the next seven days ${week === 0 ? 'no card falls' : week === 1 ? '1 card falls' : `${number(week)} cards fall`} due`,
        busiest === null
          ? '.'
          : `; the fullest day of the month is ${day(busiest.day)} with ${number(busiest.due)}.`,
      ]
        .join(' ')
        .replace(/ ([.;])/, '$1'),
    note: 'Of cards you have met. New cards, and cards that come back sooner because they were forgotten, are not in it.',
    day: 'Day',
    due: 'Cards due',
    overdue: 'Overdue',
    later: 'Later',
    today: 'Today',
    short: (iso: string) => day(iso).replace(/ (\w{3})\w*$/, ' $1'),
  },

  activity: {
    title: 'Your year',
    sentence: (studied: number, total: number, took: number) =>
      `In the past year you studied on ${days(studied)}: ${reviews(total)} in ${minutes(took)}.`,
    month: 'Month',
    studied: 'Days studied',
    reviews: 'Reviews',
    crammed: 'Practised',
    minutes: 'Minutes',
    byDay: 'Day by day',
    day: 'Day',
    dayMinutes: (n: number) => (n > 0 && n < 0.5 ? '< 1' : number(Math.round(n))),
    note: 'A square is a day: the larger, the more answers, practice included.',
    weekdays: ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'],
    shortMonth: (month: string) => date(month).slice(0, 3),
  },

  mastery: {
    title: 'What you know',
    sentence: (share: number, met: number, all: number) =>
      `If you were asked everything today, you would recall about ${percent(share)}: you have met ${number(met)} of ${cards(all)}.`,
    category: 'By category',
    episode: 'By episode',
    importance: 'By importance',
    importances: { 3: 'Essential', 2: 'Important', 1: 'Good to know' } as Readonly<
      Record<string, string>
    >,
    of: (met: number, all: number) => `${number(met)} of ${number(all)} met`,
    group: 'Cards',
    share: 'Recalled today',
    met: 'Met',
  },

  sources: {
    title: 'The reports, line by line',
    lead: 'Each line is a paragraph; the stronger it is drawn, the more of it you could retell today.',
    open: 'Open the knowledge map',
  },

  export: {
    title: 'Take it with you',
    lead: 'One line for every review, for a spreadsheet or another program. Nothing leaves this device.',
    save: 'Save the reviews as CSV',
    working: 'Writing the table',
    saved: (n: number) => `Saved: ${reviews(n)}.`,
    notSaved: 'The table could not be written',
    print: 'Print this page',
  },

  map: {
    title: 'Knowledge map',
    description: 'Each report as a page of lines, shaded by what you could retell today.',
    lead: 'Each line is a paragraph of a report in our own few words: what that report says, or whom it lets speak. The figure is the share of its questions that you would likely answer today. Open a line for its facts.',
    back: 'Progress',
    sources: 'By report',
    timeline: 'By time',
    paragraph: (n: number) => `¶ ${n}`,
    /** Months by three letters, to fit the margin: `9 Nov 2020`. */
    shortDate: (iso: string) => date(iso).replace(/(\p{L}{3})\p{L}+/gu, '$1'),
    undated: 'No date',
    more: (n: number) => `and ${number(n)} more`,
    facts: (n: number) => plural(n, 'fact', 'facts'),
    share: (share: number) => percent(share),
    unmet: 'not met',
    unasked: 'not asked',
    leftOut: 'left out',
    legend: 'Shades',
    shades: {
      unmet: 'not met yet',
      faint: 'under 40 %',
      half: '40 to 70 %',
      most: '70 to 90 %',
      sure: 'over 90 %',
    },
    whole: (share: number) => `You could retell about ${percent(share)} of it today.`,
    study: 'Study these',
    practise: 'Practise these',
    resting: 'Nothing of it is due.',
  },
} as const;
