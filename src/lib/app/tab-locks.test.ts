import { afterEach, expect, it, vi } from 'vitest';
import { createTabs } from './tabs.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Request = (
  name: string,
  options: { signal: AbortSignal },
  work: () => Promise<unknown>,
) => Promise<unknown>;

function tabsWithLocks(request: Request) {
  vi.stubGlobal('navigator', { locks: { request } });
  vi.stubGlobal('BroadcastChannel', EventTarget);
  return createTabs(() => undefined);
}

it('goes on without its turn when another tab never gives it up', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const tabs = tabsWithLocks(async (_, { signal }) => {
    signal.throwIfAborted();
    throw new Error('nobody is told to stop');
  });
  expect(await tabs.alone(async () => 'written')).toBe('written');
});

it('does its work once, also when that fails', async () => {
  let done = 0;
  const tabs = tabsWithLocks((_name, _options, work) => work());
  const work = () => {
    done += 1;
    return Promise.reject(new Error('no room'));
  };
  await expect(tabs.alone(work)).rejects.toThrow('no room');
  expect(done).toBe(1);
});
