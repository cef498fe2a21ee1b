import type { Instant } from '#lib/base/time.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  clockFromText,
  clockToText,
  CLOCK_START,
  compareClocks,
  isClockText,
  MAX_AHEAD_MS,
  receive,
  tick,
  type HybridClock,
} from './clock.ts';

const instant = (ms: number) => ms as Instant;
const arbClock = fc.record({
  ms: fc.integer({ min: 0, max: 9_999_999_999_999 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
});

it('S4 moves on, whatever the time of the device does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e12, max: 9e12 }), { minLength: 1 }), (times) => {
      let last: HybridClock = CLOCK_START;
      for (const ms of times) {
        const next = tick(last, instant(ms));
        expect(compareClocks(next, last)).toBeGreaterThan(0);
        last = next;
      }
    }),
  );
});

it('S4 follows real time where that moves on and counts where it does not', () => {
  const first = tick(CLOCK_START, instant(1000));
  expect(first).toEqual({ ms: 1000, counter: 0 });
  expect(tick(first, instant(1000))).toEqual({ ms: 1000, counter: 1 });
  expect(tick(first, instant(10))).toEqual({ ms: 1000, counter: 1 });
  expect(tick({ ms: 1000, counter: 0xffff }, instant(10))).toEqual({ ms: 1001, counter: 0 });
  expect(tick(first, instant(1001))).toEqual({ ms: 1001, counter: 0 });
});

it('S5 is later than what it has seen, within the bound', () => {
  const now = instant(1_000_000);
  const last = { ms: 999_000, counter: 4 };
  const remote = { ms: 1_000_000 + MAX_AHEAD_MS, counter: 7 };
  expect(receive(last, remote, now)).toEqual({ ms: remote.ms, counter: 8 });
  expect(receive(remote, last, now)).toEqual({ ms: remote.ms, counter: 8 });
  const wrong = { ms: remote.ms + 1, counter: 0 };
  expect(receive(last, wrong, now)).toEqual({ ms: 1_000_000, counter: 0 });
});

it('S6 sorts as text as it does as a clock, and is read back', () => {
  fc.assert(
    fc.property(arbClock, arbClock, (a, b) => {
      const [textA, textB] = [clockToText(a), clockToText(b)];
      expect(Math.sign(compareClocks(a, b))).toBe(textA < textB ? -1 : textA > textB ? 1 : 0);
      expect(isClockText(textA)).toBe(true);
      expect(clockFromText(textA)).toEqual(a);
    }),
  );
  expect(clockToText({ ms: 1_711_684_180_217, counter: 10 })).toBe('1711684180217-000a');
  expect(isClockText('1711684180217-000A')).toBe(false);
});
