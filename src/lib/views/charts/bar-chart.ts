import { ticks } from 'd3-array';
import { everyNth, frameOf, scale, tenth, type Frame, type Tick } from './frame.ts';

export interface BarValue {
  /** Short: it stands below the bar. */
  readonly label: string;
  readonly value: number;
  /** Drawn apart from the others, such as what is overdue. */
  readonly apart?: boolean;
}

export interface BarChart {
  readonly frame: Frame;
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly apart: boolean;
  }[];
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
}

const HEIGHT = 168;
const LABEL_WIDTH = 44;
const GAP = 0.22;
/** A bar of something is never invisible. */
const LEAST_HEIGHT = 1.5;

export function barChart(
  values: readonly BarValue[],
  width: number,
  format: (value: number) => string,
): BarChart {
  const frame = frameOf(width, HEIGHT);
  const most = Math.max(...values.map(({ value }) => value), 1);
  const y = scale([0, most], [frame.bottom, frame.top]);
  const step = (frame.right - frame.left) / Math.max(values.length, 1);
  const nth = everyNth(values.length, frame.right - frame.left, LABEL_WIDTH);
  return {
    frame,
    bars: values.map(({ value, apart = false }, n) => {
      const height = value === 0 ? 0 : Math.max(frame.bottom - y(value), LEAST_HEIGHT);
      return {
        x: tenth(frame.left + (n + GAP / 2) * step),
        y: tenth(frame.bottom - height),
        width: tenth(step * (1 - GAP)),
        height: tenth(height),
        apart,
      };
    }),
    across: values.flatMap(({ label }, n) =>
      n % nth === 0 ? [{ at: tenth(frame.left + (n + 0.5) * step), label }] : [],
    ),
    up: ticks(0, most, 4)
      .filter(Number.isInteger)
      .map((value) => ({ at: tenth(y(value)), label: format(value) })),
  };
}
