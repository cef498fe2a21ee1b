/** Text of the statistics: what is recalled, mixed up and predicted, and how the cards and answers are spread. */
import { messages, plural } from './en.ts';
import { statisticsMessages } from './en-statistics.ts';

const { number, cards, days } = messages;
const { percent, reviews } = statisticsMessages;

interface Interval {
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
const between = ({ low, high }: Interval) => `${percent(low)} to ${percent(high)}`;

/** Stability and other lengths of time, in the largest unit that fits. */
const span = (inDays: number) =>
  inDays < 60
    ? days(Math.max(Math.round(inDays), 1))
    : inDays < 700
      ? plural(Math.round(inDays / 30.4), 'month', 'months')
      : plural(Math.round(inDays / 365.25), 'year', 'years');

export const recallMessages = {
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
        ? `Most often you chose “${chosen}” where it was wrong: ${plural(times, 'time', 'times')}.`
        : `Most often you chose “${chosen}” instead of “${right}”: ${plural(times, 'time', 'times')}.`,
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
} as const;

function hourOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function shortSpan(inDays: number): string {
  return inDays < 60 ? `${inDays} d` : inDays < 365 ? `${Math.round(inDays / 30.4)} mo` : '1 y';
}
