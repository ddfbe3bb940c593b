// The single keys in each list, and where they do nothing: on the watch floor in what waits too, in the library, on the list of one's
// own, in requests for help and in duplicates; on the page of a warning `e` does what it does on a row.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { openBrowser } from '../../support/chromium/open-browser.ts';
import { type Visit, visit } from '../../support/console/browser.ts';
import { buildTheConsole } from '../../support/console/build.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

const HEADLINES = ['One relay is open', 'Two pumps are stopped', 'Three gateways are shut'] as const;
let endpoint: TestEndpoint;
let browser: Browser;
const ids: string[] = [];
beforeAll(async () => {
  buildTheConsole();
  endpoint = await openTestEndpoint({ clock: { now: () => new Date() } });
  browser = await openBrowser();
  for (const headline of HEADLINES)
    ids.push(
      await publishBy(endpoint, 'cyberAgency', {
        audience: to('northGrid'),
        headline,
        summary: `${headline}, and nobody knows why.`,
      }),
    );
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
});

const come = async (
  name: 'cyberAgency' | 'northGrid',
  role: 'publisher' | 'analyst',
  path: string,
): Promise<Visit> => visit(browser, `${endpoint.url}${path}`, { key: await endpoint.token(name, role) });

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent ?? '');
/** Once the focus is in a row with these words. */
const isAt = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => document.activeElement?.closest('[data-row]')?.textContent?.includes(wanted),
    words,
  );
const leave = async ({ faults, close }: Visit): Promise<void> => {
  expect(faults).toEqual([]);
  await close();
};

test('on the floor they go on from what waits to everything, and back', async () => {
  const visited = await come('northGrid', 'analyst', '/');
  const { page } = visited;
  const waiting = page.locator('.needs [data-row] a');
  await waiting.nth(2).waitFor();
  await page.locator('.live-list [data-row] a').nth(2).waitFor();
  await waiting.first().focus();
  const first = await focused(page);
  await page.keyboard.press('j');
  await page.waitForFunction(
    (was) => document.activeElement?.closest('[data-row]')?.textContent !== was,
    first,
  );
  expect(await page.evaluate(() => document.activeElement?.closest('.needs') !== null)).toBe(true);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.closest('.live-list') !== null);
  await page.keyboard.press('j');
  await page.waitForFunction(
    () => document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset') === '2',
  );
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.activeElement?.closest('.needs') !== null);
  await page.keyboard.press('e');
  await page.getByText(/its delivery board is its publisher/).waitFor();
  await page.keyboard.press('a');
  await page.waitForURL(/\/warning\/.*#answer/);
  await leave(visited);
}, 60_000);

test('on the list of one’s own they lead to the boards, and nothing there is answered', async () => {
  const visited = await come('cyberAgency', 'publisher', '/board');
  const { page } = visited;
  await page.getByRole('row', { name: HEADLINES[0] }).waitFor();
  await page.keyboard.press('j');
  await isAt(page, HEADLINES[2]);
  await page.keyboard.press('j');
  await isAt(page, HEADLINES[1]);
  await page.keyboard.press('k');
  await isAt(page, HEADLINES[2]);
  await page.keyboard.press('a');
  await page.getByText('Nothing here asks for your answer.').waitFor();
  await page.keyboard.press('e');
  await page.waitForURL(new RegExp(`/board/${ids[2]}`));
  await leave(visited);
}, 60_000);

test('on the page of one’s own warning e leads to its board; on that of another it says why not', async () => {
  const own = await come('cyberAgency', 'publisher', `/warning/${ids[0]}`);
  await own.page.getByRole('heading', { name: HEADLINES[0] }).waitFor();
  await own.page.keyboard.press('e');
  await own.page.waitForURL(new RegExp(`/board/${ids[0]}`));
  await leave(own);
  const other = await come('northGrid', 'analyst', `/warning/${ids[0]}`);
  await other.page.getByRole('heading', { name: HEADLINES[0] }).waitFor();
  await other.page.keyboard.press('e');
  await other.page
    .getByRole('status')
    .getByText(/its delivery board is its publisher/)
    .waitFor();
  expect(new URL(other.page.url()).pathname).toBe(`/warning/${ids[0]}`);
  await leave(other);
}, 60_000);

test('in requests for help', async () => {
  const analyst = await endpoint.actor('northGrid', 'analyst');
  for (const warning of ids.slice(0, 2))
    good(await acknowledgeWarning(endpoint.hub, analyst, { warning, answer: 'NEED_HELP', note: 'Call us.' }));
  await endpoint.drain();
  const helper = await come('cyberAgency', 'publisher', '/cases');
  const { page } = helper;
  await page.getByRole('article').nth(1).waitFor();
  await page.getByRole('article', { name: HEADLINES[0] }).waitFor();
  await page.getByRole('article', { name: HEADLINES[1] }).waitFor();
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null);
  const first = await focused(page);
  await page.keyboard.press('j');
  await page.waitForFunction(
    (was) => document.activeElement?.closest('[data-row]')?.textContent !== was,
    first,
  );
  await page.keyboard.press('e');
  await page.waitForURL(/\/board\/warning--/);
  await leave(helper);
}, 60_000);
