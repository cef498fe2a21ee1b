/** `npm run -s replay -- FILE.csv --offset H`: what the scheduler makes of a log of reviews. */
import { existsSync, readFileSync } from 'node:fs';
import { readReviewLog, replay, replayedCsv } from './replay-log.ts';

const USAGE = `usage: npm run -s replay -- FILE.csv --offset HOURS

FILE.csv has the columns card_id, review_rating (1 Again to 4 Easy), review_time (ISO 8601) and
review_duration. The study day is the UTC date of the time plus HOURS. Prints a CSV, one row a review.
`;

// By hand, since node's parseArgs takes the -4 of `--offset -4` for an option.
const args = process.argv
  .slice(2)
  .flatMap((arg) => (arg.startsWith('--offset=') ? arg.split('=', 2) : [arg]));
const at = args.indexOf('--offset');
const offset = at < 0 ? 0 : Number(args[at + 1] ?? NaN);
const [file, ...more] = at < 0 ? args : args.toSpliced(at, 2);

function fail(message: string): void {
  process.stderr.write(message);
  process.exitCode = 2;
}

if (file === undefined || more.length > 0 || !(Math.abs(offset) <= 24)) {
  fail(USAGE);
} else if (!existsSync(file)) {
  fail(`Found no file ${file}\n`);
} else {
  const reviews = readReviewLog(readFileSync(file, 'utf8'));
  if (reviews.ok) process.stdout.write(replayedCsv(replay(reviews.value, offset)));
  else fail(`${file}: ${reviews.error}\n`);
}
