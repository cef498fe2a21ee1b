import { cardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import { addDays, daysBetween, studyDayAt, type Instant } from '#lib/base/time.ts';
import { expect, it } from 'vitest';
import { grades, type Grade } from './card-state.ts';
import { byPlan } from './day-choice.ts';
import { createDevice } from './device-builder.ts';
import { appendToState } from './fold.ts';
import { fuzzRange } from './fuzz.ts';
import { EMPTY_STATE, recordOf, type LearningState } from './learning-state.ts';
import { schedulerFor } from './scheduler.ts';
import type { LearningSettings } from './settings.ts';

const STATES = 10_000;
const DAY = 86_400_000;
const cards = Array.from({ length: 60 }, (_, n) => cardId('pack', `fact-${n % 12}`, `f${n}`));
const noCard = cardId('pack', 'none', 'when');

it(`S7 S8 S9 ${STATES} states: the result is what the preview showed, in order and within bounds`, () => {
  const random = seeded('states');
  const device = createDevice('phone', '2026-01-01T09:00:00Z', 'UTC');
  let state: LearningState = EMPTY_STATE;
  const step = (event: Parameters<typeof appendToState>[1]) => {
    const after = appendToState(state, event);
    if (after === null) throw new Error('a later event');
    state = after;
  };
  let byDay = 0;
  for (let n = 0; n < STATES; n++) {
    if (n % 100 === 0) {
      const changes: Partial<LearningSettings> = {
        desiredRetention: 0.7 + random.integer(29) / 100,
        maximumInterval: [3, 30, 365, 36_500][random.integer(4)] ?? 365,
        fuzz: random.integer(5) > 0,
        easyWeekdays: random.shuffle([1, 2, 3, 4, 5, 6, 7]).slice(random.integer(8)),
        daysOff: [
          { from: studyDayAt(device.at, 'UTC'), to: addDays(studyDayAt(device.at, 'UTC'), 12) },
        ].slice(random.integer(2)),
        learningSteps: [[1, 10], [], [5]][random.integer(3)] ?? [],
      };
      const reschedule = random.integer(3) === 0;
      step(device.record('learningSettingsChanged', { changes, reschedule }));
    }
    const card = cards[random.integer(cards.length)] ?? noCard;
    const grade: Grade = grades[random.integer(4)] ?? 'good';
    const now = { at: device.at, day: studyDayAt(device.at, device.zone) };
    const { settings } = state;
    const scheduler = schedulerFor(settings);
    const before = recordOf(state, card).schedule;
    const preview = scheduler.preview(card, before, now, byPlan(state));

    const [again = 0, hard = 0, good = 0, easy = 0] = grades.map((which) => {
      const { delay } = preview[which];
      return delay.unit === 'days' ? delay.days : 0;
    });
    const { maximumInterval } = settings;
    if (!(hard <= good && good <= easy && easy <= maximumInterval && again <= maximumInterval)) {
      expect.fail(`${[again, hard, good, easy].join()} of ${maximumInterval}`);
    }
    // Each within the range of its own interval, which begins above what a harder grade gives and, where
    // it grows, above what was given last.
    let harder = 0;
    for (const which of ['again', 'hard', 'good', 'easy'] as const) {
      const { delay, state: after } = preview[which];
      if (delay.unit !== 'days') continue;
      const ideal = scheduler.idealInterval(after.memory);
      const last = before.phase === 'review' && which !== 'again' ? before.interval : Infinity;
      const above = Math.max(harder + 1, Math.round(ideal) > last ? last + 1 : 1);
      const { least, most } = settings.fuzz
        ? fuzzRange(ideal, above, maximumInterval)
        : { least: 0, most: maximumInterval };
      if (delay.days < least || delay.days > most) {
        expect.fail(`${which}: ${delay.days} for ${ideal}, not ${least} to ${most}`);
      }
      if (which !== 'again') harder = delay.days;
    }

    step(device.review(card, grade));
    expect(recordOf(state, card).schedule).toEqual(preview[grade].state);
    if (preview[grade].state.phase === 'review') {
      byDay += 1;
      const { dueDay, interval } = preview[grade].state;
      expect(daysBetween(now.day, dueDay)).toBe(interval);
    }
    device.at = (device.at + random.integer(DAY / 2)) as Instant;
  }
  expect(byDay).toBeGreaterThan(STATES / 4);
});
