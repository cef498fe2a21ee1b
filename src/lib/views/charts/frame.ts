/** The ground that the charts share: sizes in CSS pixels, for they are drawn as wide as the page is. */
export interface Frame {
  /** Of the whole drawing. */
  readonly width: number;
  readonly height: number;
  /** Where the values are drawn. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const MARGIN = { left: 40, right: 18, top: 10, bottom: 24 };

export function frameOf(width: number, height: number): Frame {
  return {
    width,
    height,
    left: MARGIN.left,
    right: Math.max(width - MARGIN.right, MARGIN.left + 1),
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
}

/** Where a value stands between two ends of a scale. */
export function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const unit = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * unit;
}

/** A line of the scale and what it says. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** So that neighbouring labels do not touch, every so-manieth is written. */
export function everyNth(count: number, room: number, labelWidth: number): number {
  return Math.max(Math.ceil((count * labelWidth) / Math.max(room, 1)), 1);
}

/** To a tenth of a pixel: a path of many points stays short. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
