import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Pack } from '#lib/content/schema.ts';
import type { Page } from '@playwright/test';
import { expect, readyOffline, test } from './app.ts';
import { chapters } from './chapters.ts';
import { Student } from './student.ts';

const read = (name: string) => JSON.parse(readFileSync(`build/packs/${name}.json`, 'utf8'));
const [packId = ''] = read('index') as string[];
const pack = read(packId) as Pack;
const facts = pack.facts.filter(({ retired }) => retired === undefined);
const withCards = facts.find(({ ask }) => ask !== 'none') ?? facts[0];
const factId = withCards?.id ?? '';
const nameId = pack.entities[0]?.id ?? '';
const base = `/library/${packId}`;
const dated = facts.find((fact) => fact.kind === 'event' && fact.values.when !== undefined);
const when = dated?.kind === 'event' ? dated.values.when : undefined;
const date = typeof when === 'string' ? when : (when?.is ?? '');

const pages = [
  '/library',
  ...chapters.map((chapter) => `${base}/${chapter}`),
  `${base}/timeline?zoom=${date.slice(0, 4)}`,
  `${base}/facts/${factId}`,
  `${base}/names/${nameId}`,
];

/** The library is there when it says what it is and nothing is still being loaded. */
async function opened(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('main :is(ul, ol, dl, article)').first()).toBeVisible();
}

async function goOffline(page: Page): Promise<void> {
  await page.goto('/');
  await readyOffline(page);
  await page.context().setOffline(true);
}

test('every page opens by its address without a network', async ({ page }) => {
  await goOffline(page);
  for (const address of pages) {
    await page.goto(address);
    await opened(page);
    await expect(page.getByRole('heading', { name: 'There is no such' })).toHaveCount(0);
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of [
    ['phone', { width: 320, height: 640 }],
    ['desktop', { width: 1280, height: 800 }],
  ] as const)
    test.describe(`${colorScheme}, ${device}`, () => {
      test.use({ colorScheme, viewport });

      test('no page has a fault that axe finds, and none is wider than the screen', async ({
        page,
      }) => {
        test.setTimeout(180_000);
        for (const address of pages) {
          await page.goto(address);
          await opened(page);
          if (address.endsWith('/places')) await expect(page.locator('figure svg')).toBeVisible();
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(
            violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
            address,
          ).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, address).toBe(0);
        }
      });
    });

/** The addresses that links in the main part of the page lead to, within the app. */
function linksOf(page: Page): Promise<string[]> {
  return page.locator('main a').evaluateAll((links) =>
    links
      .map((link) => new URL(link.getAttribute('href') ?? '', location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search, hash }) => pathname + search + hash),
  );
}

test('every fact is three taps from Today', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByText('Library').click();
  // The pack's title stands on Today too.
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect(page.getByRole('heading', { name: pack.title })).toBeVisible();
  const second = (await linksOf(page)).filter((link) => link.startsWith(base));
  expect(second.length).toBe(chapters.length);
  const reached = new Set<string>();
  for (const address of second) {
    await page.locator(`main a[href="${address}"]`).first().click();
    await page.waitForURL(`**${address}`);
    await opened(page);
    for (const link of await linksOf(page)) reached.add(link);
    await page.goBack();
    await page.waitForURL('**/library');
    await expect(page.getByRole('heading', { name: pack.title })).toBeVisible();
  }
  for (const { id } of facts) expect(reached).toContain(`${base}/facts/${id}`);
});

test('no link in the library leads nowhere', async ({ page }) => {
  test.setTimeout(240_000);
  await goOffline(page);
  await page.goto('/library');
  await opened(page);
  const open = new Set(await linksOf(page));
  const seen = new Set<string>();
  for (const address of open) {
    if (!address.startsWith('/library')) continue;
    const [path = '', hash] = address.split('#');
    if (!seen.has(path)) {
      seen.add(path);
      // As a tap does, without loading the app again.
      await page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.querySelector('main')?.append(link);
        link.click();
      }, path);
      await expect.poll(() => page.evaluate(() => location.pathname + location.search)).toBe(path);
      await expect(page.locator('main h1')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'There is no such' })).toHaveCount(0);
      for (const link of await linksOf(page)) open.add(link);
    } else if (hash !== undefined) {
      await page.goto(address);
      await expect(page.locator(`[id="${decodeURIComponent(hash)}"]`)).toBeAttached();
    }
  }
  // All facts and names, and more.
  expect(seen.size).toBeGreaterThan(facts.length + pack.entities.length);
});

test('search by keyboard: a slip in a name, the result, and back to the search', async ({
  page,
}) => {
  const entity = pack.entities.find(({ type, name }) => type === 'person' && /^\p{Lu}/u.test(name));
  const name = entity?.name ?? '';
  const slip = name.slice(0, -2) + name.slice(-1);
  await page.goto('/library');
  await page.getByLabel('Search the library').focus();
  await page.keyboard.type(slip);
  const results = page.getByRole('search').getByRole('link');
  await expect(results.first()).toContainText(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Search the library')).toHaveValue(slip);
  await expect(results.first()).toContainText(name);
});

test('a word of the glossary is explained at the foot of the page, by key and by tap', async ({
  page,
}) => {
  await page.goto(`${base}/introduction`);
  await opened(page);
  const word = page.locator('main button[popovertarget]').first();
  const note = page.locator('[popover]').first();
  await word.press('Enter');
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await word.click();
  await expect(note).toBeVisible();
});

test('the cards of one fact can be studied from its page', async ({ page }) => {
  await page.goto(`${base}/facts/${factId}`);
  await expect(page.getByRole('main').locator('p', { hasText: 'Not met yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Study these' }).click();
  await expect(page).toHaveURL(new RegExp(`deck=facts-${factId}`));
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  const asked = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('footnote');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('meta').objectStore('meta').getAll();
          reading.onsuccess = () => {
            const kept = JSON.stringify(reading.result);
            resolve([...new Set([...kept.matchAll(/"([^"/]+\/[^"#]+)#/g)].map((m) => m[1] ?? ''))]);
          };
        };
      }),
  );
  expect(asked).toEqual([`${packId}/${factId}`]);
});

test('a mistake is reported in a file, and nothing is sent', async ({ page }) => {
  await goOffline(page);
  await page.goto(`${base}/facts/${factId}`);
  await page.getByText('Report a mistake').click();
  await page.getByRole('button', { name: 'Save the report' }).click();
  await expect(page.getByText('Write a sentence first.')).toBeVisible();
  await page.getByLabel('What is wrong?').fill('The day is another.');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the report' }).click();
  const file = await (await download).path();
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({
    format: 'footnote-mistake/1',
    pack: packId,
    version: pack.version,
    item: factId,
    text: 'The day is another.',
  });
  expect(report['cards']).toContainEqual(expect.stringContaining(`${packId}/${factId}#`));
});

test('a mistake in a comparison is reported in the same way', async ({ page }) => {
  await page.goto(`${base}/comparisons`);
  await opened(page);
  const comparison = page.getByRole('article').first();
  const id = await comparison.getAttribute('id');
  await comparison.getByText('Report a mistake').click();
  await comparison.getByLabel('What is wrong?').fill('They do not differ.');
  const download = page.waitForEvent('download');
  await comparison.getByRole('button', { name: 'Save the report' }).click();
  const report = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as object;
  expect(report).toMatchObject({ item: id, rev: 1, text: 'They do not differ.' });
});

test('from the feedback the way leads to the fact and its report of a mistake, and back', async ({
  page,
}) => {
  await page.goto('/study?deck=everything&size=10');
  const student = new Student(page);
  const { factIds } = await student.answer({ right: true });
  await page.getByRole('link', { name: 'Read more in the library' }).click();
  await expect(page).toHaveURL(new RegExp(`/facts/${factIds[0] ?? ''}$`));
  await expect(page.getByText('Report a mistake')).toBeVisible();
  await page.goBack();
  await expect(student.verdict).toBeVisible();
});

test('the timeline zooms from years to a day, and back works', async ({ page }) => {
  await page.goto(`${base}/timeline`);
  await opened(page);
  const zoom = page.getByRole('navigation', { name: 'Zoom' });
  const whole = await page.locator('main a[href*="/facts/"]').count();
  const counts: number[] = [whole];
  while ((await zoom.getByRole('list', { name: 'Parts of this time' }).count()) > 0) {
    const before = page.url();
    await zoom.getByRole('list', { name: 'Parts of this time' }).getByRole('link').last().click();
    await expect.poll(() => page.url()).not.toBe(before);
    counts.push(await page.locator('main a[href*="/facts/"]').count());
  }
  expect(counts.length).toBe(4);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts.at(-1)).toBeGreaterThan(0);
  await zoom.getByRole('link', { name: 'All years' }).click();
  await expect(page.locator('main a[href*="/facts/"]')).toHaveCount(whole);
});

test('on paper there is no navigation, and closed parts are open', async ({ page }) => {
  await page.goto(`${base}/sources`);
  await opened(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  const line = page.locator('main details a[href*="/facts/"]').first();
  expect(await line.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(
    0,
  );
});
