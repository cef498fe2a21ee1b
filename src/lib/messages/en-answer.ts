/** Text that follows an answer: its footnote, its grade, and the summary at the end. */
import { messages } from './en.ts';

export const answerMessages = {
  footnote: {
    title: 'Where this comes from',
    unnamed: 'Unnamed report',
    via: (agency: string) => `after ${agency}`,
    basis: {
      stated: 'the date stands in the report',
      resolved: 'the date follows from what it says',
      outside: 'the date is known from elsewhere',
    },
    paragraph: (number: number) => `paragraph ${messages.number(number)}`,
    ownWord: 'In the report’s own words',
    onTheWordOf: (name: string) => `On the word of ${name}`,
    read: 'Read the report',
    readOf: (outlet: string) => `Read the report: ${outlet}`,
    reports: (independent: number) =>
      independent === 1 ? 'One report' : `${messages.number(independent)} independent reports`,
    /** Where more reports are listed than are independent of each other. */
    shared: 'Passages that stand word for word in two reports count once.',
  },

  grade: {
    title: 'How well did you know it?',
    again: 'Again',
    hard: 'Hard',
    good: 'Good',
    easy: 'Easy',
    forgot: 'Forgot',
    remembered: 'Remembered',
    inMinutes: (count: number) => `${messages.number(count)} min`,
    inDays: (count: number) => messages.days(count),
  },

  summary: {
    title: 'That is all for now',
    right: 'Right',
    near: 'Close',
    wrong: 'Not right',
    again: 'To look at again',
    clean: 'Nothing to look at again. Well read.',
  },
} as const;
