/** The land of the world from Natural Earth at 1:10 million (public domain), through world-atlas. Read by the build alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { LonLat } from '#lib/library/land.ts';

interface Topology {
  readonly objects: { readonly land: unknown };
}

/** All coasts as rings, the shores of inland seas among them. */
export function landRings(): (readonly LonLat[])[] {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? (geometry.coordinates as LonLat[][])
      : (geometry.coordinates as LonLat[][][]).flat(),
  );
}
