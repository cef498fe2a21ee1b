import { existsSync, readFileSync } from 'node:fs';
import { inputHash } from './input-hash.mjs';
import { fail, run, say } from './prepare.mjs';

const versionFile = 'build/_app/version.json';

/** Builds the app into build/ unless what is there was made from the same input. */
export function ensureBuild() {
  const wanted = inputHash();
  if (existsSync(versionFile) && JSON.parse(readFileSync(versionFile, 'utf8')).version === wanted)
    return;
  say('Building the app…');
  if (!run('npx', ['vite', 'build', '--logLevel', 'warn'])) fail('The build failed; see above.');
}
