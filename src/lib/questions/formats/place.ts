/** Places to be found on the pack's map: towns with a point of their own, each far enough from the next for a thumb. */
import { seeded } from '#lib/base/random.ts';
import type { DrawnMap } from '#lib/content/map-schema.ts';
import { MAP_WIDTH, projectionOf } from '#lib/content/projection.ts';
import { LEAST_RIVALS, MOST_RIVALS, type Candidate } from '../candidate.ts';
import { asksPlace } from '../facets.ts';
import { ofNoComparison, type Maker } from '../formats.ts';
import { optionsFlaw, typographic } from '../item-rules.ts';
import type { PlaceOption, PlaceQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { questionParts, soundStems } from '../question-parts.ts';
import { OF_ANOTHER_REPORT } from '../rival-entities.ts';
import { apart, assessRivals } from '../rivals.ts';
import { isNamedIn } from './choice.ts';

/** In units of the map: a target of 44 px on a phone of 320 px, where the map is 284 px wide. */
const LEAST_DISTANCE = (44 / 284) * MAP_WIDTH;

export const placeMaker: Maker = { ofFacet: placeQuestion, ofComparison: ofNoComparison };

function placeQuestion(index: QuestionIndex, facet: Facet, seed: number): PlaceQuestion | null {
  const { drawn } = index;
  const { sort, slot } = facet;
  // One place alone is right: the capital of a state, where something happened.
  if (drawn === undefined || sort !== 'single' || !asksPlace(facet)) return null;
  if (slot.value.type !== 'entities' || slot.value.ids.length > 1) return null;
  const key = pointOf(drawn, slot.value.ids[0] ?? '');
  if (key === null) return null;
  const rivals = assessRivals(index, facet).flatMap((candidate): Rival[] => {
    const [rival = ''] = candidate.value.type === 'entities' ? candidate.value.ids : [];
    const isWrong = candidate.dropped === null || candidate.dropped === OF_ANOTHER_REPORT;
    const point = isWrong ? pointOf(drawn, rival) : null;
    return point === null ? [] : [{ candidate, point }];
  });
  const { width, height } = projectionOf(drawn.map.frame);
  const random = seeded('places', facet.cardId, seed);
  const shuffled = random.shuffle(rivals);
  // A rival near to all others would leave too few: then it is passed over.
  const orders = shuffled.map((_, at) => [...shuffled.slice(at), ...shuffled.slice(0, at)]);
  for (const stem of soundStems(index, facet, seed)) {
    const chosen = orders
      .map((order) => apartFrom(key, order, index, (rival) => isNamedIn(index, facet, stem, rival)))
      .find(({ length }) => length >= LEAST_RIVALS);
    const texts = chosen?.map(({ candidate }) => candidate.text) ?? [];
    if (chosen === undefined || optionsFlaw(stem, facet.shown, texts, false) !== null) continue;
    const own: PlaceOption = { text: typographic(facet.shown), ...key };
    const options = random.shuffle([own, ...chosen.map(optionOf)]);
    return {
      ...questionParts(index, facet, seed, stem),
      format: 'place',
      options,
      key: options.indexOf(own),
      map: { width, height, land: drawn.land },
    };
  }
  return null;
}

function apartFrom(
  key: Point,
  order: readonly Rival[],
  index: QuestionIndex,
  isNamed: (rival: Candidate) => boolean,
): readonly Rival[] {
  const chosen: Rival[] = [];
  for (const rival of order) {
    const fits =
      !isNamed(rival.candidate) &&
      [key, ...chosen.map(({ point }) => point)].every((other) => areApart(other, rival.point)) &&
      chosen.every(({ candidate }) => apart(index, candidate, rival.candidate));
    if (fits && chosen.length < MOST_RIVALS) chosen.push(rival);
  }
  return chosen;
}

type Point = Pick<PlaceOption, 'x' | 'y' | 'side'>;

interface Rival {
  readonly candidate: Candidate;
  readonly point: Point;
}

function optionOf({ candidate: { text, belongsTo, citations }, point }: Rival): PlaceOption {
  return {
    text: typographic(text),
    belongsTo: typographic(belongsTo),
    ...(citations === undefined ? {} : { citations }),
    ...point,
  };
}

/** `null` for what has no point: a region, a state, a place within a town. */
function pointOf({ map: { frame, towns } }: DrawnMap, id: string): Point | null {
  const town = towns.find(({ entity }) => entity === id);
  if (town === undefined) return null;
  const [x, y] = projectionOf(frame).at(town.east, town.north);
  return { x, y, side: town.side };
}

/** Whether a thumb on the one does not touch the other. */
function areApart(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) >= LEAST_DISTANCE;
}
