import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A name for the build that depends on its input alone, so that building again without a change
 * is no update for those who have the app, and needs not be done at all.
 */
export function inputHash() {
  const hash = createHash('sha256');
  const add = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) add(path);
      else hash.update(path).update(readFileSync(path));
    }
  };
  for (const folder of ['src', 'static', 'content']) if (existsSync(folder)) add(folder);
  for (const file of ['package-lock.json', 'svelte.config.js', 'vite.config.ts'])
    hash.update(readFileSync(file));
  hash.update(process.env.BASE_PATH ?? '');
  return hash.digest('hex').slice(0, 12);
}
