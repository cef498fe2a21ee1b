import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

export { expect };

/** Collects what must never happen on any page: a refused resource, an uncaught error. */
export function watch(context: BrowserContext): string[] {
  const problems: string[] = [];
  const follow = (page: Page) => {
    page.on('pageerror', (error) => problems.push(`uncaught on ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      if (
        /Content Security Policy|Trusted(HTML|Script|ScriptURL)|This document requires/.test(text)
      )
        problems.push(`policy on ${page.url()}: ${text}`);
    });
  };
  context.pages().forEach(follow);
  context.on('page', follow);
  return problems;
}

/** Waits until the service worker controls the page, so that the network can be taken away. */
export async function readyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
  });
}

/** A test with the built app at `origin`; it fails on any policy violation or uncaught error. */
export const test = base.extend<{ guarded: undefined }, { origin: string }>({
  origin: [
    // Playwright reads the names of the fixtures from the pattern: here none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serve();
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ origin }, use) => use(origin),
  guarded: [
    async ({ context }, use) => {
      const problems = watch(context);
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});
