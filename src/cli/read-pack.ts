import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceDocument } from '#lib/content/documents.ts';
import { formatIssue } from '#lib/content/issue.ts';
import type { LoadedPack } from '#lib/content/load.ts';
import { loadPack } from '#lib/content/load.ts';
import { MAP_FILE, type DrawnMap } from '#lib/content/map-schema.ts';
import { readMap } from '#lib/content/read-map.ts';
import type { Pack } from '#lib/content/schema.ts';
import type { TextFile } from '#lib/content/yaml-file.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Folders in content/ that are packs. */
export async function packFolders(): Promise<string[]> {
  const content = join(projectRoot, 'content');
  const entries = await readdir(content, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(content, entry.name))
    .sort();
}

/** The YAML files of a pack folder, with paths relative to it, in the order of their names. */
export async function readPackFolder(dir: string): Promise<TextFile[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8') })),
  );
}

/** A folder that is no pack. Its message names every issue with file and line. */
export class PackFolderError extends Error {}

/** @throws PackFolderError */
export async function loadPackFolderWithPlaces(dir: string): Promise<LoadedPack> {
  const loaded = loadPack(await readPackFolder(dir));
  if (!loaded.ok)
    throw new PackFolderError(
      loaded.error
        .map((issue) => formatIssue({ ...issue, file: join(dir, issue.file) }))
        .join('\n'),
    );
  return loaded.value;
}

/** The map of a pack folder without its land, which the built app alone draws; nothing if it has none. @throws PackFolderError */
export async function loadFolderMap(dir: string): Promise<DrawnMap | undefined> {
  const file = (await readPackFolder(dir)).find(({ path }) => path === MAP_FILE);
  if (file === undefined) return undefined;
  const read = readMap(file);
  if (!read.ok) throw new PackFolderError(read.error.map(formatIssue).join('\n'));
  return { map: read.value, land: '' };
}

/** A pack whose form is right. @throws PackFolderError */
export async function loadPackFolder(dir: string): Promise<Pack> {
  return (await loadPackFolderWithPlaces(dir)).pack;
}

/** The files of a folder of documents. */
export async function readDocuments(dir: string): Promise<SourceDocument[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(join(dir, file), 'utf8') })),
  );
}
