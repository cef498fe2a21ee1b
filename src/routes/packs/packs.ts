import { error } from '@sveltejs/kit';
import { loadPack } from '#lib/content/load.ts';
import { MAP_FILE, type PackMap } from '#lib/content/map-schema.ts';
import { indexPack } from '#lib/content/pack-index.ts';
import { readMap } from '#lib/content/read-map.ts';
import type { Pack } from '#lib/content/schema.ts';
import type { TextFile } from '#lib/content/yaml-file.ts';
import { mapIssues } from '#lib/library/places.ts';

const files = import.meta.glob<string>('/content/*/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const folderOf = (path: string) => path.split('/')[2] ?? '';

/** The ids of all packs in content/: each is the name of its folder. */
export const packIds: readonly string[] = [...new Set(Object.keys(files).map(folderOf))].sort();

function filesOf(id: string): TextFile[] {
  const own = Object.entries(files).filter(([path]) => folderOf(path) === id);
  if (own.length === 0) error(404, `No pack named ${id}`);
  return own.map(([path, text]) => ({ path: path.split('/').slice(3).join('/'), text }));
}

/** Reads a pack of content/ when the app is built; a pack with mistakes stops the build. */
export function readPack(id: string): Pack {
  const loaded = loadPack(filesOf(id));
  if (!loaded.ok) {
    const [first] = loaded.error;
    throw new Error(`${id}: ${JSON.stringify(first)} (run npm run content:check)`);
  }
  return loaded.value.pack;
}

/** Reads the map beside a pack; `null` if there is none. A map with mistakes stops the build too. */
export function readPackMap(id: string): PackMap | null {
  const file = filesOf(id).find(({ path }) => path === MAP_FILE);
  if (file === undefined) return null;
  const read = readMap(file);
  if (!read.ok) throw new Error(`${id}/${MAP_FILE}: ${JSON.stringify(read.error[0])}`);
  const [issue] = mapIssues(indexPack(readPack(id)), read.value);
  if (issue !== undefined) throw new Error(`${id}/${MAP_FILE}: ${issue}`);
  return read.value;
}
