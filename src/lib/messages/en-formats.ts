/** Text of the forms of questions that are loaded when they are asked. */

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export const formatMessages = {
  written: {
    one: ['Your answer'],
    fromTo: ['From', 'To'],
    fromUntil: ['From', 'Until'],
    numberHint: (unit: string) => `In figures (${unit})`,
    dateHints: {
      day: 'Day, month and year, such as 5 May 1999',
      month: 'Month and year, such as May 1999',
      year: 'A year',
      range: 'Two dates, such as 5 May 1999',
    },
  },
  unclear: {
    not_a_number: 'That cannot be read as a number. Write it in figures.',
    not_a_date: 'That cannot be read as a date. Write the month as a word.',
    day_or_month_first: 'Which date do you mean?',
    which_one: 'More than one bears that name. Which one do you mean?',
  },
  order: {
    hint: 'Choose the events one after another, the earliest first. Choose one again to take it back.',
    place: (place: number) => ordinals[place - 1] ?? String(place),
    chosen: (place: number, text: string) => `${text}: ${ordinals[place - 1] ?? place}`,
    taken: (text: string) => `${text}: taken back`,
    /** Beside an event once the question is answered. */
    was: (place: number) => `You put it ${ordinals[place - 1] ?? place}`,
    right: 'In its place',
    own: 'This card’s event: its place counts',
  },
  place: {
    hint: 'Choose the place on the map or in the list.',
  },
  match: {
    hint: 'Choose one of the first list, then what belongs to it in the second.',
    left: 'What is to be matched',
    right: 'What may belong to it',
    open: 'Nothing chosen yet',
    paired: (left: string, right: string) => `${left}: ${right}`,
    was: (right: string) => `You chose: ${right}`,
    rightPair: 'Right',
    own: 'This card’s pair: it counts',
  },
} as const;
