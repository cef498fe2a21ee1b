/** Text of the page from which a teacher runs a quiz on phones. */
import { messages } from './en.ts';

const { number } = messages;
const points = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const students = (count: number) => `${number(count)} ${count === 1 ? 'student' : 'students'}`;

export const hostMessages = {
  title: 'Quiz on phones',
  lead: 'Students join with their phones, without an account and without the internet.',
  points: (hundredths: number) =>
    `${points.format(hundredths / 100).replace('-', '−')} ${Math.abs(hundredths) === 100 ? 'point' : 'points'}`,
  students,
  connecting: 'Looking for the classroom server…',
  noServer: {
    title: 'There is no classroom server here',
    text: 'Phones need one computer in the room that they can reach. On that computer start',
    command: 'npm run classroom',
    then: 'and open the link for the teacher that it prints.',
  },
  noKey: {
    title: 'The link is not complete',
    text: 'Open the link for the teacher that the server printed when it started. Only with it a room can be opened.',
  },
  lost: {
    title: 'No connection to the server',
    text: 'It is being tried again. Every answer that was taken is kept.',
  },
  gone: {
    title: 'The room is deleted',
    text: 'With it all names and answers on the server.',
    again: 'Open another room',
    back: 'Class',
  },
  refused: {
    title: 'That did not work',
    'bad-token':
      'The link opens nothing on this server: the room is deleted, or the link is of another server.',
    'too-many-rooms': 'There are too many rooms on this server. Delete one that is over.',
    'no-such-pack':
      'The server has another version of this quiz’s pack. Set the quiz up again here.',
    'no-such-card': 'A card of this quiz is not in the server’s pack. Set the quiz up again here.',
    'bad-message': 'The server does not understand this page. Load the page again.',
    'other-version': 'This page is out of date. Load it again.',
    'no-connection': 'There is no connection to the server. Nothing has changed.',
    'not-stored': 'The server’s disk refused. Nothing has changed; try again.',
    'name-taken': 'Another student has this name.',
    'name-unfit': 'This name cannot be shown.',
    other: 'The server refused. Nothing has changed.',
  },

  open: {
    title: 'Open a room',
    which: 'Which quiz?',
    none: 'No quiz is kept on this device yet.',
    setUp: 'Set up a quiz',
    file: 'Open a quiz from a file',
    badFile: 'This file holds no quiz.',
    questions: (count: number) => messages.questions(count),
    roster: 'Names of the class',
    rosterHint: 'One to a line. Each student takes one of them.',
    go: 'Open the room',
    rooms: 'Rooms that are open',
    room: (title: string, players: number) => `${title}, ${students(players)}`,
    over: 'over',
    enter: 'Go in',
  },

  lobby: {
    join: 'Join with your phone',
    at: 'Open',
    pin: 'and type',
    qr: (address: string) => `QR code that opens ${address}`,
    address: 'Address for the phones',
    code: 'If numbers are refused, type',
    none: 'Nobody is here yet.',
    here: (count: number) => `${students(count)} here`,
    start: 'Begin',
    reach: 'A phone cannot reach it?',
    reachText:
      'Phone and computer must be in the same network, and the network must let its devices see each other: guest networks often do not. Try another address of the list, or a hotspot of your own. A phone’s hotspot carries about eight devices.',
    locked: 'The door is closed: nobody else gets in.',
  },

  bar: {
    label: 'What to do',
    pause: 'Pause',
    resume: 'Go on',
    extend: '15 seconds more',
    skip: 'Leave out',
    discuss: 'Talk it over',
    revote: 'Vote again',
    reveal: 'Show the answer',
    next: 'Next question',
    scores: 'Scores',
    end: 'End the quiz',
    students: 'Students',
    lock: 'Close the door',
    unlock: 'Open the door',
    keys: 'Keys',
  },

  asking: {
    of: (index: number, of: number) => `Question ${number(index)} of ${number(of)}`,
    second: (question: string) => `${question}, second vote`,
    answered: (count: number, of: number) => `${number(count)} of ${number(of)} have answered`,
    answers: 'Answers so far',
    left: 'Time left',
    seconds: (count: number) => (count === 1 ? 'One second left' : `${number(count)} seconds left`),
    up: 'Time is up',
    paused: 'Paused',
    rightShare: (share: number) => `${messages.percent(share)} right so far`,
    teacher: 'For the teacher: how many are right',
    onPhones: 'Answer on your phone.',
  },
  discussing: {
    title: 'Talk it over',
    text: 'Find somebody who answered otherwise, and try to convince each other. Then everybody votes again.',
    look: 'Look at the first vote (the class sees it too)',
  },
  revealed: {
    first: 'First vote',
    second: 'Second vote',
    votes: 'How the class answered',
    right: 'right',
    bar: (text: string, count: number, share: number) =>
      `${text}: ${number(count)}, ${messages.percent(share)}`,
    verdicts: { right: 'Right', slip: 'Right, misspelled', near: 'Close', wrong: 'Not right' },
    late: (count: number) => `${number(count)} too late`,
    none: 'Nobody answered.',
    sure: 'How sure they were',
    confidences: { sure: 'Certain', unsure: 'I think so', guess: 'A guess' },
  },
  scoreboard: {
    title: 'Scores',
    top: 'The first five',
    private: 'Everybody sees their own place on their own phone.',
    shows: 'Scores show',
    boards: { private: 'each only their own', top: 'the first five by name' },
    nobody: 'Nobody has a score yet.',
  },
  finished: {
    title: 'The quiz is over',
    report: 'Open the report',
    reportFailed: 'The browser could not keep the results for the report. Save them as a file.',
    save: 'Save the results as a file',
    kept: (date: string) => `The server keeps names and answers until ${date}, then deletes them.`,
    delete: 'Delete everything now',
  },

  people: {
    title: 'Students',
    none: 'Nobody has joined.',
    name: 'Name',
    absent: 'not connected',
    answered: 'has answered',
    time: 'Time',
    timeFor: (name: string) => `Time for ${name}`,
    factors: { '1': 'as set', '1.25': '× 1¼', '1.5': '× 1½', '2': '× 2' },
    rename: 'Rename',
    renameOf: (name: string) => `Rename ${name}`,
    newName: 'New name',
    kick: 'Take out',
    kickOf: (name: string) => `Take out ${name}`,
    save: 'Save',
  },

  confirm: {
    cancel: 'Go back',
    skip: {
      title: 'Leave this question out?',
      text: 'It counts for nobody, and its answer is not shown.',
      go: 'Leave it out',
    },
    end: {
      title: 'End the quiz?',
      text: 'Questions that were not asked count for nobody. The report is ready at once.',
      go: 'End it',
    },
    kick: {
      title: (name: string) => `Take out ${name}?`,
      text: 'This phone cannot come back. What it answered does not count any more.',
      go: 'Take out',
    },
    delete: {
      title: 'Delete the room?',
      text: 'All names and answers on the server are deleted, also for the report. This cannot be undone.',
      go: 'Delete',
    },
  },

  keys: {
    title: 'Keys',
    list: [
      { keys: 'Enter, Space', does: 'the next step' },
      { keys: 'P', does: 'pause, and go on' },
      { keys: 'X', does: '15 seconds more' },
      { keys: 'R', does: 'show the answer' },
      { keys: 'D', does: 'let the class talk' },
      { keys: 'B', does: 'scores' },
      { keys: 'O', does: 'leave the question out' },
      { keys: 'S', does: 'students: take out, rename, give time' },
      { keys: 'L', does: 'close or open the door' },
      { keys: 'E', does: 'end the quiz' },
      { keys: '?', does: 'show this list' },
    ],
  },
} as const;
