import { addDays, type StudyDay } from '#lib/base/time.ts';
import { EMPTY_DAY } from '#lib/study/learning-state.ts';
import { DEFAULT_SETTINGS, type DaysOff } from '#lib/study/settings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streakOf } from './streak.ts';

const START = '2026-03-02' as StudyDay;

/** A calendar from START on: x a day with an answer, - one without; the last is today. */
function streak(calendar: string, daysOff: readonly DaysOff[] = [], practised = false) {
  const done = { ...EMPTY_DAY, ...(practised ? { crammed: 1 } : { reviews: 1 }) };
  const days = new Map(
    [...calendar].flatMap((mark, n) => (mark === 'x' ? [[addDays(START, n), done] as const] : [])),
  );
  const state = { days, settings: { ...DEFAULT_SETTINGS, daysOff } };
  return streakOf(state, addDays(START, calendar.length - 1));
}

describe('H1', () => {
  it('counts the days with an answer, practice too', () => {
    expect(streak('xxx')).toMatchObject({ days: 3, longest: 3, isTodayDone: true });
    expect(streak('xxx', [], true).days).toBe(3);
    expect(streak('-').days).toBe(0);
  });

  it('today counts once something was answered, and until then takes nothing away', () => {
    expect(streak('xxx-')).toMatchObject({ days: 3, isTodayDone: false });
  });
});

describe('H2', () => {
  it('forgives one missed day, which does not count', () => {
    expect(streak('xx-xx').days).toBe(4);
  });

  it('ends with a second one within a week of the first', () => {
    // Missed on the 3rd and the 9th day: six days apart.
    expect(streak('xx-xxxxx-x')).toMatchObject({ days: 1, longest: 7 });
    // And seven days apart: both are forgiven.
    expect(streak('xx-xxxxxx-x').days).toBe(9);
    expect(streak('xx--x')).toMatchObject({ days: 1, longest: 2 });
  });

  it('says when missing today would end it', () => {
    expect(streak('xx-x-')).toMatchObject({ days: 3, isAtRisk: true });
    expect(streak('xxxx-')).toMatchObject({ days: 4, isAtRisk: false });
    expect(streak('xx-xx')).toMatchObject({ isAtRisk: false });
  });
});

describe('H3', () => {
  it('days off neither count nor break', () => {
    const off = [{ from: addDays(START, 2), to: addDays(START, 8) }];
    expect(streak('xx-------x').days).toBe(1);
    expect(streak('xx-------x', off).days).toBe(3);
    expect(streak('xx---x---x', off).days).toBe(4);
    expect(streak('xx-', off).isAtRisk).toBe(false);
  });
});

describe('H4', () => {
  it('never comes back to life: without an answer today it is no longer than it was yesterday', () => {
    const calendars = fc.array(fc.constantFrom('x', '-'), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(calendars, (marks) => {
        const before = streak(marks.join(''));
        const after = streak(`${marks.join('')}-`);
        expect(after.days).toBeLessThanOrEqual(before.days);
        expect(streak(`${marks.join('')}x`).days).toBeLessThanOrEqual(before.days + 1);
      }),
    );
  });
});
