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
  readonly months: readonly { readonly x: number; readonly month: string }[];
  readonly weekdays: readonly number[];
}

const LEFT = 32;
const TOP = 20;
/** Share of a cell's side that a square of each level takes: more is larger, not only darker. */
const SIDES = [0.18, 0.45, 0.6, 0.75, 0.9];
/** Room for the name of a month. */
const MONTH_WIDTH = 26;

export function calendarChart(
  squares: readonly CalendarSquare[],
  weeks: number,
  width: number,
): CalendarChart {
  const cell = Math.max((width - LEFT) / weeks, 4);
  const levels = SIDES.map(() => '');
  const months: { x: number; month: string }[] = [];
  for (const { week, weekday, level, month } of squares) {
    const side = cell * (SIDES[level] ?? 0);
    const x = LEFT + (week + 0.5) * cell - side / 2;
    const y = TOP + (weekday + 0.5) * cell - side / 2;
    const [w, left, top] = [side, x, y].map((value) => value.toFixed(1));
    levels[level] += `M${left} ${top}h${w}v${w}h-${w}z`;
    if (months.at(-1)?.month !== month) months.push({ x: LEFT + week * cell, month });
  }
  return {
    width,
    height: TOP + 7 * cell,
    levels,
    months: months.filter(({ x }, n) => (months[n + 1]?.x ?? width) - x >= MONTH_WIDTH),
    weekdays: Array.from({ length: 7 }, (_, n) => TOP + (n + 0.5) * cell),
  };
}
