/**
 * The form of a pack's `map.yaml`: what its map shows. A pack without one has no map. It is no part of the
 * pack itself: nothing in it is asked or proved against a document.
 */
import * as v from 'valibot';
import { referenceSchema, text } from './schema-parts.ts';

export const MAP_FILE = 'map.yaml';
const MAP_FORMAT = 'footnote-map/1';

const east = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const north = v.pipe(v.number(), v.minValue(-85), v.maxValue(85));

export const mapSchema = v.strictObject({
  format: v.literal(MAP_FORMAT),
  /** In degrees; the land within it is drawn. */
  frame: v.strictObject({ west: east, east, south: north, north }),
  /** Names without a position: states, regions. Where they stand is a matter of room, and no border is meant. */
  labels: v.array(
    v.strictObject({
      entity: v.optional(text),
      /** For what is no entity of the pack: a sea. */
      name: v.optional(text),
      east,
      north,
      look: v.picklist(['state', 'region', 'water']),
    }),
  ),
  /** Points, each with the page that gives its position. */
  towns: v.array(
    v.strictObject({
      entity: text,
      /** The other name in use. */
      also: v.optional(text),
      east,
      north,
      /** The side of the point on which its name has room. */
      side: v.optional(v.picklist(['left', 'right']), 'right'),
      reference: referenceSchema,
    }),
  ),
});

export type PackMap = v.InferOutput<typeof mapSchema>;

/** The file that the build makes from `map.yaml` and the land of the world. */
export interface DrawnMap {
  readonly map: PackMap;
  /** The `d` of the land, in the units of the projection. */
  readonly land: string;
}
