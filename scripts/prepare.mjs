/**
 * What `npm start` and `npm test` need before anything else. Uses nothing but Node itself,
 * since on a fresh clone no package is installed yet.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const lockStamp = 'node_modules/.footnote-lock';

export function say(text) {
  process.stdout.write(`• ${text}\n`);
}

export function fail(text) {
  process.stderr.write(`\n✗ ${text}\n`);
  process.exit(1);
}

/** Runs a command with its output on the screen; true if it succeeded. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', shell, ...options }).status === 0;
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Footnote needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org`);
}

/** Installs the packages of the lock file if they are missing or older than it. */
export function ensurePackages() {
  const lock = readFileSync('package-lock.json', 'utf8');
  if (existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === lock) return;
  say('Installing packages (once)…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
    fail('The packages could not be installed. Is the npm registry within reach?');
  writeFileSync(lockStamp, lock);
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium or Chrome on this machine, or null. */
function findBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [process.env.CHROME_PATH, ...onPath, ...macPaths, playwrightBrowser()];
  return candidates.find((path) => path && isExecutable(path)) ?? null;
}

function playwrightBrowser() {
  const script = "import('playwright').then((p) => console.log(p.chromium.executablePath()))";
  try {
    return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** The path of a browser for the tests; installs one if there is none. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (isRoot && hasApt) {
    say('Installing Chromium from Debian (once)…');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-dejavu-core'], quiet);
  } else {
    say("Downloading Playwright's Chromium (once)…");
    run('npx', ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  }
  return (
    findBrowser() ??
    fail(
      'The tests need Chromium or Chrome, and none could be installed. ' +
        'Install one and set CHROME_PATH to its program.',
    )
  );
}
