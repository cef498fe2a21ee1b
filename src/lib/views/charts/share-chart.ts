import { ticks } from 'd3-array';
import { everyNth, frameOf, scale, tenth, type Frame, type Tick } from './frame.ts';

/** A share with its interval, 0 to 1. */
export interface SharePoint {
  readonly label: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface ShareChart {
  readonly frame: Frame;
  /** Points of a line through the shares, and of the band between the ends of their intervals. */
  readonly line: string;
  readonly band: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
  /** Where the share aimed for stands. */
  readonly aim: number;
}

const HEIGHT = 200;
const LABEL_WIDTH = 60;

export function shareChart(
  points: readonly SharePoint[],
  aim: number,
  width: number,
  format: (share: number) => string,
): ShareChart {
  const frame = frameOf(width, HEIGHT);
  const lowest = Math.min(...points.map(({ low }) => low), aim);
  const floor = Math.max(Math.floor(lowest * 10) / 10, 0);
  const y = scale([floor, 1], [frame.bottom, frame.top]);
  const inset = (frame.right - frame.left) / (2 * Math.max(points.length, 1));
  const x = scale([0, points.length - 1], [frame.left + inset, frame.right - inset]);
  const nth = everyNth(points.length, frame.right - frame.left, LABEL_WIDTH);
  const at = (value: (point: SharePoint) => number) =>
    points.map((point, n) => `${tenth(x(n))},${tenth(y(value(point)))}`);
  const [lows, highs] = [at(({ low }) => low), at(({ high }) => high)];
  return {
    frame,
    line: at(({ share }) => share).join(' '),
    band: [...highs, ...lows.reverse()].join(' '),
    dots: points.map(({ share }, n) => ({ x: tenth(x(n)), y: tenth(y(share)) })),
    across: points.flatMap(({ label }, n) => (n % nth === 0 ? [{ at: tenth(x(n)), label }] : [])),
    up: ticks(floor, 1, 5).map((share) => ({ at: tenth(y(share)), label: format(share) })),
    aim: tenth(y(aim)),
  };
}
