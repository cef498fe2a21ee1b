/** Text of the page with the quizzes, the homework given and the results kept. */
import { messages } from './en.ts';

export const quizMessages = {
  make: 'New quiz',
  kept: (title: string) => `“${title}” is kept on this device.`,

  list: {
    title: 'Your quizzes',
    none: 'Quizzes that you keep stand here.',
    about: (n: number, on: string) => `${messages.questions(n)}, kept on ${on}`,
    open: 'Open a file',
    present: 'Projector',
    paper: 'Paper',
    phones: 'Phones',
    homework: 'Homework',
    share: 'Share',
    remove: 'Delete',
    removeOf: (title: string) => `Delete “${title}”`,
    removed: (title: string) => `“${title}” is deleted.`,
    of: (what: string, title: string) => `${what}: ${title}`,
    arrived: 'A quiz has come by link',
    arrivedText: (title: string, n: number) => `“${title}”, ${messages.questions(n)}.`,
  },

  give: {
    title: 'Give as homework',
    due: 'Due on',
    make: 'Make the link',
    ready:
      'Give this to your students. They need no account, and after opening it once no network.',
    collect: 'Collect the answers',
  },

  results: {
    title: 'Results',
    none: 'Results stand here after a quiz: of phones, paper, homework or hands.',
    open: 'Open the report',
  },

  keeping: {
    days: 'Names and answers are deleted after',
    daysChoice: (n: number) => messages.days(n),
    removeAll: 'Delete all names and answers now',
    removeAllSure: 'Every result and every homework handed in goes. Quizzes stay.',
  },
} as const;
