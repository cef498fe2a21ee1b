import { json } from '@sveltejs/kit';
import type { DrawnMap } from '#lib/content/map-schema.ts';
import { landPath } from '#lib/library/land.ts';
import { landRings } from '../../land.ts';
import { packIds, readPackMap } from '../../packs.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => packIds.map((pack) => ({ pack }));

/** The map of a pack, drawn when the app is built; `null` if it has none. */
export const GET: RequestHandler = ({ params }) => {
  const map = readPackMap(params.pack);
  const drawn: DrawnMap | null =
    map === null ? null : { map, land: landPath(landRings(), map.frame) };
  return json(drawn);
};
