import { ticks } from 'd3-array';
import { frameOf, scale, tenth, type Frame, type Tick } from './frame.ts';

/** What was predicted, and what came with its interval; all 0 to 1. */
export interface Prediction {
  readonly predicted: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface CalibrationChart {
  readonly frame: Frame;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    /** Ends of the interval. */
    readonly low: number;
    readonly high: number;
  }[];
  /** The ends of the line on which prediction and memory agree. */
  readonly agreed: {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  };
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
}

/** As high as wide, but not higher than a phone shows at once. */
const MOST_HEIGHT = 340;

export function calibrationChart(
  predictions: readonly Prediction[],
  width: number,
  format: (share: number) => string,
): CalibrationChart {
  const frame = frameOf(width, Math.min(width, MOST_HEIGHT));
  const lowest = Math.min(...predictions.flatMap(({ predicted, low }) => [predicted, low]), 0.9);
  const floor = Math.max(Math.floor(lowest * 10) / 10, 0);
  const x = scale([floor, 1], [frame.left, frame.right]);
  const y = scale([floor, 1], [frame.bottom, frame.top]);
  const shares = ticks(floor, 1, 5);
  return {
    frame,
    points: predictions.map(({ predicted, share, low, high }) => ({
      x: tenth(x(predicted)),
      y: tenth(y(share)),
      low: tenth(y(low)),
      high: tenth(y(high)),
    })),
    agreed: { x1: frame.left, y1: frame.bottom, x2: frame.right, y2: frame.top },
    across: shares.map((share) => ({ at: tenth(x(share)), label: format(share) })),
    up: shares.map((share) => ({ at: tenth(y(share)), label: format(share) })),
  };
}
