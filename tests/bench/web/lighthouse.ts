/** Lighthouse over the built app, as its mobile preset emulates a phone. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureBrowser } from '../../../scripts/prepare.mjs';
import { median } from '../table.ts';

/** Not among the packages of the project: it is large, and needed here alone. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const RUNS = 5;
/** On a slower machine than this the figures for speed are noise. */
const LEAST_INDEX = 1000;

type Scores = Record<(typeof categories)[number], number>;

export interface Audit {
  readonly path: string;
  /** Medians of the valid runs, 0 to 100; `performance` is `null` if no run was valid. */
  readonly scores: Omit<Scores, 'performance'> & { readonly performance: number | null };
  readonly valid: number;
  readonly index: number;
  /** Audits below their best in the last run, with what they say. */
  readonly short: readonly string[];
}

interface Report {
  readonly environment: { readonly benchmarkIndex: number };
  readonly categories: Record<keyof Scores, { readonly score: number | null }>;
  readonly audits: Record<
    string,
    {
      readonly score: number | null;
      readonly scoreDisplayMode: string;
      readonly displayValue?: string;
    }
  >;
}

/** The app is served by this very process: so it must not wait with its hands full. */
async function run(url: string): Promise<Report> {
  const file = join(mkdtempSync(join(tmpdir(), 'footnote-lighthouse-')), 'report.json');
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
    ],
    { env: { ...process.env, CHROME_PATH: ensureBrowser() } },
  );
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

export async function audit(origin: string, path: string): Promise<Audit> {
  const reports: Report[] = [];
  while (reports.length < RUNS) reports.push(await run(origin + path));
  const valid = reports.filter(({ environment }) => environment.benchmarkIndex >= LEAST_INDEX);
  const score = (of: readonly Report[], category: keyof Scores) =>
    Math.round(100 * median(of.map(({ categories }) => categories[category].score ?? 0)));
  const last = reports.at(-1);
  return {
    path,
    valid: valid.length,
    index: median(reports.map(({ environment }) => environment.benchmarkIndex)),
    scores: {
      performance: valid.length === 0 ? null : score(valid, 'performance'),
      accessibility: score(reports, 'accessibility'),
      'best-practices': score(reports, 'best-practices'),
      seo: score(reports, 'seo'),
    },
    short: Object.entries(last?.audits ?? {})
      .filter(([, { score, scoreDisplayMode }]) => {
        const isScored = scoreDisplayMode === 'binary' || scoreDisplayMode === 'numeric';
        return isScored && score !== null && score < 0.9;
      })
      .map(([id, { displayValue = '' }]) => `${id} ${displayValue}`.trim()),
  };
}
