/** All text of the interface. Plain words, whole sentences; what happened, what is safe, what to do. */

const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** `plural(3, 'card', 'cards')` is `3 cards`. */
export function plural(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}

const dayForms: Readonly<Record<number, Intl.DateTimeFormat>> = {
  4: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' }),
  7: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long' }),
  10: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
};

/**
 * A date of a pack as it is read: `2020`, `2020-11`, `2020-11-09` or a range of two with a slash between.
 *
 * @throws if the text is no such date
 */
function date(iso: string): string {
  const [from = '', to] = iso.split('/');
  const form = dayForms[from.length];
  if (form === undefined) throw new Error(`Not a date: ${iso}`);
  if (to === undefined) return form.format(new Date(from));
  if (to.length === from.length)
    return form.formatRange(new Date(from), new Date(to)).replace(/\s*–\s*/, ' – ');
  return `${date(from)} – ${date(to)}`;
}

export const messages = {
  name: 'Footnote',
  number: (value: number) => numbers.format(value),
  percent: (share: number) => `${numbers.format(Math.round(share * 100))} %`,
  date,
  cards: (count: number) => plural(count, 'card', 'cards'),
  questions: (count: number) => plural(count, 'question', 'questions'),
  minutes: (count: number) => plural(count, 'minute', 'minutes'),
  days: (count: number) => plural(count, 'day', 'days'),

  actions: {
    check: 'Check',
    next: 'Next question',
    reveal: 'Show the answer',
    undo: 'Undo',
    close: 'Close',
    cancel: 'Cancel',
    unknown: 'I don’t know',
  },

  categories: {
    dates: 'Dates',
    actors: 'Actors',
    figures: 'Figures',
    reactions: 'Reactions from abroad',
    events: 'Events',
    places: 'Places',
    agreements: 'Agreements',
    claims: 'Claims',
  },

  question: {
    options: 'Answers',
    recallHint: 'Say the answer to yourself before you look.',
    remembered: 'Did you know it?',
    /** Beside an option once the question is answered. */
    optionRight: 'Right answer',
    optionChosenRight: 'Your answer, and right',
    optionWrong: 'Your answer',
  },

  feedback: {
    right: 'Right',
    slip: 'Right, with a slip in the spelling',
    near: 'Close',
    wrong: 'Not right',
    remembered: 'Remembered',
    forgotten: 'Not yet',
    unknown: 'Now you know',
    answer: 'The answer',
    spelling: 'It is spelled',
    /** What was written may run from right to left: it is kept apart from the sentence around it. */
    youWrote: (text: string) => `You wrote “\u2068${text}\u2069”.`,
    /** What the chosen wrong option really belongs to. */
    belongsTo: (option: string) => `You chose: ${option}`,
    belongsToNotes: 'Where that stands',
    differs: 'The sources differ',
    /** Read out when the question is answered; the verdict is read when the focus comes to it. */
    spoken: (answer: string) => `The answer: ${answer}`,
  },

  deck: {
    due: (count: number) => `${numbers.format(count)} due`,
    fresh: (count: number) => `${numbers.format(count)} not met yet`,
    rested: 'Nothing due',
    mastery: 'Mastery',
  },

  progress: {
    session: 'Progress of this session',
    of: (done: number, all: number) => `${numbers.format(done)} of ${numbers.format(all)}`,
  },
} as const;
