/** Learners who travel, whose clocks change twice a year, go back, or are set wrong. */
import { cardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { daysBetween, type Instant } from '#lib/base/time.ts';
import { expect, it } from 'vitest';
import { grades } from './card-state.ts';
import { createDevice } from './device-builder.ts';
import type { CardReviewed } from './events.ts';
import { appendToState, foldLog, inOrder } from './fold.ts';
import { EMPTY_STATE, recordOf } from './learning-state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TRACES = 1000;

/** Every whole hour from −11 to +14, and zones with summer time, half hours and quarters. */
const zones = [
  ...Array.from({ length: 26 }, (_, n) => `Etc/GMT${n < 14 ? '' : '+'}${n - 14}`),
  'Pacific/Niue',
  'Pacific/Honolulu',
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Yerevan',
  'Asia/Baku',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** Nights in which clocks go forward or back, in one of the zones or another. */
const changes = [
  '2026-03-08T10:00:00Z',
  '2026-11-01T09:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-04-04T14:00:00Z',
  '2026-09-26T14:00:00Z',
].map((text) => Date.parse(text));

/** The wall clock by another road than the app's: a printed date and time, four hours less. */
function wallDay(at: number, zone: string): string {
  const printed = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
  return new Date(Date.parse(`${printed.replace(' ', 'T')}Z`) - 4 * HOUR)
    .toISOString()
    .slice(0, 10);
}

const cards = ['a', 'b', 'c'].map((item) => cardId('pack', item, 'when'));

function trace(seed: number) {
  const random = seeded('trace', seed);
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T =>
    items[random.integer(items.length)] as T;
  const start = pick(changes) - random.integer(3 * DAY);
  const device = createDevice('phone', new Date(start).toISOString(), pick(zones));
  const reviews: CardReviewed[] = [];
  for (let n = 0; n < 25; n++) {
    reviews.push(device.review(pick(cards), pick(grades)));
    const gap = pick([0, MINUTE, HOUR, 7 * HOUR, DAY, 3 * DAY, 30 * DAY]);
    // One step in ten the clock goes back, by a day or by ten years, or forward by a year.
    const jump = random.integer(10) === 0 ? pick([-DAY, -3652 * DAY, 365 * DAY]) : 0;
    device.at = (device.at + gap + random.integer(HOUR) + jump) as Instant;
    if (random.integer(3) === 0) device.zone = pick(zones);
  }
  return { random, reviews };
}

it(`S10 S11 S4 ${TRACES} traces: the right study day, no negative interval, the order kept`, () => {
  let reviewed = 0;
  let wentBack = 0;
  for (let seed = 0; seed < TRACES; seed++) {
    const { random, reviews } = trace(seed);
    let state = EMPTY_STATE;
    for (const event of reviews) {
      reviewed += 1;
      if (event.day !== wallDay(event.at, event.zone)) {
        expect.fail(`${event.day} at ${event.at} in ${event.zone}`);
      }
      const after = appendToState(state, event);
      if (after === null) return expect.fail('a later event has a later clock');
      const { schedule } = recordOf(after, event.cardId);
      if (schedule.phase === 'new') return expect.fail('answered');
      const isAhead =
        schedule.phase === 'review'
          ? schedule.interval > 0 && daysBetween(event.day, schedule.dueDay) === schedule.interval
          : schedule.dueAt > event.at;
      if (!isAhead || !(schedule.memory.stability > 0)) expect.fail(JSON.stringify(schedule));
      state = after;
    }
    wentBack += state.clockWentBack;
    const arrived = random.shuffle(reviews);
    expect(inOrder(arrived)).toEqual(reviews);
    expect(foldLog(arrived)).toEqual(state);
  }
  expect(reviewed).toBe(TRACES * 25);
  expect(wentBack).toBeGreaterThan(TRACES);
});
