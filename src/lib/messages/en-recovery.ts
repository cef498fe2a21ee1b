/** Text about what may be lost: the word about a backup, and the way back after damage. */
import { messages } from './en.ts';

const { number } = messages;

const entries = (count: number) => `${number(count)} ${count === 1 ? 'entry' : 'entries'}`;

export const recoveryMessages = {
  title: 'The browser has lost a part of what you did',
  lost: (found: number, expected: number) =>
    found === 0
      ? `Its database should hold ${entries(expected)} of yours, and none can be read. This is damage in the browser or on the disk, not anything that you did.`
      : `Its database should hold ${entries(expected)} of yours, and only ${number(found)} can be read. This is damage in the browser or on the disk, not anything that you did.`,
  altered:
    'Some entries in its database are not what was written there. This is damage in the browser or on the disk, not anything that you did.',
  copy: (events: number, day: string) =>
    `Footnote keeps a second copy outside the database. It is of ${day}, and with what can still be read it gives back ${entries(events)}.`,
  whole: 'That is all of it.',
  partly: (missing: number) =>
    `${entries(missing)} would still be missing; a backup file may have them, and can be added afterwards in Settings.`,
  noCopy:
    'There is no second copy in this browser. If you have a backup file, go on with what is left and add the file in Settings: the two are merged.',
  restore: 'Put it back',
  restoring: 'Putting it back…',
  goOn: 'Go on with what is left',
  startAfresh: 'Start afresh without it',
  again: 'Try to open it again',
  failed: 'That did not work',
  failedText:
    'The browser gives no room for another database, or cannot open any. Save your entries as a file first. Then free some space; if that does not help, delete the data of this site in the settings of the browser, and add the file in Settings here.',
  save: 'Save them as a file',
} as const;

export const backupHintMessages = {
  title: (days: number | null) =>
    days === null
      ? 'There is no backup of what you did'
      : `Your last backup is ${messages.days(days)} old`,
  text: 'A file outside of this browser is the only thing that survives a lost device.',
  make: 'Make one',
  later: 'Later',
} as const;
