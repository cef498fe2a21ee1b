/** Text of the study page as it opens. */

export const studyMessages = {
  title: 'Study',
  leave: 'Leave the session',
  undo: 'Undo what you did last',
  menu: 'This card',
  next: 'Next question',
  undone: 'Taken back.',
} as const;
