import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** Axe finds nothing, by day and by night, on a phone and on a laptop. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const size of sizes) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length).toBeGreaterThan(10);
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${colorScheme} ${size.width}: ${id} at ${target.join(' ')}`),
        ),
      );
    }
  expect(found).toEqual([]);
}

/** At 400 % zoom on a laptop a page is 320 px wide: everything is still there, without scrolling sideways. */
export async function expectToFitNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .filter((element) => element.closest('.visually-hidden, .skip') === null)
      .map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`);
  });
  expect(wide).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

/** WCAG 2.5.8 asks for 24 px; we ask for 44, as fingers do. Links within a text are let off. */
export async function expectRoomForFingers(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, nav a, a.button, input:not([type=radio]), summary, label:has(input)',
      ),
    ]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(
        ({ element, box }) =>
          `${element.tagName} “${element.textContent?.trim()}” ${box.width} × ${box.height}`,
      ),
  );
  expect(small).toEqual([]);
}
