import type { BrowserContext } from '@playwright/test';

/**
 * Sets the wall clock of every page that a context loads, and lets it run on from there. Only `Date` is
 * touched: timers, events and the database keep the real time. Once for a context.
 */
export async function setClock(context: BrowserContext, to: Date): Promise<void> {
  await context.addInitScript((shift) => {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [RealDate.now() + shift] : given) as [number]));
      }
      static override now = () => RealDate.now() + shift;
    } as DateConstructor;
  }, to.getTime() - Date.now());
}
