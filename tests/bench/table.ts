/** What a measurement says: one line of the table. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | '×';
  readonly remark?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The median time of some runs in milliseconds, after one run that warms up. */
export function medianTime(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

export function printTable(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  process.stdout.write(`\n${title}\n`);
  for (const { what, value, unit, remark } of rows) {
    const figure = value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).padStart(9);
    process.stdout.write(
      `  ${what.padEnd(width)}${figure} ${unit}${remark ? `  ${remark}` : ''}\n`,
    );
  }
}
