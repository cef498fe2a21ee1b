/** Other builds of the app beside the one that is tested: with another base path, or a later version. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputHash } from '../../scripts/input-hash.mjs';

export interface Variant {
  readonly name: string;
  readonly basePath?: string;
  /** What is another in it: a file, what to look for, and what to put there. */
  readonly change?: { readonly file: string; readonly from: string; readonly to: string };
}

const inputs = ['src', 'static', 'content', 'scripts'];
const configs = [
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

/**
 * Builds a variant from a copy of the sources, once for a state of them.
 *
 * @returns the folder of the built files
 */
export function ensureVariant({ name, basePath = '', change }: Variant): string {
  const folder = join('.svelte-kit', 'variants', name);
  const built = join(folder, 'build');
  const stamp = join(folder, 'made-from');
  const wanted = JSON.stringify([inputHash(), basePath, change ?? null]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return built;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const input of inputs) cpSync(input, join(folder, input), { recursive: true });
  for (const config of configs) cpSync(config, join(folder, config));
  if (change !== undefined) {
    const path = join(folder, change.file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(change.from)) throw new Error(`${change.file} has no ${change.from}`);
    writeFileSync(path, before.replace(change.from, change.to));
  }
  execFileSync(join(process.cwd(), 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], {
    cwd: folder,
    env: { ...process.env, BASE_PATH: basePath },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(stamp, wanted);
  return built;
}
