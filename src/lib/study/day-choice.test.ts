import { cardId, type CardId } from '#lib/base/ids.ts';
import { addDays, dayNumber, type Instant, type StudyDay } from '#lib/base/time.ts';
import type { Card } from '#lib/deck/card.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_RECORD, type CardRecord } from './card-state.ts';
import { byChance, byPlan, isDayOff, weekdayOf, type DayWanted } from './day-choice.ts';
import { createDevice } from './device-builder.ts';
import { dueDayOf, planOf } from './due-plan.ts';
import { appendToState } from './fold.ts';
import { EMPTY_STATE, recordOf } from './learning-state.ts';
import { schedulerFor } from './scheduler.ts';
import { DEFAULT_SETTINGS, type DaysOff } from './settings.ts';
import { itemOf } from './siblings.ts';
import { dailyLoad, mean, simulate, unevenness, type World } from './simulated-learner.ts';

const today = '2026-01-05' as StudyDay;
const id = (item: string, facet = 'when') => cardId('pack', item, facet);

const dueIn = (days: number): CardRecord => ({
  ...NEW_RECORD,
  schedule: {
    phase: 'review',
    memory: { stability: 10, difficulty: 5 },
    reps: 3,
    lapses: 0,
    lastAt: 0 as Instant,
    lastDay: today,
    dueDay: addDays(today, days),
    interval: days,
  },
});

/** The day chosen for a card of item `a`, in a plan of other cards. */
function chosen(
  others: readonly (readonly [CardId, CardRecord])[],
  wanted: Partial<DayWanted> = {},
  easyWeekdays: readonly number[] = [],
  daysOff: readonly DaysOff[] = [],
): number {
  const cards = new Map(others);
  return byPlan({ cards, plan: planOf(cards), settings: { easyWeekdays, daysOff } })({
    cardId: id('a'),
    reps: 4,
    from: today,
    range: { least: 8, most: 12 },
    ...wanted,
  });
}

const crowd = (days: number, count: number, name = 'x') =>
  Array.from({ length: count }, (_, n) => [id(`${name}${days}-${n}`), dueIn(days)] as const);

describe('S13', () => {
  it('chooses the day with the least to do', () => {
    const others = [8, 9, 11, 12].flatMap((days) => crowd(days, 5));
    expect(chosen(others)).toBe(10);
  });

  it('does not count the card itself where it was due', () => {
    const others = [8, 9, 10, 11, 12].flatMap((days) => crowd(days, 3));
    expect(chosen([...others.slice(1), [id('a'), dueIn(8)]])).toBe(8);
  });

  it('leaves chance to choose where nothing is planned', () => {
    const picked = new Set(Array.from({ length: 60 }, (_, reps) => chosen([], { reps })));
    expect(picked).toEqual(new Set([8, 9, 10, 11, 12]));
  });

  it('S15 leaves days off alone where it can, even for a busier day and that of a sibling', () => {
    const off = (from: number, to: number) => [
      { from: addDays(today, from), to: addDays(today, to) },
    ];
    const others = [...crowd(8, 9), ...crowd(12, 5), [id('a', 'who'), dueIn(12)] as const];
    expect(chosen(others, {}, [], off(9, 11))).toBe(8);
    expect(chosen(others, {}, [], off(8, 11))).toBe(12);
    // No day is free of it: as if none were off.
    expect(chosen(others, {}, [], off(1, 40))).toBe(chosen(others));
    expect(isDayOff(off(9, 11), dayNumber(addDays(today, 12)))).toBe(false);
  });

  it('counts weekdays from Monday', () => {
    // 1 January 1970 was a Thursday, 5 January 2026 a Monday.
    expect([weekdayOf(0), weekdayOf(-4), weekdayOf(dayNumber(today))]).toEqual([4, 7, 1]);
  });

  it('gives an easy weekday about a quarter of the load of others', () => {
    const others = [8, 9, 10, 11, 12].flatMap((days) => crowd(days, 4));
    // Wednesday 14 January is 9 days after Monday the 5th.
    expect(chosen(others.slice(4), {}, [3])).toBe(8);
    const wednesdayOnly = Array.from({ length: 30 }, (_, reps) => chosen(others, { reps }, [3]));
    expect(wednesdayOnly).not.toContain(9);
    const free = [8, 10, 11, 12].flatMap((days) => crowd(days, 4));
    expect(chosen(free, {}, [3])).toBe(9);
  });
});

describe('S14', () => {
  it('avoids the days of the same item, however little is planned there', () => {
    const siblings = [8, 10, 11].map((days, n) => [id('a', `f${n}`), dueIn(days)] as const);
    const others = [...crowd(9, 50), ...crowd(12, 40)];
    expect(chosen([...siblings, ...others])).toBe(12);
  });

  it('has no choice where each day of the range holds one', () => {
    const siblings = [8, 9, 10].map((days, n) => [id('a', `f${n}`), dueIn(days)] as const);
    const range = { least: 8, most: 10 };
    expect([8, 9, 10]).toContain(chosen(siblings, { range }));
    const suspended = { ...dueIn(9), suspended: true };
    expect(chosen([...siblings.toSpliced(1, 1, [id('a', 'f1'), suspended])], { range })).toBe(9);
  });

  it('stays within the range, whatever is planned', () => {
    const arbCards = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9), fc.nat(60)));
    fc.assert(
      fc.property(arbCards, fc.nat(50), fc.nat(400), (planned, least, span) => {
        const others = planned.map(
          ([item, facet, days]) => [id(item, `f${facet}`), dueIn(days)] as const,
        );
        const days = chosen(others, { range: { least, most: least + span } });
        expect(Number.isInteger(days) && days >= least && days <= least + span).toBe(true);
      }),
    );
  });
});

describe('six cards of each of 200 facts for 90 days', () => {
  const cards = Array.from({ length: 1200 }, (_, n) => {
    const itemId = `fact-${n % 200}`;
    return { id: id(itemId, `f${Math.floor(n / 200)}`), itemId } as Card;
  });
  const settings = { ...DEFAULT_SETTINGS, newPerDay: 14, reviewsPerDay: 9999 };
  const device = createDevice('phone', '2026-01-05T09:00:00Z', 'UTC');
  const forced: string[] = [];

  /** The app's own way: an event, folded. */
  const planned: World = (state, card, grade, now) => {
    device.at = now.at;
    const after = appendToState(state, device.review(card, grade));
    if (after === null) throw new Error('a later event');
    return after;
  };
  /** As it would be without a plan: every card for itself. */
  const alone: World = (state, card, grade, now) => {
    const record = recordOf(state, card);
    const { state: schedule } = schedulerFor(settings).review(
      card,
      record.schedule,
      now,
      grade,
      byChance,
    );
    return { ...state, cards: new Map(state.cards).set(card, { ...record, schedule }) };
  };
  /** Notes each answer that put a card on a day of its siblings, with the days that were possible. */
  const watched: World = (state, card, grade, now) => {
    const { schedule } = recordOf(state, card);
    const after = planned(state, card, grade, now);
    const due = dueDayOf(recordOf(after, card));
    const siblings = new Set(
      (state.plan.byItem.get(itemOf(card)) ?? [])
        .filter((other) => other !== card)
        .map((other) => dueDayOf(recordOf(state, other))),
    );
    if (due === null || !siblings.has(due)) return after;
    // The scheduler asks for harder grades too; the last it asks for is the grade that was given.
    let free: readonly number[] = [];
    schedulerFor(settings).review(card, schedule, now, grade, (wanted) => {
      const { least, most } = wanted.range;
      const first = dayNumber(now.day) + least;
      const days = Array.from({ length: most - least + 1 }, (_, n) => first + n);
      free = days.filter((day) => !siblings.has(day));
      return byPlan(state)(wanted);
    });
    forced.push(free.length === 0 ? 'forced' : `${card} had ${free.join()}`);
    return after;
  };

  const start = { ...EMPTY_STATE, settings };
  const withPlan = simulate(start, cards, 90, watched);
  const withFuzz = simulate(start, cards, 90, alone);

  it('Q4 never asks two of one fact in a row', () => {
    const adjacent = withPlan.reviews.filter(({ cardId: card, day }, i) => {
      const before = withPlan.reviews[i - 1];
      return before?.day === day && itemOf(before.cardId) === itemOf(card);
    });
    expect(withPlan.reviews.length).toBeGreaterThan(5000);
    expect(adjacent).toEqual([]);
  });

  it('S14 puts two of one fact on one day only where fuzz offers no other', () => {
    expect(forced.length).toBeGreaterThan(0);
    expect(new Set(forced)).toEqual(new Set(['forced']));
  });

  it('S13 is at most half as uneven from day to day as fuzz alone', () => {
    const [balanced, fuzzed] = [withPlan, withFuzz].map((run) => unevenness(dailyLoad(run)));
    expect(balanced).toBeLessThanOrEqual((fuzzed ?? 0) / 2);
  });

  it('S13 keeps mean recall within a point of what is desired', () => {
    const due = withPlan.reviews.filter(({ isDue }) => isDue);
    expect(Math.abs(mean(due.map(({ recall }) => recall)) - 0.9)).toBeLessThan(0.01);
  });
});
