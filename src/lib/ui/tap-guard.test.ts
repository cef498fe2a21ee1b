import { expect, test, vi } from 'vitest';
import { tapGuard } from './tap-guard.ts';

const click = (timeStamp: number, detail: number) => ({ timeStamp, detail }) as MouseEvent;

test.each([
  { at: 1249, detail: 1, passes: 0, what: 'a tap 249 ms after' },
  { at: 1250, detail: 1, passes: 1, what: 'a tap 250 ms after' },
  { at: 1001, detail: 0, passes: 1, what: 'a key 1 ms after' },
])('$what passes $passes times', ({ at, detail, passes }) => {
  const handler = vi.fn();
  tapGuard(1000)(handler)(click(at, detail));
  expect(handler).toHaveBeenCalledTimes(passes);
});
