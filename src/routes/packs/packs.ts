import { error } from '@sveltejs/kit';
import type { PackGists } from '#lib/content/gists-schema.ts';
import { loadPack, type LoadedPack } from '#lib/content/load.ts';
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

function read(id: string): LoadedPack {
  const loaded = loadPack(filesOf(id));
  if (!loaded.ok) {
    const [first] = loaded.error;
    throw new Error(`${id}: ${JSON.stringify(first)} (run npm run content:check)`);
  }
  return loaded.value;
}

/** Reads a pack of content/ when the app is built; a pack with mistakes stops the build. */
export function readPack(id: string): Pack {
  return read(id).pack;
}

/** Reads the lines on its paragraphs; `null` if there are none. */
export function readPackGists(id: string): PackGists | null {
  return read(id).gists;
}

/** Reads the map beside a pack; `null` if there is none. A map with mistakes stops the build too. */
export function readPackMap(id: string): PackMap | null {
  const file = filesOf(id).find(({ path }) => path === MAP_FILE);
  if (file === undefined) return null;
  const map = readMap(file);
  if (!map.ok) throw new Error(`${id}/${MAP_FILE}: ${JSON.stringify(map.error[0])}`);
  const [issue] = mapIssues(indexPack(readPack(id)), map.value);
  if (issue !== undefined) throw new Error(`${id}/${MAP_FILE}: ${issue}`);
  return map.value;
}
