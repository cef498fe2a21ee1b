import { addDays, dayNumber, type Instant, type StudyDay } from '#lib/base/time.ts';
import { sampleCard } from '#lib/deck/card-builder.ts';
import { createDevice } from '#lib/study/device-builder.ts';
import type { LogEvent } from '#lib/study/events.ts';
import { foldLog } from '#lib/study/fold.ts';
import { recordOf, type LearningState } from '#lib/study/learning-state.ts';
import { recallAfter } from '#lib/study/recall.ts';
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from '#lib/study/settings.ts';
import { describe, expect, it } from 'vitest';
import { backlogOf, capsToCompare, forecastCatchUp } from './catch-up.ts';
import { forecastExam, newPerDayFor } from './exam.ts';
import { expectedRecall } from './expected-recall.ts';
import { gradeShares } from './grade-shares.ts';
import { holidayEffect } from './holiday.ts';
import { modelEffect } from './model-effect.ts';
import { priceOf, retentionsToCompare } from './retention-price.ts';
import { runToEnd } from './slices.ts';
import { trainingLog } from './training-items.ts';

const DAY = 86_400_000;

const cards = Array.from({ length: 120 }, (_, n) => sampleCard(`fact-${n}`));
const START = '2026-01-05' as StudyDay;

/** Sixty cards learned five a day, each answered again when due; the state on the 30th day. */
function learned() {
  const device = createDevice('phone', `${START}T09:00:00Z`, 'UTC');
  const log: LogEvent[] = [];
  let state = foldLog([]);
  for (let n = 0; n < 30; n++) {
    const day = addDays(START, n);
    for (const { id } of cards.slice(0, 60)) {
      const { schedule } = recordOf(state, id);
      const isDue = schedule.phase === 'review' && schedule.dueDay <= day;
      const isNext =
        schedule.phase === 'new' && cards.findIndex((one) => one.id === id) < n * 5 + 5;
      if (isNext) log.push(device.review(id, 'good'), device.review(id, 'good'));
      else if (isDue) log.push(device.review(id, (dayNumber(day) + n) % 7 ? 'good' : 'hard'));
    }
    state = foldLog(log);
    device.at = (device.at + DAY) as Instant;
  }
  return { device, log, state, today: addDays(START, 30) };
}
const past = learned();
const pastLog = runToEnd(trainingLog(past.log));
const nowOn = (day: StudyDay) => ({ at: Date.parse(`${day}T10:00:00Z`) as Instant, day });
const input = { cards, state: past.state, today: past.today, seed: 'steering' };

describe('X1 the exam', () => {
  const exam = addDays(past.today, 20);

  it('if nothing is studied, recall is what the forgetting curve says', () => {
    const { ifStopped, daysLeft } = runToEnd(forecastExam(input, exam, 0));
    const byHand =
      [...past.state.cards.values()].reduce((sum, { schedule }) => {
        if (schedule.phase === 'new') return sum;
        const elapsed = dayNumber(exam) - dayNumber(schedule.lastDay);
        return sum + recallAfter(DEFAULT_SETTINGS.model, schedule.memory, elapsed);
      }, 0) / cards.length;
    expect(daysLeft).toBe(20);
    expect(ifStopped).toBeCloseTo(byHand, 10);
    // Sixty of the 120 were never seen: half is the most there can be.
    expect(ifStopped).toBeGreaterThan(0.3);
    expect(ifStopped).toBeLessThan(0.5);
  });

  it('so many new cards a day that all are met three days before', () => {
    expect(newPerDayFor(cards, past.state, 20)).toBe(4); // 60 in 17 days
    expect(newPerDayFor(cards, past.state, 2)).toBe(60);
    const plan = runToEnd(forecastExam(input, exam, 4));
    expect(plan.unseen).toBe(0);
    expect(plan.days).toHaveLength(20);
    expect(plan.days.slice(17).every(({ fresh }) => fresh === 0)).toBe(true);
    expect(plan.recall).toBeGreaterThan(0.88);
    expect(plan.recall).toBeGreaterThan(runToEnd(forecastExam(input, exam, 1)).recall);
  });

  it('on the day itself there is nothing to plan', () => {
    const { days, recall, ifStopped } = runToEnd(forecastExam(input, past.today, 5));
    expect(days).toEqual([]);
    expect(recall).toBe(ifStopped);
  });
});

describe('X2 catching up', () => {
  const later = addDays(past.today, 60);
  const now = nowOn(later);

  it('the backlog is all that is due, whatever the limits', () => {
    const due = [...past.state.cards.values()].filter(
      ({ schedule }) => schedule.phase === 'review' && schedule.dueDay <= later,
    ).length;
    const capped = {
      ...past.state,
      settings: { ...past.state.settings, reviewsPerDay: 5, catchUpPerDay: 3 },
    };
    expect(due).toBeGreaterThan(40);
    expect(backlogOf(cards, capped, now)).toBe(due);
  });

  it('a higher limit is clear sooner; without new cards until then', () => {
    const backlog = backlogOf(cards, past.state, now);
    const forecast = (perDay: number) =>
      runToEnd(forecastCatchUp({ ...input, today: later }, perDay));
    const [ten, twenty] = [forecast(10), forecast(20)];
    // Not before the last of the backlog is asked, and soon after: what was forgotten comes back.
    const soonest = Math.ceil(backlog / 20) - 1;
    const days = dayNumber(twenty.clearOn ?? later) - dayNumber(later);
    expect(days).toBeGreaterThanOrEqual(soonest);
    expect(days).toBeLessThanOrEqual(soonest + 2);
    expect((ten.clearOn ?? '') > (twenty.clearOn ?? '')).toBe(true);
    expect(twenty.reviews).toBeGreaterThanOrEqual(backlog);
    const daysOff = [{ from: later, to: addDays(later, 300) }];
    const away = { ...past.state, settings: { ...past.state.settings, daysOff } };
    const never = runToEnd(forecastCatchUp({ ...input, state: away, today: later }, 20));
    expect(never.clearOn).toBeNull();
  });

  it('compares a few limits, with that in force', () => {
    expect(capsToCompare(300, null)).toEqual([10, 30, 50, 100]);
    expect(capsToCompare(70, 35)).toEqual([10, 30, 35]);
    expect(capsToCompare(8, null)).toEqual([10]);
  });
});

describe('X3 days off', () => {
  it('says what the change then does', () => {
    const off = { from: addDays(past.today, 2), to: addDays(past.today, 6) };
    const effect = holidayEffect(past.state, off, past.today);
    const changes = { daysOff: [off] };
    const log = [
      ...past.log,
      past.device.record('learningSettingsChanged', { changes, reschedule: true }),
    ];
    const after = foldLog(log);
    const dueThen = ({ cards: records }: LearningState) =>
      [...records.values()].filter(
        ({ schedule }) =>
          schedule.phase === 'review' && schedule.dueDay >= off.from && schedule.dueDay <= off.to,
      ).length;
    expect(effect).toMatchObject({ days: 5, due: dueThen(past.state), left: dueThen(after) });
    expect(effect.moved).toBeGreaterThan(0);
    expect(effect.moved + effect.left).toBe(effect.due);
    expect(effect.back).toBe(addDays(past.today, 7));
    if (effect.left > 0) expect(effect.recallBack).toBeLessThan(effect.recallOnTime);
  });

  it('comes back after the last of adjoining stretches', () => {
    const daysOff = [{ from: addDays(past.today, 4), to: addDays(past.today, 9) }];
    const state = { ...past.state, settings: { ...past.state.settings, daysOff } };
    const off = { from: past.today, to: addDays(past.today, 3) };
    expect(holidayEffect(state, off, past.today).back).toBe(addDays(past.today, 10));
  });
});

describe('X4 the price of retention', () => {
  it('higher costs more and is worth more', () => {
    const [low, high] = [0.8, 0.95].map((retention) => runToEnd(priceOf(input, retention)));
    expect(high?.minutesLater).toBeGreaterThan(low?.minutesLater ?? Infinity);
    expect(high?.minutesNow).toBeGreaterThan(low?.minutesNow ?? Infinity);
    expect(high?.recallLater).toBeGreaterThan(low?.recallLater ?? Infinity);
  });

  it('compares that in force too', () => {
    expect(retentionsToCompare(0.9)).toEqual([0.8, 0.85, 0.9, 0.93, 0.95]);
    expect(retentionsToCompare(0.88)).toEqual([0.8, 0.85, 0.88, 0.9, 0.93, 0.95]);
  });
});

describe('G6 new weights', () => {
  it('the preview says what they then do', () => {
    const weights = DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight * 0.4 : weight));
    const model = { name: 'fsrs-6', weights } as const;
    const day = past.today;
    const effect = runToEnd(modelEffect(past.state, pastLog, model, day));
    const change = (reschedule: boolean) =>
      foldLog([
        ...past.log,
        past.device.record('learningSettingsChanged', { changes: { model }, reschedule }),
      ]);
    const dueDays = ({ cards: records }: LearningState) =>
      [...records.values()].map(({ schedule }) =>
        schedule.phase === 'review' ? schedule.dueDay : '',
      );
    const [before, after] = [dueDays(change(false)), dueDays(change(true))];
    expect(effect.moved).toBe(before.filter((due, i) => due !== after[i]).length);
    expect(effect.moved).toBeGreaterThan(0);
    const dueOf = (days: readonly string[]) =>
      days.filter((due) => due !== '' && due <= day).length;
    expect(effect.dueToday).toEqual({ before: dueOf(before), after: dueOf(after) });
  });
});

describe('grade shares', () => {
  it('are the learner’s own, with twenty usual answers for a start', () => {
    const { first, step, recalled } = gradeShares(pastLog);
    // Sixty cards, each Good twice on its first day: 60 of 80 and 16 of the usual 20.
    expect(first.good).toBeCloseTo((60 + 16) / 80, 10);
    expect(first.again).toBeCloseTo(4 / 80, 10);
    expect(step.good).toBeCloseTo((60 + 18) / 80, 10);
    expect(recalled.again).toBe(0);
    expect(recalled.hard).toBeGreaterThan(0);
    for (const shares of [first, step, recalled]) {
      expect(shares.again + shares.hard + shares.good + shares.easy).toBeCloseTo(1, 10);
    }
  });
});

describe('expected recall', () => {
  it('is the mean over all cards, those never seen as none', () => {
    expect(expectedRecall([], past.state, past.today)).toBe(0);
    expect(expectedRecall(cards.slice(60), past.state, past.today)).toBe(0);
    const half = expectedRecall(cards, past.state, past.today);
    expect(expectedRecall(cards.slice(0, 60), past.state, past.today)).toBeCloseTo(half * 2, 10);
  });
});
