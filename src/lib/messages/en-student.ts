/** Text of the page that students open on their phones. */
import { messages } from './en.ts';

const { number } = messages;
const points = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export const studentMessages = {
  documentTitle: (what: string) => `${what} · ${messages.name}`,
  join: {
    title: 'Join the quiz',
    code: 'Number of the quiz',
    hint: 'It stands on the screen in front of the class.',
    who: 'Who are you?',
    name: 'Your name',
    names: {
      free: 'The class will see it. Your first name will do.',
      roster: 'As it stands on the teacher’s list. Your first name will do if nobody else has it.',
    },
    go: 'Join',
    busy: 'One moment…',
    other: 'Another number',
  },
  lobby: {
    title: 'You are in',
    name: 'Your name here',
    wait: 'It begins when the teacher starts it. Keep this page open.',
  },
  question: {
    of: (index: number, of: number) => `Question ${number(index)} of ${number(of)}`,
    second: (question: string) => `${question}, second vote`,
    number: (unit: string) => `In figures (${unit}). “About” may stand before it.`,
    send: 'Send my answer',
    sure: 'How sure are you?',
    chooseFirst: 'Answer first, then say how sure you are.',
    confidences: { sure: 'Certain', unsure: 'I think so', guess: 'A guess' },
    left: 'Time left',
    seconds: (count: number) => (count === 1 ? 'One second left' : `${number(count)} seconds left`),
    timeUp: 'Time is up',
    timeUpText: 'You may still answer. The teacher sees it, but it does not count.',
  },
  paused: { title: 'Paused', text: 'The teacher has stopped the clock. It goes on in a moment.' },
  sent: {
    sending: 'Sending your answer…',
    sendingText: 'Keep this page open. It is sent as soon as there is a connection.',
    title: 'Your answer is in',
    text: 'Wait for the others.',
    late: 'Your answer came too late',
    lateText: 'The teacher sees it, but it does not count.',
    yours: 'You answered',
  },
  discuss: {
    title: 'Talk it over',
    text: 'Find somebody who answered otherwise, and try to convince each other. Then you vote again.',
    none: 'You did not answer the first time. You can answer after the discussion.',
    first: 'Your first answer',
  },
  result: {
    noAnswer: 'Not answered',
    points: (count: number) =>
      `${points.format(count).replace('-', '−')} ${Math.abs(count) === 1 ? 'point' : 'points'}`,
    first: (verdict: string) => `First vote: ${verdict}`,
    said: (confidence: string) => `You said: ${confidence}`,
    counted: 'This one counted',
    wait: 'The next question comes when the class is ready.',
  },
  scoreboard: {
    title: 'Where you stand',
    yours: 'You so far',
    me: 'you',
    rank: (rank: number, of: number) => `Place ${number(rank)} of ${number(of)}`,
    top: 'The first five',
    private: 'Nobody else sees this here.',
  },
  end: {
    title: 'That was the quiz',
    right: (right: number, of: number) => `You had ${number(right)} of ${number(of)} right.`,
    home: 'Take it home',
    homeText: (count: number) =>
      count === 1
        ? 'One question is worth another look. In the Footnote app it comes back as a card of your own, due today.'
        : `${number(count)} questions are worth another look. In the Footnote app they come back as cards of your own, due today.`,
    homeQr: 'QR code that opens your cards in Footnote',
    homeOpen: 'Open in Footnote',
    homeType: 'A short code to type',
    homeTypeHint:
      'In your Footnote app, on the page “Class” under “Take it home”. Hyphens and small letters do not matter.',
    homeCode: 'Or copy this',
    homeCodeAlone: 'Copy this',
    homeCodeHint:
      'If the link opens a browser and not your app: hold a finger on it to copy all of it, and paste it in the app, on the page “Class” under “Take it home”.',
    homeCodeOnly:
      'Hold a finger on it to copy all of it. In your Footnote app, paste it on the page “Class” under “Take it home”.',
    nothingMissed: 'You missed nothing, so there is nothing to take home.',
  },
  gone: {
    kicked: 'You have been taken out of this quiz',
    kickedText: 'If that was a mistake, speak to the teacher.',
    deleted: 'This quiz is over',
    deletedText: 'It has been closed, and the room is gone.',
    replaced: 'The quiz is open somewhere else',
    replacedText: 'It goes on where you opened it last: on another page, or on another phone.',
    here: 'Go on here',
    again: 'Join another quiz',
  },
  connection: {
    lost: 'No connection',
    lostText: 'It is being tried again. What you have answered is kept.',
    first: 'Connecting…',
    firstText: 'You are going back to your place in the quiz.',
  },
  refused: {
    title: 'That did not work',
    'no-such-room': 'No quiz has this number. Look at the screen again.',
    'too-many-tries': 'Too many wrong numbers from here. Wait a minute, then try again.',
    'code-needed':
      'Join by the QR code, or type the eight letters and figures under it. Numbers are being guessed.',
    locked: 'The teacher has closed the door. Ask for it to be opened.',
    full: 'The room is full.',
    kicked: 'You have been taken out of this quiz. If that was a mistake, speak to the teacher.',
    finished: 'This quiz is over.',
    'name-unfit': 'Write a name that can be read.',
    'name-missing': 'Write your name.',
    'name-taken': 'Somebody has joined under this name. If it was not you, speak to the teacher.',
    'not-on-roster': 'This name is not on the teacher’s list, or more than one begins like it.',
    'bad-token': 'This room is gone. Join again.',
    'no-connection': 'There is no connection. Is this phone in the same network as the teacher?',
    'too-fast': 'That was too fast. Wait a moment, then try again.',
    'other-version': 'This page is out of date. Load it again.',
    'answered-already': 'There is an answer of yours already.',
    skipped: 'The question was withdrawn. It counts for nobody.',
    other: 'The quiz did not take it. Try again, or load the page again.',
  },
} as const;
