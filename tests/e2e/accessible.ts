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

/**
 * WCAG 2.5.8 asks for 24 px; we ask for 44, as fingers do. Words within a text that can be pressed, and links that
 * stand by themselves, have 24; links within a text are as high as their line.
 */
export async function expectRoomForFingers(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const isInText = (element: Element) =>
      /^inline(-block)?$/.test(getComputedStyle(element).display) &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    const targets = 'button, nav a, a.button, input:not([type=radio]), summary, label:has(input)';
    const leastOf = (element: Element): number => {
      // The label around it is what is pressed.
      if (element.matches('label input[type=checkbox]')) return 0;
      // A name on a drawn map is as large as the map lets it be; the list beside the map has the same links.
      if (element instanceof SVGElement) return 0;
      if (element.matches(targets)) return isInText(element) ? 24 : 44;
      return isInText(element) ? 0 : 24;
    };
    return [...document.querySelectorAll(`${targets}, main a`)]
      .filter((element) => element.checkVisibility())
      .map((element) => ({
        element,
        box: element.getBoundingClientRect(),
        least: leastOf(element),
      }))
      .filter(({ box, least }) => box.height > 0 && Math.min(box.height, box.width) < least - 0.5)
      .map(
        ({ element, box }) =>
          `${element.tagName} “${element.textContent?.trim()}” ${box.width} × ${box.height}`,
      );
  });
  expect(small).toEqual([]);
}

/**
 * Nothing is wider than the window. What has two dimensions by its nature, a table or a drawing, may lie in a part
 * that is moved sideways by itself, as long as that part fits.
 */
export async function expectToReflow(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isMovedByItself = (element: Element) => {
      for (let part = element.parentElement; part !== null; part = part.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(part).overflowX)) return true;
      return false;
    };
    return (
      [...document.querySelectorAll('body *')]
        .filter(
          (element) =>
            element.checkVisibility() && element.closest('.visually-hidden, .skip') === null,
        )
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
        // A drawing is cut at its own edge.
        .filter((element) => !(element instanceof SVGElement && element.ownerSVGElement !== null))
        .filter((element) => !isMovedByItself(element))
        .map(
          (element) =>
            `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 40)}`,
        )
        .concat(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [])
    );
  });
  expect(wide).toEqual([]);
}

/** No transition and no animation takes any time. */
export async function expectNoMotion(page: Page): Promise<void> {
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after', '::backdrop'].flatMap((part) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(
          element,
          part,
        );
        const durations = `${transitionDuration}, ${animationDuration}`.split(', ');
        return durations.every((duration) => parseFloat(duration) === 0) &&
          scrollBehavior !== 'smooth'
          ? []
          : [`${element.tagName} ${element.className}${part ?? ''}: ${durations.join(', ')}`];
      }),
    ),
  );
  expect([...new Set(moving)]).toEqual([]);
}
