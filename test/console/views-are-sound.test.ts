// Every view of the console, in light, dark, high contrast and Arabic, without a violation of WCAG 2.2 AA that axe knows, and
// without a horizontal bar; and a world whose every text is hostile: nothing of it runs, and it breaks no layout.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { openBrowser } from '../support/chromium/open-browser.ts';
import { overflowOf, visit } from '../support/console/browser.ts';
import { buildTheConsole } from '../support/console/build.ts';
import { HOSTILE } from '../support/console/hostile-texts.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';

let endpoint: TestEndpoint;
let browser: Browser;
let key: string;
const ids: string[] = [];

const hostileDraft = (at: number) => {
  const text = (offset: number): string => HOSTILE[(at + offset) % HOSTILE.length] ?? '';
  return draft({
    headline: text(0).slice(0, 140),
    summary: text(1),
    actions: [
      { text: text(2).slice(0, 500), by: '2030-01-01T12:00:00.000Z' },
      { text: text(3).slice(0, 500), by: null },
    ],
    contacts: [{ name: text(4).slice(0, 120), number: text(5).slice(0, 120), hours: text(6).slice(0, 120) }],
    translations: [{ language: 'ar', headline: text(7).slice(0, 140), summary: text(8), actions: [] }],
    externalReferences: [{ source: text(9).slice(0, 400), id: text(10).slice(0, 400), url: null }],
  });
};

beforeAll(async () => {
  buildTheConsole();
  endpoint = await openTestEndpoint({ clock: { now: () => new Date() } });
  const publisher = await endpoint.actor('cyberAgency');
  for (let at = 0; at < HOSTILE.length; at += 5) {
    const published = await publishWarning(endpoint.hub, publisher, hostileDraft(at));
    if (published.ok) ids.push(published.value.warning);
  }
  await endpoint.drain();
  for (const [at, id] of ids.entries()) {
    const analyst = await endpoint.actor('northGrid', 'analyst');
    await acknowledgeWarning(endpoint.hub, analyst, {
      warning: id,
      answer: 'AFFECTED',
      note: HOSTILE[at] ?? '',
    });
  }
  key = await endpoint.token('cyberAgency', 'publisher');
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await endpoint.close();
});

const views = (): string[] => [
  '/',
  '/?wall=true',
  `/warning/${ids[0]}`,
  '/publish',
  '/publish?kind=practice',
  '/board',
  `/board/${ids[0]}`,
  '/practices',
  '/indicators',
  '/duplicates',
  '/sectors',
  '/developers',
  '/hub',
];

test('the world is as hostile as it is meant to be', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  expect(ids.length).toBeGreaterThanOrEqual(8);
});

const LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'contrast', language: 'en' },
  { theme: 'light', language: 'ar' },
] as const;

test.each(LOOKS)(
  'axe finds nothing in $theme, $language',
  async (look) => {
    const { page, faults, close } = await visit(browser, endpoint.url, { ...look, key });
    const found: string[] = [];
    for (const view of views()) {
      await page.goto(endpoint.url + view);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const { id, nodes } of violations) found.push(`${view}: ${id}: ${nodes[0]?.html.slice(0, 200)}`);
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  },
  180_000,
);

test.each([
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
])(
  'nothing is wider than the window at $width × $height',
  async (size) => {
    const { page, close } = await visit(browser, endpoint.url, { key, size });
    const wide: string[] = [];
    for (const view of views()) {
      await page.goto(endpoint.url + view);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(250);
      const overflow = await overflowOf(page);
      if (overflow > 0) wide.push(`${view}: ${overflow}`);
    }
    expect(wide).toEqual([]);
    await close();
  },
  120_000,
);

test('of hostile texts nothing runs, and nothing is a link', async () => {
  const { page, faults, close } = await visit(browser, endpoint.url, {
    key,
    size: { width: 390, height: 844 },
  });
  for (const view of ids.flatMap((id) => [`/warning/${id}`, `/board/${id}`])) {
    await page.goto(endpoint.url + view);
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(150);
    expect([view, await overflowOf(page)]).toEqual([view, 0]);
    const out = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')]
        .map((each) => each.getAttribute('href') ?? '')
        .filter((href) => !/^(\/|tel:|#)/.test(href)),
    );
    expect(out).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { hacked?: unknown }).hacked)).toBeUndefined();
  }
  expect(faults).toEqual([]);
  await close();
}, 120_000);
