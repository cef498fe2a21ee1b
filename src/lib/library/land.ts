/** Land as it is drawn: cut to a frame, projected, and written as one path. */
import { projectionOf, type Frame } from '#lib/content/projection.ts';

/** A corner of a coast, in degrees. */
export type LonLat = readonly [east: number, north: number];

/** The coast goes on so far beyond the frame, in degrees, so that the cut itself is never seen. */
const BLEED = 0.5;

/** Rings of land cut to the frame with its bleed, as the `d` of an SVG path; rings within rings are lakes. */
export function landPath(rings: readonly (readonly LonLat[])[], frame: Frame): string {
  const wide: Frame = {
    west: frame.west - BLEED,
    east: frame.east + BLEED,
    south: frame.south - BLEED,
    north: frame.north + BLEED,
  };
  const { at } = projectionOf(frame);
  return rings
    .map((ring) => cutRing(ring, wide))
    .filter((ring) => ring.length > 2)
    .map((ring) => {
      const points = ring.map(([lon, lat]) =>
        at(lon, lat)
          .map((n) => n.toFixed(1))
          .join(' '),
      );
      const kept = points.filter((point, i) => point !== points[i - 1]);
      return `M${kept.join('L')}Z`;
    })
    .join('');
}

/** Cuts a ring at each side of the frame in turn (Sutherland and Hodgman). */
export function cutRing(ring: readonly LonLat[], frame: Frame): LonLat[] {
  const sides: readonly { isIn(p: LonLat): boolean; meet(a: LonLat, b: LonLat): LonLat }[] = [
    { isIn: ([x]) => x >= frame.west, meet: (a, b) => atEast(a, b, frame.west) },
    { isIn: ([x]) => x <= frame.east, meet: (a, b) => atEast(a, b, frame.east) },
    { isIn: ([, y]) => y >= frame.south, meet: (a, b) => atNorth(a, b, frame.south) },
    { isIn: ([, y]) => y <= frame.north, meet: (a, b) => atNorth(a, b, frame.north) },
  ];
  return sides.reduce<LonLat[]>(
    (points, { isIn, meet }) =>
      points.flatMap((point, i) => {
        const before = points.at(i - 1) ?? point;
        const crossing = isIn(before) === isIn(point) ? [] : [meet(before, point)];
        return isIn(point) ? [...crossing, point] : crossing;
      }),
    [...ring],
  );
}

function atEast([ax, ay]: LonLat, [bx, by]: LonLat, x: number): LonLat {
  return [x, ay + ((by - ay) * (x - ax)) / (bx - ax)];
}

function atNorth([ax, ay]: LonLat, [bx, by]: LonLat, y: number): LonLat {
  return [ax + ((bx - ax) * (y - ay)) / (by - ay), y];
}
