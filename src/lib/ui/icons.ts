/**
 * Our own line icons on a grid of 24, drawn with one stroke: square ends, plain corners, as from a ruling pen.
 * Each entry is one path.
 */
export const icons = {
  check: 'M4 12.5 9.5 18 20 6.5',
  cross: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  /** Nearly equal: close, not quite. */
  near: 'M4 10c3-3.5 5.5-3 8-1.2S17.5 11.5 20 8M4 16.5c3-3.5 5.5-3 8-1.2s5.5 2.7 8-.8',
  undo: 'M8.5 4.5 4 9l4.5 4.5M4 9h10a6 6 0 0 1 0 12h-4',
  'arrow-right': 'M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5',
  'arrow-left': 'M20 12H4.5M11 5.5 4.5 12l6.5 6.5',
  book: 'M12 6.5C10 4.8 7 4.3 3 4.5v14c4-.2 7 .3 9 2 2-1.7 5-2.2 9-2v-14c-4-.2-7 .3-9 2zM12 6.5v14',
  /** Three sliders rather than a cog: nothing here turns. */
  gear: 'M4 6.5h9M17 6.5h3M15 4v5M4 12h3M11 12h9M9 9.5v5M4 17.5h9M17 17.5h3M15 15v5',
  decks: 'M4 9.5h16v11H4zM6 6.5h12M8 3.5h8',
  today: 'M4 5.5h16v15H4zM4 10h16M8.5 3v4M15.5 3v4M12 13v4.5M10.5 14l1.5-1',
  chart: 'M3.5 20.5h17M6.5 20.5v-7M12 20.5V4M17.5 20.5v-11',
  board: 'M3 4.5h18v11.5H3zM8 20.5l2-4.5M16 20.5 14 16',
  flag: 'M5.5 21.5V3.5M5.5 4.5h13l-3 4.5 3 4.5h-13',
  /** The mark: a rule, a raised figure, lines of small type. */
  footnote: 'M3 5h10M5 10l2-1.5V15M12 11h9M12 15h6M4 19.5h14',
  download: 'M12 3.5V16M6.5 10.5 12 16l5.5-5.5M4 20.5h16',
  upload: 'M12 16V3.5M6.5 9 12 3.5 17.5 9M4 20.5h16',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M18.7 5.3l-1.8 1.8M7.1 16.9l-1.8 1.8',
  moon: 'M19.5 14.5A8 8 0 1 1 9.5 4.5a6.5 6.5 0 0 0 10 10z',
  warning: 'M12 3.5 21.5 20h-19zM12 9.5v5M12 16.5V18',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM12 11v6M12 7v1.7',
  offline:
    'M3 3l18 18M5 12.5a9.5 9.5 0 0 1 5-2.6M2 9a14 14 0 0 1 4.5-2.9M10.5 5a14 14 0 0 1 11.5 4M14.5 10.3a9.5 9.5 0 0 1 4.5 2.2M8.5 16a5 5 0 0 1 5.5-1M12 18.5V20',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  menu: 'M3.5 6.5h17M3.5 12h17M3.5 17.5h11',
  /** Two rules that part: the sources differ. */
  differ: 'M12 21.5V13M12 13 5 5M12 13l7-8M5 10V5h5M14 5h5v5',
  external: 'M10 5H5v14h14v-5M14 4.5h5.5V10M19.5 4.5 11 13',
} as const;

export type IconName = keyof typeof icons;
