/** The year as a calendar: a column for a week, a square for a day, larger and darker for more. */
export interface CalendarSquare {
  /** 0 for the first column, and 0 Monday to 6 Sunday. */
  readonly week: number;
  readonly weekday: number;
  /** 0 for nothing to 4. */
  readonly level: number;
  /** `2026-11` */
  readonly month: string;
}

export interface CalendarChart {
  readonly width: number;
  readonly height: number;
  /** For each level from 0 a path of all its squares: five shapes instead of hundreds. */
  readonly levels: readonly string[];
  readonly months: readonly { readonly x: number; readonly y: number; readonly month: string }[];
  readonly weekdays: readonly { readonly y: number; readonly weekday: number }[];
}

const LEFT = 34;
const TOP = 18;
/** Between the halves of a year. */
const GAP = 10;
/** Share of a cell's side that a square of each level takes: more is larger, not only darker. */
const SIDES = [0.18, 0.45, 0.6, 0.75, 0.9];
/** Room for the name of a month. */
const MONTH_WIDTH = 26;
/** On less than this the year stands in two halves, or its days were too small to see. */
const WIDE = 480;

export function calendarChart(
  squares: readonly CalendarSquare[],
  weeks: number,
  width: number,
): CalendarChart {
  const bands = width < WIDE ? 2 : 1;
  const inBand = Math.ceil(weeks / bands);
  const cell = Math.max((width - LEFT) / inBand, 4);
  const bandHeight = TOP + 7 * cell + GAP;
  const topOf = (week: number) => Math.floor(week / inBand) * bandHeight + TOP;
  const leftOf = (week: number) => LEFT + (week % inBand) * cell;
  const levels = SIDES.map(() => '');
  const months: { x: number; y: number; month: string }[] = [];
  for (const { week, weekday, level, month } of squares) {
    const side = cell * (SIDES[level] ?? 0);
    const inset = (cell - side) / 2;
    const x = leftOf(week) + inset;
    const y = topOf(week) + weekday * cell + inset;
    const [w, left, top] = [side, x, y].map((value) => value.toFixed(1));
    levels[level] += `M${left} ${top}h${w}v${w}h-${w}z`;
    if (months.at(-1)?.month !== month) months.push({ x: leftOf(week), y: topOf(week) - 6, month });
  }
  const endOf = (n: number) => {
    const next = months[n + 1];
    return next === undefined || next.y !== months[n]?.y ? width : next.x;
  };
  return {
    width,
    height: bands * bandHeight - GAP,
    levels,
    months: months.filter(({ x }, n) => endOf(n) - x >= MONTH_WIDTH),
    weekdays: Array.from({ length: 7 * bands }, (_, n) => ({
      y: Math.floor(n / 7) * bandHeight + TOP + ((n % 7) + 0.5) * cell,
      weekday: n % 7,
    })),
  };
}
