/** Text of the statistics and of the knowledge map: a title, one sentence and a table for every figure. */
import { messages } from './en.ts';

const { number, cards, days, date } = messages;
/** The figure and its sign stay on one line. */
const percent = (share: number) => messages.percent(share).replace(' ', '\u00a0');
const rules = new Intl.PluralRules('en');
const count = (n: number, one: string, other: string) =>
  `${number(n)} ${rules.select(n) === 'one' ? one : other}`;
const reviews = (n: number) => count(n, 'review', 'reviews');
const minutes = (n: number) =>
  n > 0 && n < 1 ? 'less than a minute' : messages.minutes(Math.round(n));

interface Interval {
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
const between = ({ low, high }: Interval) => `${percent(low)} to ${percent(high)}`;
const day = (iso: string) => date(iso).replace(/ \d{4}$/, '');

/** Stability and other lengths of time, in the largest unit that fits. */
const span = (inDays: number) =>
  inDays < 60
    ? days(Math.max(Math.round(inDays), 1))
    : inDays < 700
      ? count(Math.round(inDays / 30.4), 'month', 'months')
      : count(Math.round(inDays / 365.25), 'year', 'years');

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

  retention: {
    title: 'How much you recall',
    sentence: (all: Interval, desired: number) =>
      `When a card came back after a day or more, you recalled ${percent(all.share)} of ${reviews(all.of)} (likely ${between(all)}); the schedule aims for ${percent(desired)}.`,
    note: 'Only the first answer of a day counts. Young: a memory that holds less than three weeks; mature: longer.',
    spans: { day: 'By day', week: 'By week', month: 'By month' },
    by: 'Put together',
    from: { day: 'Day', week: 'Week from', month: 'Month' },
    all: 'All',
    young: 'Young',
    mature: 'Mature',
    reviews: 'Reviews',
    range: 'Likely range',
    between,
    cell: ({ share, of }: Interval) => `${percent(share)} of ${number(of)}`,
    none: '–',
  },

  confusions: {
    title: 'What you mix up',
    sentence: (chosen: string, right: string | null, times: number) =>
      right === null
        ? `Most often you chose “${chosen}” where it was wrong: ${count(times, 'time', 'times')}.`
        : `Most often you chose “${chosen}” instead of “${right}”: ${count(times, 'time', 'times')}.`,
    none: 'No wrong option chosen yet.',
    chosen: 'You chose',
    right: 'Right was',
    times: 'Times',
    study: 'Study these cards',
    unknown: 'not answered right yet',
  },

  predictions: {
    title: 'Does the schedule know you?',
    sentence: (predicted: number, recalled: number) => {
      const gap = Math.round(recalled * 100) - Math.round(predicted * 100);
      const what =
        Math.abs(gap) <= 2
          ? 'about as it said'
          : gap > 0
            ? 'more than it said: it is too careful'
            : 'less than it said: it trusts your memory too much';
      return `It predicted that you would recall ${percent(predicted)}, and you recalled ${percent(recalled)}, ${what}.`;
    },
    worth: (scheduler: number, best: number) =>
      scheduler < best
        ? 'Its predictions beat both simple rules: it earns its keep.'
        : 'A simple rule predicts you as well or better: its weights do not fit you yet.',
    few: (of: number, needed: number) =>
      `Too few to judge: ${number(of)} of ${number(needed)} scored reviews.`,
    calibration: 'Predicted against recalled',
    calibrationNote:
      'On the line, prediction and memory agree; above it you recalled more. The bars show how sure the figure is.',
    predicted: 'Predicted',
    recalled: 'Recalled',
    range: 'Likely range',
    reviews: 'Reviews',
    between,
    loss: 'How wrong each way of predicting was',
    lossNote:
      'Log loss over the same reviews, each predicted from the ones before it alone. Less is better; 0 would be certainty that is always right.',
    ways: {
      scheduler: 'The schedule',
      average: 'Always your average so far',
      moving: 'Your average over the last 100',
    },
    way: 'Way of predicting',
    value: 'Log loss',
    lossOf: (value: number) => value.toFixed(3),
  },

  cards: {
    title: 'Your cards',
    sentence: (met: number, median: number) =>
      `Of ${cards(met)} you have met, half hold for ${span(median)} or longer before recall falls to 90 %.`,
    stability: 'How long they hold',
    difficulty: 'How hard they are',
    recall: 'How likely you would recall them today',
    from: 'From',
    count: 'Cards',
    days: (from: number, to: number) =>
      to === Infinity ? `${shortSpan(from)} +` : from === 0 ? '< 1 d' : shortSpan(from),
    daysLong: (from: number, to: number) =>
      to === Infinity
        ? `${span(from)} or more`
        : from === 0
          ? 'less than a day'
          : `${span(from)} to ${span(to)}`,
    difficultyOf: (from: number) => String(from),
    difficultyLong: (from: number, to: number) => `${number(from)} to ${number(to)}`,
    recallOf: (from: number) => `${Math.round(from * 100)} %`,
    recallLong: (from: number, to: number) => `${percent(from)} to ${percent(to)}`,
  },

  answers: {
    title: 'Your answers',
    sentence: (all: number, again: number) =>
      `You graded ${percent(all === 0 ? 0 : again / all)} of ${reviews(all)} as forgotten.`,
    grades: 'Grades',
    stage: 'Memory',
    stages: {
      first: 'First answer',
      'same-day': 'Again on the same day',
      young: 'Young',
      mature: 'Mature',
    },
    hours: 'Hours of the day',
    hoursSentence: (hour: number, share: number) =>
      `Most of your answers fall between ${hourOf(hour)} and ${hourOf((hour + 1) % 24)}: ${percent(share)}.`,
    hour: 'Hour',
    reviews: 'Reviews',
    recalled: 'Recalled',
    hourOf: (hour: number) => hourOf(hour),
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
    facts: (n: number) => count(n, 'fact', 'facts'),
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

function hourOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function shortSpan(inDays: number): string {
  return inDays < 60 ? `${inDays} d` : inDays < 365 ? `${Math.round(inDays / 30.4)} mo` : '1 y';
}
