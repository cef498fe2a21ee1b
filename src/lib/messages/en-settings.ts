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
  format: 'Form of the questions',
  formats: {
    automatic: 'By how well I know the card',
    choice: 'Always choose from options',
    attribution: 'Who said so, where a card can ask it',
    corroboration: 'What the record shows, where a card can ask it',
    typed: 'Always type the answer',
    order: 'Put events in order, where a card can ask it',
    match: 'Match pairs, where a card can ask it',
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
