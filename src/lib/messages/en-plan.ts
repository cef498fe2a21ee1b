/** Text of the plan page. */
import { messages } from './en.ts';

const { cards, date, days, number, percent } = messages;

const answers = (count: number) => (count === 1 ? '1 answer' : `${number(count)} answers`);
/** One decimal below ten, whole minutes above. */
const minutes = (count: number) =>
  number(count < 9.95 ? Math.round(count * 10) / 10 : Math.round(count));

export const planMessages = {
  title: 'Plan',
  description:
    'What your cards will ask of you, and the ways to steer it: an exam, a break, a goal.',
  lead: 'What is to come, and how to steer it. Forecasts come from trial runs of your own cards; nothing moves unless you say so.',
  reading: 'Reading your answers…',
  reckoning: 'Reckoning…',
  saved: 'Saved. The review log can take it back.',
  notSaved: 'That could not be stored',
  minutes,
  set: 'Set',
  remove: 'Remove',
  choose: 'Choose',
  chosen: 'in use',

  habits: {
    title: 'Every day',
    streak: (count: number) => (count === 0 ? 'No streak yet' : `${days(count)} in a row`),
    longest: (count: number) => `The longest so far: ${days(count)}.`,
    today: {
      done: 'Today is done.',
      open: 'Nothing answered yet today.',
      risk: 'Nothing answered yet today, and a day was missed this week: today keeps the streak.',
    },
    rule: 'A day counts with one answer. One missed day a week is forgiven, and days off never count against you.',
    goal: 'Answers a day to aim at',
    goalHint: 'Empty for none.',
    goalRange: 'Write a whole number from 1 to 9,999, or nothing.',
    goalLabel: 'Answers today',
    ofGoal: (done: number, goal: number) => `${number(done)} of ${answers(goal)} today`,
    goalReached: 'Goal reached.',
    badge: (due: number) => `The icon of the installed app shows what is due: ${number(due)}.`,
    noBadge: 'This browser puts no numbers on app icons.',
  },

  catchUp: {
    title: 'After a break',
    none: 'Nothing has piled up.',
    backlog: (count: number) =>
      `${cards(count)} ${count === 1 ? 'is' : 'are'} due. Work them off so many a day; nothing is hidden, and no card is moved.`,
    active: (perDay: number) =>
      `You are catching up at ${number(perDay)} a day. New cards wait until nothing is left over.`,
    caption: 'How long the backlog takes',
    head: ['Cards a day', 'Minutes a day', 'Clear by', 'Forgotten again'],
    clear: (perDay: number, day: string) => `Clear by ${date(day)} at ${number(perDay)} a day.`,
    never: 'not within six months',
    order: 'What is asked first follows your order of due cards in',
    orderLink: 'Settings',
    stop: 'Stop catching up',
  },

  exam: {
    title: 'Know it by a date',
    deck: 'Deck',
    everything: 'Everything',
    day: 'Day',
    pastDay: 'Choose a day from today on.',
    at: (deck: string, day: string, left: number) =>
      left === 0
        ? `${deck}, today, ${date(day)}.`
        : `${deck}, by ${date(day)}: ${days(left)} left.`,
    over: (deck: string, day: string) => `${deck}, ${date(day)}: that day has passed.`,
    recall: (share: number) => `You would know ${percent(share)} of it that day.`,
    caption: 'What you would know on the day',
    head: ['If you', 'You would know', 'Cards not met yet'],
    stopped: 'stop today',
    usual: (perDay: number) => `go on, ${number(perDay)} new a day`,
    planned: (perDay: number) => `follow the plan, ${number(perDay)} new a day`,
    daysCaption: 'The plan, day by day',
    daysHead: ['Day', 'New', 'Reviews', 'Minutes'],
    show: 'Day by day',
    take: (perDay: number) => `Set new cards a day to ${number(perDay)}`,
    alone: 'Reckoned for this deck alone, studied every day but days off.',
    study: 'Study this deck',
    cram: 'Go through it once more, out of turn',
  },

  retention: {
    title: 'How much to remember',
    now: (share: number) =>
      `Cards come back when about ${percent(share)} of them are still known. More costs time.`,
    work: 'Work out what each costs',
    caption: 'The price of remembering more',
    head: ['Recall aimed at', 'Minutes a day, first week', 'In three months', 'Known in four'],
    reading: (share: number, now: number, later: number) =>
      `At ${percent(share)}: ${minutes(now)} minutes a day in the first week, ${minutes(later)} in three months.`,
    how: 'The first week counts the cards moved to their new days. With all your cards, your pace and your way of grading.',
    weekdays: 'Easy weekdays stand in',
  },

  holiday: {
    title: 'Days off',
    lead: 'Cards keep away from these days where their spacing allows it.',
    from: 'First day',
    to: 'Last day',
    wrong: 'The last day comes after the first, and not more than a year after.',
    range: (from: string, to: string) => (from === to ? date(from) : `${date(from)} – ${date(to)}`),
    effect: (due: number, moved: number, left: number) =>
      due === 0
        ? 'No card is due on these days.'
        : `${cards(due)} ${due === 1 ? 'is' : 'are'} due on these days: ${number(moved)} can move, ${number(left)} must wait.`,
    cost: (left: number, back: string, onTime: number, later: number) =>
      `On ${date(back)} ${cards(left)} more ${left === 1 ? 'waits' : 'wait'} for you, and you will know about ${percent(later)} of them instead of ${percent(onTime)}.`,
    take: 'Take these days off',
    taken: 'Taken so far',
    none: 'None yet.',
  },

  weights: {
    title: 'A schedule fitted to you',
    lead: 'The memory model has 21 weights. Trained on your own answers it may foretell better what you forget.',
    download:
      'The first time, 0.4 MB are fetched; after that it needs no network. Your answers stay on this device.',
    items: (count: number) => `${number(count)} ${count === 1 ? 'answer' : 'answers'} to train on.`,
    tooFew: (count: number, least: number) =>
      `${number(count)} of ${number(least)} answers that are needed: until then the standard weights are the better guess.`,
    standard: 'In use: the standard weights.',
    trained: 'In use: weights trained on your answers.',
    train: 'Train',
    training: 'Training',
    step: (done: number, total: number) => `${number(done)} of ${number(total)} trainings done`,
    better: 'The trained weights foretell better.',
    noBetter: 'No better than what you have. Nothing was changed.',
    caption: 'How far off the forecasts were (log loss; less is better)',
    head: ['Tried on', 'In use', 'Standard', 'Trained'],
    window: (from: number, to: number) => `answers ${number(from)} to ${number(to)}`,
    mean: 'mean',
    inSample: 'all, as seen in training',
    rule: 'Five times trained on older answers and tried on newer ones. They are offered only if the mean is better than both others, and in at least four of the five trials.',
    loss: (value: number) => value.toFixed(4),
    effect: (moved: number, before: number, after: number) =>
      `${cards(moved)} ${moved === 1 ? 'moves' : 'move'}, due today ${number(before)} → ${number(after)}.`,
    move: 'Use them and move the cards',
    leave: 'Use them, leave the cards',
    refuse: 'Leave everything as it is',
    inUse: 'The trained weights are in use.',
    takeBack: 'Take them back',
    takenBack: 'Taken back: everything is as it was.',
    failed: {
      'not-loaded': 'The training program could not be loaded. The first time it needs a network.',
      'not-trained': 'The training did not come to an end. Nothing was changed.',
      cancelled: 'Stopped. Nothing was changed.',
    },
  },

  reminder: {
    title: 'A reminder',
    lead: 'A web app that is closed cannot ring reliably without a server, and Footnote has none. Your calendar can.',
    time: 'Time',
    save: 'Save a calendar file',
    hint: 'Open the file with your calendar. It rings every day at this hour, wherever you are, but not on your days off; a newer file takes its place.',
    event: 'Footnote: today’s cards',
    text: 'A few minutes now keep what you learned.',
    until: 'Until the day of your exam.',
    file: 'footnote-reminder.ics',
    wrong: 'Choose a time.',
  },

  today: {
    streak: (count: number) => `${days(count)} in a row`,
    goal: (done: number, goal: number) => `${number(done)} of ${answers(goal)} today`,
    waiting: (count: number) =>
      `${cards(count)} more ${count === 1 ? 'waits' : 'wait'} for another day`,
    plan: 'Plan',
    /** Before the link, where there is nothing else to say. */
    planned: 'Goal, exam, days off:',
  },
} as const;
