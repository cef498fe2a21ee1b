/** Where a point of the earth stands on a pack's map. */

/** In degrees. */
export interface Frame {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The map's width in its own units; its height follows from the frame. */
export const MAP_WIDTH = 1000;

export interface Projection {
  readonly width: number;
  readonly height: number;
  at(east: number, north: number): readonly [x: number, y: number];
}

/** Straight meridians and parallels, true to scale in the middle of the frame: enough for a few degrees. */
export function projectionOf({ west, east, south, north }: Frame): Projection {
  const perDegree = MAP_WIDTH / (east - west);
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return {
    width: MAP_WIDTH,
    height: Math.round((north - south) * perDegree * stretch),
    at: (lon, lat) => [(lon - west) * perDegree, (north - lat) * perDegree * stretch],
  };
}
