/** Text of the settings page. */
import { messages } from './en.ts';

const { number } = messages;

export const settingsMessages = {
  title: 'Settings',
  saved: 'Saved.',
  notSaved: 'The setting could not be stored',
  learning: 'Learning',
  newPerDay: 'New cards a day',
  newPerDayHint: 'Each new card brings about eight reviews in its first weeks. 0 to 9,999.',
  retention: 'Desired recall when a card comes back, in per cent',
  retentionHint: 'Higher means shorter intervals and more work a day. 70 to 99.',
  reviewsPerDay: 'Due cards a day, at most',
  reviewsPerDayHint: 'What is beyond it stays due and waits for the next day. 0 to 9,999.',
  maximumInterval: 'Longest interval, in days',
  maximumIntervalHint: 'No card stays away longer than this. 1 to 36,500.',
  order: 'Order of due cards',
  orders: {
    retrievability: 'What is about to be forgotten first',
    'due-day': 'What has been due longest first',
    shuffled: 'Shuffled',
  },
  easyWeekdays: 'Easy weekdays',
  easyWeekdaysHint: 'Fewer cards are planned for these days, where their spacing allows it.',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  reschedule: {
    title: 'Move the cards to their new days?',
    effect: (moved: number, before: number, after: number) =>
      `${messages.cards(moved)} ${moved === 1 ? 'moves' : 'move'}, due today ${number(before)} → ${number(after)}.`,
    text: 'If you leave them, each card takes up the new setting at its next answer. Either way you can take it back in the review log.',
    move: 'Move them',
    leave: 'Leave them where they are',
    cancel: 'Change nothing',
  },
  log: 'Review log',
  logHint: 'Everything you did, and the way to take any of it back.',
  format: 'Form of the questions',
  formats: {
    automatic: 'By how well I know the card',
    choice: 'Always choose from options',
    typed: 'Always type the answer',
    recall: 'Always recall, then grade myself',
  },
  outOfRange: (least: number, most: number) =>
    `Write a number from ${number(least)} to ${number(most)}.`,
  appearance: 'Appearance',
  theme: 'Colours',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  backup: 'Backup',
  backupLead:
    'Everything you learned lies in this browser, on this device, and nowhere else. Browsers may delete it when space runs out or after weeks without a visit: keep a file.',
  save: 'Save a backup file',
  savedFile: (events: number) => `Saved: ${number(events)} events.`,
  restore: 'Add a backup file',
  restoreHint: 'It is merged with what is here; nothing is overwritten.',
  restoring: 'Reading the file…',
  restored: (added: number, known: number) =>
    `${number(added)} events added, ${number(known)} were here already.`,
  restoredPartly: (lines: number) =>
    `${number(lines)} damaged lines could not be read; everything else was taken over.`,
  damagedLine: (line: number, reason: string) => `Line ${number(line)}: ${reason}`,
  cancelled: 'Stopped. What was added so far stays, and adding the file again does no harm.',
  notRestored: 'That did not work',
  issues: {
    'not-a-backup': 'not a line of a Footnote backup',
    'later-format': 'written by a newer version of Footnote: update the app and try again',
    damaged: 'damaged',
    'too-long': 'longer than any line of a backup',
    'too-many': 'more lines than any backup has',
    'unknown-kind': 'of a kind that this version does not know',
    'not-an-event': 'not a complete event',
    'same-id': 'contradicts an earlier line',
    'no-end': 'the file ends too early',
    'not-whole': 'lines are missing, doubled or in another order',
  },
  notABackup: 'This file is no Footnote backup. Nothing was changed.',
  stored: (events: number) => `${number(events)} events in the log.`,
  profile: 'One browser profile is one learner. Two people share a device best with two profiles.',
  about: 'About',
  gallery: 'For developers: the gallery',
  version: (version: string) => `Version ${version}`,
  privacy:
    'No account, no analytics, no server that knows you. Nothing leaves this device unless you save a file.',
  licence: 'Code under MIT, packs under CC BY 4.0.',
} as const;
