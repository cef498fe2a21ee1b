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
  share: 'Send it to another device',
  packing: 'Making the file…',
  adding: 'Adding what is new…',
  notSavedFile: 'The file could not be made',
  restoring: 'Reading the file…',
  readSoFar: (events: number) => `${number(events)} events so far.`,
  restored: (added: number, known: number) =>
    `${number(added)} events added, ${number(known)} were here already.`,
  restoredPartly: (lines: number) =>
    `${number(lines)} damaged lines could not be read; everything else was taken over.`,
  damagedLine: (line: number, reason: string) => `Line ${number(line)}: ${reason}`,
  notRestored: 'That did not work',
  stopped: 'Stopped',
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
  refused: {
    'not-a-backup': 'This file is no Footnote backup. Nothing was changed.',
    'too-large': 'This file is larger, or unpacks to more, than any backup. Nothing was changed.',
    cancelled: 'What was added so far stays, and adding the file again does no harm.',
    'took-too-long': 'Reading this file took longer than any backup does. Nothing was changed.',
    failed: 'The browser’s database gave an error. What was stored before is untouched.',
  },
  health: {
    title: 'What lies where',
    events: 'Entries in the log',
    copy: 'Second copy in this browser',
    copyOf: (when: string, events: number) => `${when}, ${number(events)} entries`,
    noCopy: 'not yet; it is made soon after an answer',
    file: 'Last backup file',
    fileOf: (when: string, since: number) =>
      since === 0 ? `${when}, with all there is` : `${when}; ${number(since)} entries since`,
    noFile: 'never',
    size: 'Room taken up, the app included',
    megabytes: (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`,
    kept: 'Kept when space runs out',
    isKept: 'yes, the browser has promised it',
    isNotKept: 'not promised: the browser may delete it',
    ask: 'Ask the browser to keep it',
    unknown: 'this browser does not say',
    explained:
      'The second copy helps when the browser’s database is damaged. Against a lost device, or a browser that deletes everything, only a backup file helps.',
  },
  profile: 'One browser profile is one learner. Two people share a device best with two profiles.',
  about: 'About',
  gallery: 'For developers: the gallery',
  version: (version: string) => `Version ${version}`,
  privacy:
    'No account, no analytics, no server that knows you. Nothing leaves this device unless you save a file.',
  licence: 'Code under MIT, packs under CC BY 4.0.',
} as const;
