import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import { calendarChart } from './calendar-chart.ts';
import { calibrationChart } from './calibration-chart.ts';
import { everyNth, frameOf, scale } from './frame.ts';
import { shareChart } from './share-chart.ts';

const plain = (value: number) => String(value);

test('a scale goes from end to end, and stands still where there is no distance', () => {
  const y = scale([0, 10], [100, 0]);
  expect([0, 5, 10].map(y)).toEqual([100, 50, 0]);
  expect(scale([3, 3], [0, 100])(3)).toBe(0);
});

test('labels are left out until there is room', () => {
  expect(everyNth(30, 300, 44)).toBe(5);
  expect(everyNth(3, 300, 44)).toBe(1);
});

describe('bars', () => {
  it('are as high as their values, the highest as high as the frame', () => {
    const values = [10, 5, 0].map((value) => ({ label: plain(value), value }));
    const { bars, frame, up } = barChart(values, 300, plain);
    const [ten, five, none] = bars;
    expect(ten?.height).toBe(frame.bottom - frame.top);
    expect(five?.height).toBe((frame.bottom - frame.top) / 2);
    expect(none?.height).toBe(0);
    expect(up.map(({ label }) => label)).toEqual(['0', '2', '4', '6', '8', '10']);
  });

  it('stay within the frame, never overlap, and of something there is something to see', () => {
    const arbValues = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(arbValues, fc.integer({ min: 200, max: 700 }), (values, width) => {
        const { bars, frame } = barChart(
          values.map((value) => ({ label: '', value })),
          width,
          plain,
        );
        for (const [n, bar] of bars.entries()) {
          expect(bar.y).toBeGreaterThanOrEqual(frame.top - 0.1);
          expect(bar.x + bar.width).toBeLessThanOrEqual((bars[n + 1]?.x ?? frame.right) + 0.1);
          expect(bar.height > 0).toBe((values[n] ?? 0) > 0);
        }
      }),
    );
  });

  it('of nothing have a scale all the same', () => {
    const { up } = barChart([{ label: 'a', value: 0 }], 300, plain);
    expect(up.map(({ label }) => label)).toEqual(['0', '1']);
  });
});

describe('shares', () => {
  const point = (share: number) => ({ label: '', share, low: share - 0.1, high: share + 0.05 });

  it('stand on a scale that begins below the lowest of their intervals', () => {
    const chart = shareChart([point(0.8), point(0.9)], 0.9, 348, plain);
    // From 0.7 to 1 within the frame: 0.9 is two thirds up.
    const { top, bottom } = frameOf(348, 200);
    const at = (share: number) =>
      Math.round((bottom - ((share - 0.7) / 0.3) * (bottom - top)) * 10) / 10;
    expect(chart.dots.map(({ y }) => y)).toEqual([at(0.8), at(0.9)]);
    expect(chart.aim).toBe(at(0.9));
    expect(chart.line.split(' ')).toHaveLength(2);
    expect(chart.band.split(' ')).toHaveLength(4);
  });

  it('a single one stands in the middle', () => {
    const { dots, frame } = shareChart([point(0.8)], 0.9, 300, plain);
    expect(dots[0]?.x).toBeCloseTo((frame.left + frame.right) / 2, 0);
  });
});

test('a prediction that came true stands on the line', () => {
  const { points, agreed, frame } = calibrationChart(
    [{ predicted: 0.75, share: 0.75, low: 0.7, high: 0.8 }],
    300,
    plain,
  );
  const [one] = points;
  const along = ((one?.x ?? NaN) - agreed.x1) / (agreed.x2 - agreed.x1);
  expect(along).toBeCloseTo(((one?.y ?? NaN) - agreed.y1) / (agreed.y2 - agreed.y1), 2);
  expect(one?.low).toBe(frame.bottom);
});

describe('the calendar', () => {
  const squares = Array.from({ length: 53 * 7 }, (_, n) => ({
    week: Math.floor(n / 7),
    weekday: n % 7,
    level: n % 5,
    month: `m${Math.floor(n / 31)}`,
  }));
  const count = (path: string) => path.split('M').length - 1;

  it.each([
    [350, 14],
    [576, 7],
  ])('at a width of %i has %i rows, and every day once', (width, rows) => {
    const chart = calendarChart(squares, 53, width);
    expect(chart.weekdays).toHaveLength(rows);
    expect(chart.levels.reduce((sum, path) => sum + count(path), 0)).toBe(squares.length);
    expect(chart.levels.map(count)).toEqual([75, 74, 74, 74, 74]);
  });
});
