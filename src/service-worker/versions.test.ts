import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetOldVersions, type Versions } from './versions.ts';

const worker = {} as ServiceWorker;
let names: string[];

beforeEach(() => {
  names = ['footnote-app::1', 'footnote-app::2', 'neighbour'];
  vi.stubGlobal('caches', {
    keys: () => Promise.resolve([...names]),
    delete(name: string) {
      names = names.filter((other) => other !== name);
      return Promise.resolve(true);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A tab of the app that answers with the version that it runs. */
const tab = (version: string) =>
  ({
    url: 'http://localhost/study',
    postMessage: (_: unknown, [port]: MessagePort[]) => port?.postMessage(version),
  }) as WindowClient;

function worksAs(
  version: string,
  tabs: WindowClient[],
  newer?: 'installing' | 'waiting',
): Versions {
  return {
    clients: { matchAll: () => Promise.resolve(tabs) } as unknown as Versions['clients'],
    registration: {
      scope: 'http://localhost/',
      installing: newer === 'installing' ? worker : null,
      waiting: newer === 'waiting' ? worker : null,
    },
    prefix: 'footnote-app::',
    version,
  };
}

test('the cache of an old version goes when no tab runs it any more', async () => {
  await forgetOldVersions(worksAs('2', [tab('2'), tab('1')]));
  expect(names).toContain('footnote-app::1');
  await forgetOldVersions(worksAs('2', [tab('2'), tab('2')]));
  expect(names).toEqual(['footnote-app::2', 'neighbour']);
});

test.each(['installing', 'waiting'] as const)(
  'the cache of a newer version that is %s is not an old one',
  async (newer) => {
    await forgetOldVersions(worksAs('1', [tab('1')], newer));
    expect(names).toEqual(['footnote-app::1', 'footnote-app::2', 'neighbour']);
  },
);
