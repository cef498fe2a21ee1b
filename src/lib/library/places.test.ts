import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMap } from '#lib/content/read-map.ts';
import { MAP_FILE, type PackMap } from '#lib/content/map-schema.ts';
import { indexPack, type PackIndex } from '#lib/content/pack-index.ts';
import { loadPackFolder, packFolders } from '../../cli/read-pack.ts';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { MAP_WIDTH, projectionOf } from '#lib/content/projection.ts';
import { cutRing, landPath, type LonLat } from './land.ts';
import { mapIssues, placesOf } from './places.ts';

let index: PackIndex;
beforeAll(async () => {
  index = indexPack(await loadFixturePack());
});

const frame = { west: 0, east: 10, south: 0, north: 10 };
const reference = { title: 'x', url: 'https://example.org/x', accessed: '2026-11-22' };
const town = { east: 5, north: 5, side: 'right' as const, reference };
const map: PackMap = {
  format: 'footnote-map/1',
  frame,
  labels: [
    { entity: 'norrland', east: 2, north: 8, look: 'state' },
    { name: 'Estuary Sea', east: 9, north: 1, look: 'water' },
  ],
  towns: [{ ...town, entity: 'port-ellery', also: 'Ellerby' }],
};

describe('places', () => {
  test('what has a point is drawn, what lies in it is told, the rest is listed', () => {
    const places = placesOf(index, map);
    expect(places.towns.map(({ names, x }) => [names, x])).toEqual([
      [['Ellery', 'Ellerby'], MAP_WIDTH / 2],
    ]);
    expect(places.labels.map(({ name }) => name)).toEqual(['Norrland', 'Estuary Sea']);
    expect(places.inside.map(({ entity, on }) => [entity.id, on.id])).toEqual([
      ['customs-house', 'port-ellery'],
    ]);
    expect(places.elsewhere.map(({ id }) => id)).toEqual(['sandmouth', 'estuary', 'skarn']);
  });

  test('a map with mistakes says which', () => {
    expect(mapIssues(index, map)).toEqual([]);
    const wrong: PackMap = {
      ...map,
      labels: [{ east: 2, north: 2, look: 'region' }],
      towns: [
        { ...town, entity: 'atlantis' },
        { ...town, entity: 'sandmouth', east: 11 },
      ],
    };
    expect(mapIssues(index, wrong)).toEqual([
      'found a label without entity and name',
      'found the unknown entity atlantis',
      'found sandmouth outside the frame',
    ]);
    expect(mapIssues(index, { ...map, frame: { ...frame, east: 0 } })[0]).toBe(
      'found a frame without an inside',
    );
  });
});

describe('land', () => {
  test('a ring is cut at the frame: a square over a corner leaves its quarter', () => {
    const square: LonLat[] = [
      [-5, -5],
      [5, -5],
      [5, 5],
      [-5, 5],
    ];
    const cut = new Set(cutRing(square, frame).map(String));
    expect(cut).toEqual(new Set(['0,0', '5,0', '5,5', '0,5']));
  });

  test('land that holds the whole frame fills it, and land beside it is gone', () => {
    const around: LonLat[] = [
      [-50, -50],
      [50, -50],
      [50, 50],
      [-50, 50],
    ];
    expect(new Set(cutRing(around, frame).map(String))).toEqual(
      new Set(['0,0', '10,0', '10,10', '0,10']),
    );
    const far = around.map(([x, y]): LonLat => [x + 200, y]);
    expect(landPath([far], frame)).toBe('');
  });

  test('north is up, and a degree of latitude is longer than one of longitude by 1/cos', () => {
    // At 60° N a degree of longitude is half as long as one of latitude.
    const { at, width, height } = projectionOf({ west: 0, east: 2, south: 59, north: 61 });
    expect([width, height]).toEqual([1000, 2000]);
    expect(at(0, 61)).toEqual([0, 0]);
    expect(at(2, 59).map(Math.round)).toEqual([1000, 2000]);
  });
});

test('every map in content/ fits its pack, and has a reference for every point', async () => {
  const folders = await packFolders();
  expect(folders.length).toBeGreaterThan(0);
  for (const folder of folders) {
    const text = await readFile(`${folder}/${MAP_FILE}`, 'utf8').catch(() => null);
    if (text === null) continue;
    const read = readMap({ path: MAP_FILE, text });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(mapIssues(indexPack(await loadPackFolder(folder)), read.value)).toEqual([]);
  }
});

test('a map file with a mistake is refused with its line', () => {
  const read = readMap({ path: MAP_FILE, text: 'format: footnote-map/1\nframe: { west: 1 }\n' });
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.error[0]?.line).toBe(2);
});
