/** A learner's past, made up: cards of the built pack in turn, answered as the forgetting curve says. */
import { readFileSync } from 'node:fs';
import type { CardId } from '#lib/base/ids.ts';
import { hash32, seeded } from '#lib/base/random.ts';
import { dayNumber, studyDayAt, type Instant } from '#lib/base/time.ts';
import { indexPack } from '#lib/content/pack-index.ts';
import type { Pack } from '#lib/content/schema.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { NEW_STATE, type CardState } from '#lib/study/card-state.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { createScheduler } from '#lib/study/scheduler.ts';
import { DEFAULT_SETTINGS } from '#lib/study/settings.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'UTC';
/** What is right, and what is chosen instead of it, by the number of the card. */
const OPTIONS = [
  ['Ada Lund', 'Ida Lund'],
  ['14 days', '40 days'],
  ['12 March', '21 March'],
  ['The town council', 'The harbour board'],
  ['Northport', 'Northholm'],
  ['A strike', 'A lockout'],
  ['600 tonnes', '60 tonnes'],
] as const;

export interface Past {
  readonly reviews: number;
  readonly days: number;
  /** The last study day is that of this moment. */
  readonly until: Date;
  /** Beyond those of the pack, cards of a pack that is not here. */
  readonly cards?: number;
}

function cardIds(count: number | undefined): CardId[] {
  const read = (name: string) => JSON.parse(readFileSync(`build/packs/${name}.json`, 'utf8'));
  const own = (read('index') as string[]).flatMap((id) =>
    cardsOf(indexPack(read(id) as Pack)).map((card) => card.id),
  );
  const more = Math.max((count ?? 0) - own.length, 0);
  const others = Array.from({ length: more }, (_, n) => `elsewhere/fact-${n}#when` as CardId);
  return [...own, ...others];
}

/** So many answers a day: due cards, then new ones, then those that come next. */
export function pastReviews({ reviews, days, until, cards }: Past): LogEvent[] {
  const device = createDevice('past', '2020-01-01T00:00:00Z', ZONE);
  const scheduler = createScheduler(DEFAULT_SETTINGS);
  const random = seeded('past', reviews);
  const fresh = cardIds(cards);
  const states = new Map<CardId, CardState>();
  const log: LogEvent[] = [];
  const model = DEFAULT_SETTINGS.model;

  const dueOf = (state: CardState) =>
    state.phase === 'review' ? dayNumber(state.dueDay) : state.phase === 'new' ? 0 : -1;

  function answer(id: CardId, at: Instant): void {
    device.at = at;
    const day = studyDayAt(at, ZONE);
    const before = states.get(id) ?? NEW_STATE;
    const recall =
      before.phase === 'new'
        ? 0.6
        : recallAfter(model, before.memory, dayNumber(day) - dayNumber(before.lastDay));
    const knows = random.next() < recall;
    const chance = random.next();
    const grade = !knows ? 'again' : chance < 0.1 ? 'hard' : chance < 0.9 ? 'good' : 'easy';
    const [right, wrong] = OPTIONS[hash32(id) % OPTIONS.length] ?? OPTIONS[0];
    const text = knows ? right : wrong;
    log.push(
      device.record('cardReviewed', {
        cardId: id,
        factRev: 1,
        packVersion: '1.0.0',
        format: 'choice',
        seed: 1,
        answer: { format: 'choice', option: knows ? 0 : 1, text },
        verdict: knows ? 'right' : 'wrong',
        tookMs: 3000 + random.integer(9000),
        grade,
        modelId: scheduler.modelId,
      }),
    );
    states.set(id, scheduler.review(id, before, { at, day }, grade).state);
  }

  for (let n = 0; n < days; n++) {
    const hoursAgo = 1 + random.integer(n === days - 1 ? 1 : 12);
    const start = until.getTime() - (days - 1 - n) * DAY_MS - hoursAgo * HOUR_MS;
    const today = dayNumber(studyDayAt(start as Instant, ZONE));
    const target = Math.round(((n + 1) * reviews) / days);
    const queue = [...states]
      .map(([id, state]) => ({ id, due: dueOf(state) }))
      .sort((a, b) => a.due - b.due);
    const due = queue.filter((one) => one.due <= today).map(({ id }) => id);
    const newOnes = fresh.splice(0, Math.max(Math.ceil((target - log.length) / 4), 1));
    const ahead = queue.filter((one) => one.due > today).map(({ id }) => id);
    const asked = [...due, ...newOnes, ...ahead];
    for (let i = 0; log.length < target; i++) {
      const id = asked[i % asked.length];
      if (id === undefined) break;
      answer(id, (start + i * 7000) as Instant);
    }
  }
  return log;
}
