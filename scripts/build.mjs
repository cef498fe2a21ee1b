import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Builds the app, the students' page and the classroom's server, each unless it is there from the same input. */
export function ensureClassroom() {
  ensureBuild();
  const version = readFileSync(versionFile, 'utf8');
  const stamp = 'build-server/version.json';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  say("Building the classroom's server and the students' page…");
  for (const config of ['src/server/vite.config.ts', 'src/student/vite.config.ts'])
    if (!run('npx', ['vite', 'build', '--config', config, '--logLevel', 'warn']))
      fail('The build failed; see above.');
  writeFileSync(stamp, version);
}
