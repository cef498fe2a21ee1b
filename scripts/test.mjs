/**
 * `npm test`: installs what is missing (a browser too), then runs every check in turn and ends
 * with one line of figures. All run even if one fails, so that one run tells everything.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checkNode, ensureBrowser, ensurePackages, run, say } from './prepare.mjs';

checkNode();
ensurePackages();
ensureBrowser();

const reports = 'test-results/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const documents = '../shared/sources';

let passed = 0;
let failed = 0;

function count(ok, name, more) {
  passed += more?.passed ?? Number(ok);
  failed += more?.failed ?? Number(!ok);
  if (!ok && (more?.failed ?? 1) === 0) failed += 1;
  say(`${ok ? 'passed' : 'FAILED'}: ${name}`);
}

function check(name, command, args, env = {}) {
  say(`${name}…`);
  count(run(command, args, { env: { ...process.env, ...env } }), name);
}

/** Runs a test runner that writes a report, and counts its tests. */
function suite(name, args, report, read, env = {}) {
  say(`${name}…`);
  const ok = run('npx', args, { env: { ...process.env, ...env } });
  const file = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  count(ok && file !== null, name, file === null ? undefined : read(file));
}

check('format', 'npm', ['run', '-s', 'check:format']);
check('lint and folder rules', 'npm', ['run', '-s', 'lint']);
check('types', 'npm', ['run', '-s', 'check:types']);
check('content', 'npm', ['run', '-s', 'content:check']);
if (existsSync(documents))
  check('content beside its documents', 'npm', [
    'run',
    '-s',
    'content:check',
    '--',
    '--documents',
    documents,
  ]);

const unit = `${reports}/unit.json`;
suite(
  'unit tests',
  ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`],
  unit,
  (file) => ({ passed: file.numPassedTests, failed: file.numFailedTests }),
);

const { ensureBuild } = await import('./build.mjs');
ensureBuild();
check('size budget', 'npm', ['run', '-s', 'check:size']);

const browser = `${reports}/browser.json`;
suite(
  'browser tests',
  ['playwright', 'test'],
  browser,
  (file) => ({ passed: file.stats.expected, failed: file.stats.unexpected + file.stats.flaky }),
  { FOOTNOTE_REPORT: browser },
);

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
