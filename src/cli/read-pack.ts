import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { formatIssue } from '#lib/content/issue.ts';
import { loadPack } from '#lib/content/load.ts';
import type { Pack } from '#lib/content/schema.ts';
import type { TextFile } from '#lib/content/yaml-file.ts';

/** The YAML files of a pack folder, with paths relative to it, in the order of their names. */
export async function readPackFolder(dir: string): Promise<TextFile[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8') })),
  );
}

/** A pack whose form is right; throws with every issue in its message if it is not. */
export async function loadPackFolder(dir: string): Promise<Pack> {
  const loaded = loadPack(await readPackFolder(dir));
  if (!loaded.ok)
    throw new Error(
      loaded.error
        .map((issue) => formatIssue({ ...issue, file: join(dir, issue.file) }))
        .join('\n'),
    );
  return loaded.value.pack;
}
