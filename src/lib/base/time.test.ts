import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isStudyDay,
  studyDayAt,
  type Instant,
  type StudyDay,
} from './time.ts';

const at = (iso: string) => Date.parse(iso) as Instant;
const day = (text: string) => text as StudyDay;

describe('studyDayAt', () => {
  test.each([
    // zone, instant, the day that a calendar on the wall and the 04:00 rule give
    ['America/Los_Angeles', '2026-03-08T09:30:00Z', '2026-03-07'], // 01:30 PST, before the clocks go forward
    ['America/Los_Angeles', '2026-03-08T10:59:00Z', '2026-03-07'], // 03:59 PDT, just after they did
    ['America/Los_Angeles', '2026-03-08T11:00:00Z', '2026-03-08'], // 04:00 PDT
    ['America/Los_Angeles', '2026-11-01T11:59:00Z', '2026-10-31'], // 03:59 PST, after they went back
    ['America/Los_Angeles', '2026-11-01T12:00:00Z', '2026-11-01'],
    ['Asia/Kolkata', '2026-01-01T22:29:00Z', '2026-01-01'], // 03:59 on the 2nd
    ['Asia/Kolkata', '2026-01-01T22:30:00Z', '2026-01-02'],
    ['Pacific/Auckland', '2026-09-26T15:59:00Z', '2026-09-27'], // 04:59 NZDT after the change
    ['Pacific/Auckland', '2026-09-26T14:59:00Z', '2026-09-26'], // 03:59 NZDT
    ['Pacific/Kiritimati', '2026-12-31T14:00:00Z', '2027-01-01'], // +14, 04:00
    ['Pacific/Niue', '2026-12-31T14:59:00Z', '2026-12-30'], // −11, 03:59
  ])('in %s, %s belongs to %s', (zone, instant, expected) => {
    expect(studyDayAt(at(instant), zone)).toBe(expected);
  });

  test('the rollover hour can be moved', () => {
    expect(studyDayAt(at('2026-06-01T00:30:00Z'), 'UTC', 0)).toBe('2026-06-01');
    expect(studyDayAt(at('2026-06-01T05:30:00Z'), 'UTC', 6)).toBe('2026-05-31');
  });

  test('an unknown zone is an error, not a guess', () => {
    expect(() => studyDayAt(at('2026-06-01T00:30:00Z'), 'Mars/Olympus')).toThrow(RangeError);
  });

  test('never goes back while time goes on, in any zone', () => {
    const zones = ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Europe/London'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }),
        fc.integer({ min: 0, max: 200_000_000 }),
        (zone, start, later) => {
          const before = studyDayAt(start as Instant, zone);
          expect(before <= studyDayAt((start + later) as Instant, zone)).toBe(true);
        },
      ),
    );
  });
});

describe('arithmetic of study days', () => {
  test('crosses months, leap days and years', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2);
  });

  test('number and day are inverse', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
        expect(dayNumber(dayFromNumber(n))).toBe(n);
      }),
    );
  });

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', 'tomorrow', ''])('%s is no day', (text) => {
    expect(isStudyDay(text)).toBe(false);
  });

  test('a leap day is a day', () => {
    expect(isStudyDay('2024-02-29')).toBe(true);
  });
});
