import { chromium, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test';
import { watch } from './app.ts';
import { setClock } from './clock.ts';

export interface ProfileVisit {
  /** Where the profile lies; it outlives the browser. */
  readonly folder: string;
  readonly origin: string;
  readonly launchOptions: LaunchOptions;
  /** What the clock shows when the browser opens. */
  readonly at: Date;
  readonly offline?: boolean;
}

/** A browser on a profile on the disk, as a learner has it: closed at night, opened the next day. */
export async function openProfile({
  folder,
  origin,
  launchOptions,
  at,
  offline = false,
}: ProfileVisit): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    baseURL: origin,
    viewport: { width: 390, height: 844 },
    timezoneId: 'Asia/Yerevan',
    offline,
  });
  context.setDefaultTimeout(10_000);
  const problems = watch(context);
  await setClock(context, at);
  return { context, page: context.pages()[0] ?? (await context.newPage()), problems };
}
