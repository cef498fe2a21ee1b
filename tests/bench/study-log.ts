import type { CardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import type { Instant } from '#lib/base/time.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { CardReviewed } from '#lib/study/events.ts';

const DAY_MS = 86_400_000;
const SECONDS_APART = 20;

/** A log of reviews made by the code that makes real ones: so many cards in turn, 200 answers a day. */
export function studyLog(reviews: number, cards: number): CardReviewed[] {
  const device = createDevice('bench', '2026-01-01T08:00:00Z');
  const random = seeded('bench', reviews, cards);
  const start = device.at;
  return Array.from({ length: reviews }, (_, i) => {
    const day = Math.floor(i / 200);
    device.at = (start + day * DAY_MS + (i % 200) * SECONDS_APART * 1000) as Instant;
    const chance = random.next();
    const grade = chance < 0.1 ? 'again' : chance < 0.2 ? 'hard' : chance < 0.9 ? 'good' : 'easy';
    const id = `bench/fact-${String(i % cards).padStart(5, '0')}#when` as CardId;
    return device.review(id, grade);
  });
}
