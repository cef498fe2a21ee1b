import { error } from '@sveltejs/kit';
import { loadPack } from '#lib/content/load.ts';
import type { Pack } from '#lib/content/schema.ts';

const files = import.meta.glob<string>('/content/*/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const folderOf = (path: string) => path.split('/')[2] ?? '';

/** The ids of all packs in content/: each is the name of its folder. */
export const packIds: readonly string[] = [...new Set(Object.keys(files).map(folderOf))].sort();

/** Reads a pack of content/ when the app is built; a pack with mistakes stops the build. */
export function readPack(id: string): Pack {
  const own = Object.entries(files).filter(([path]) => folderOf(path) === id);
  if (own.length === 0) error(404, `No pack named ${id}`);
  const loaded = loadPack(
    own.map(([path, text]) => ({ path: path.split('/').slice(3).join('/'), text })),
  );
  if (!loaded.ok) {
    const [first] = loaded.error;
    throw new Error(`${id}: ${JSON.stringify(first)} (run npm run content:check)`);
  }
  return loaded.value.pack;
}
