// Every view of the console, in light, dark, high contrast and Arabic, without a violation of WCAG 2.2 AA that axe knows, and
// without a horizontal bar; and a world whose every text is hostile: nothing of it runs, and it breaks no layout. The views of
// administration are looked at as somebody who administers a member and the hub.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { openBrowser } from '../support/chromium/open-browser.ts';
import { overflowOf, visit } from '../support/console/browser.ts';
import { buildTheConsole } from '../support/console/build.ts';
import { plantHostilePartnership } from '../support/console/hostile-partnership.ts';
import { HOSTILE } from '../support/console/hostile-texts.ts';
import { actorWith, keyWith } from '../support/console/people.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';

let endpoint: TestEndpoint;
let browser: Browser;
let key: string;
let adminKey: string;
let planted = 0;
const ids: string[] = [];
const ADMIN = {
  of: 'cyberAgency',
  person: 'cyber-agency/chief',
  roles: ['member-admin', 'manager', 'hub-operator'],
} as const;

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
  planted = await plantHostilePartnership(endpoint, await actorWith(endpoint, ADMIN));
  adminKey = await keyWith(endpoint, ADMIN);
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

/** Each with what it shows once it is there. */
const ADMINISTRATION: readonly (readonly [view: string, shown: string])[] = [
  ['/people', 'main tbody tr'],
  ['/people?of=cyber-agency%2Fp0', 'main .facts'],
  ['/keys?whose=member', 'main tbody tr'],
  ['/members', 'main article'],
  ['/members/cyber-agency', 'main tbody tr'],
  ['/communities', 'main tbody tr'],
  ['/communities/table-0', 'main .facts'],
  ['/proposals', 'main article'],
  ['/audit', 'main tbody tr'],
];

test('the world is as hostile as it is meant to be', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  expect(ids.length).toBeGreaterThanOrEqual(8);
  expect(planted).toBeGreaterThan(HOSTILE.length + 20);
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

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Rows of a table, and cards, are built alike: the first few stand for all. */
const LIKE_THOSE_BEFORE = ['main tbody tr:nth-child(n + 5)', 'main article:nth-of-type(n + 3)'];

type Rules = 'ALL' | 'COLOURS' | 'ALL_BUT_COLOURS';

const violationsOn = async (page: Page, rules: Rules): Promise<string[]> => {
  const axe = new AxeBuilder({ page });
  for (const selector of LIKE_THOSE_BEFORE) axe.exclude(selector);
  if (rules === 'COLOURS') axe.withRules(['color-contrast']);
  else axe.withTags(WCAG);
  if (rules === 'ALL_BUT_COLOURS') axe.disableRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
};

describe('administration', () => {
  const come = (look: Parameters<typeof visit>[2] = {}) =>
    visit(browser, endpoint.url, { key: adminKey, theme: 'light', ...look });
  const open = async (page: Page, [view, shown]: (typeof ADMINISTRATION)[number]): Promise<void> => {
    await page.goto(endpoint.url + view);
    await page.locator(shown).first().waitFor();
  };

  test('axe finds nothing, in English in each colour and in Arabic, nor in a dialog', async () => {
    const found: string[] = [];
    for (const language of ['en', 'ar'] as const) {
      const { page, faults, close } = await come({ language });
      for (const each of ADMINISTRATION) {
        await open(page, each);
        const said = await violationsOn(page, language === 'en' ? 'ALL' : 'ALL_BUT_COLOURS');
        // A theme is a set of colours: the rest of the page stays as it was looked at.
        for (const theme of language === 'en' ? ['dark', 'contrast'] : []) {
          await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
          said.push(...(await violationsOn(page, 'COLOURS')));
        }
        found.push(...said.map((line) => `${language} ${each[0]} ${line}`));
      }
      expect(faults).toEqual([]);
      await close();
    }
    const { page, close } = await come();
    for (const [view, button] of [
      ['/people', 'Invite a person'],
      ['/keys', 'Make a key'],
      ['/members', 'Apply for an organisation'],
      ['/communities', 'Create a community'],
    ] as const) {
      await page.goto(endpoint.url + view);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await violationsOn(page, 'ALL')).map((line) => `${view} dialog ${line}`));
    }
    await close();
    expect(found).toEqual([]);
  }, 180_000);

  test('nothing of it is wider than a telephone, runs, or leads out of the console', async () => {
    const { page, faults, close } = await come({ size: { width: 390, height: 844 } });
    for (const each of ADMINISTRATION) {
      await open(page, each);
      const out = await page.evaluate(() =>
        [...document.querySelectorAll('a[href]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !/^(\/|tel:|#)/.test(href)),
      );
      const ran = await page.evaluate(() => (window as unknown as { hacked?: unknown }).hacked);
      expect([each[0], await overflowOf(page), out, ran]).toEqual([each[0], 0, [], undefined]);
    }
    expect(faults).toEqual([]);
    await close();
  }, 120_000);
});
