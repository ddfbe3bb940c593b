// The single keys in each list, and where they do nothing: on the watch floor in what waits too, in the library, on the list of one's
// own, in requests for help and in duplicates; on the page of a warning `e` does what it does on a row.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { changeCase } from '../../../src/service/case/change-case.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { type Visit, visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

const HEADLINES = ['One relay is open', 'Two pumps are stopped', 'Three gateways are shut'] as const;
let endpoint: TestEndpoint;
let browser: Browser;
const ids: string[] = [];
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
  for (const headline of HEADLINES)
    ids.push(
      await publishBy(endpoint, 'cyberAgency', {
        audience: to('northGrid'),
        headline,
        summary: `${headline}, and nobody knows why.`,
      }),
    );
}, 180_000);
afterAll(closeConsole);

const come = async (name: CastName, role: 'publisher' | 'analyst', path: string): Promise<Visit> =>
  visit(browser, `${endpoint.url}${path}`, { key: await endpoint.token(name, role) });

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
  await page.keyboard.press('a');
  await page.getByRole('status').getByText('Choose a row first').waitFor();
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
  const said = page.locator('.key-note .notice');
  await said.getByText('Nothing here asks for your answer.').waitFor();
  // Said once more, it is another paragraph: a screen reader says nothing of one that stays as it is.
  await said.evaluate((paragraph) => paragraph.setAttribute('data-said', 'before'));
  await page.keyboard.press('a');
  await page.locator('.key-note .notice:not([data-said])').waitFor();
  await page.keyboard.press('e');
  await page.waitForURL(new RegExp(`/board/${ids[2]}`));
  await page.getByRole('heading', { name: HEADLINES[2] }).waitFor();
  await said.waitFor({ state: 'detached' });
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

test('whoever took a request over answers its own delivery; the board is the publisher’s', async () => {
  const headline = 'Four valves are stuck';
  const warning = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid', 'energyCentre'),
    headline,
  });
  const analyst = await endpoint.actor('northGrid', 'analyst');
  good(await acknowledgeWarning(endpoint.hub, analyst, { warning, answer: 'NEED_HELP', note: 'Come.' }));
  const { _id: id = '' } = (await endpoint.hub.cases.rows.findOne({ warning })) ?? {};
  const helper = await endpoint.actor('cyberAgency', 'publisher');
  good(await changeCase(endpoint.hub, helper, { id, act: 'HAND_OVER', note: null, to: 'energy-centre' }));
  const centre = await come('energyCentre', 'publisher', '/cases');
  const { page } = centre;
  await page.getByRole('article', { name: headline }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page
    .getByRole('status')
    .getByText(/its delivery board is its publisher/)
    .waitFor();
  await page.keyboard.press('a');
  await page.waitForURL(/\/warning\/.*#answer/);
  await leave(centre);
}, 60_000);

test('in the library', async () => {
  const { actions, contacts, urgency, severity, certainty, validUntil, ...common } = draft();
  const practice = { problem: 'Relays are open.', steps: ['Close them.'], evidence: null, limits: null };
  const publisher = await endpoint.actor('cyberAgency');
  for (const headline of ['Keep relays shut', 'Keep pumps going'])
    good(
      await publishWarning(endpoint.hub, publisher, {
        ...common,
        ...practice,
        kind: 'PRACTICE',
        practiceKind: 'MEASURE',
        headline,
        licence: null,
        reviewDue: null,
      }),
    );
  await endpoint.drain();
  const visited = await come('northGrid', 'analyst', '/practices');
  const { page } = visited;
  await page.locator('[data-row] a').nth(1).waitFor();
  await page.keyboard.press('j');
  await isAt(page, 'Keep pumps going');
  await page.keyboard.press('j');
  await isAt(page, 'Keep relays shut');
  await page.keyboard.press('k');
  await isAt(page, 'Keep pumps going');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keep pumps going' }).waitFor();
  await leave(visited);
}, 60_000);

test('in duplicates, of warnings and of objects', async () => {
  const audience = to('northGrid', 'cyberAgency');
  const group = (name: string) =>
    bundleOf(made('intrusion-set', { name, aliases: ['Quiet Heron'], description: name }));
  for (const [by, headline, bundle] of [
    ['cyberAgency', 'A gateway is open', group('Still Water')],
    ['xbCsirt', 'The valves are stuck', group('Calm Sea')],
  ] as const)
    await publishBy(endpoint, by, { audience, headline, bundle });
  const visited = await come('cyberAgency', 'publisher', '/duplicates');
  const { page } = visited;
  const said = page.getByRole('status');
  await page.getByRole('link', { name: 'Open: Xb Csirt' }).focus();
  await page.keyboard.press('e');
  await said.getByText(/its delivery board is its publisher/).waitFor();
  await page.goto(`${endpoint.url}/duplicates?of=objects`);
  await page.locator('main .compare').first().waitFor();
  await page.keyboard.press('e');
  await said.getByText('Choose a row first').waitFor();
  await page.keyboard.press('j');
  await isAt(page, 'Quiet Heron');
  await page.keyboard.press('e');
  await said.getByText('There is no delivery board here.').waitFor();
  await page.keyboard.press('a');
  await said.getByText('Nothing here asks for your answer.').waitFor();
  await page.goto(`${endpoint.url}/duplicates`);
  await page.getByRole('link', { name: 'Open: Cyber Agency' }).focus();
  await page.keyboard.press('e');
  await page.waitForURL(/\/board\/warning--/);
  await leave(visited);
}, 60_000);

test('on the floor they go through what is folded to everything, and back', async () => {
  for (let number = 1; number <= 7; number += 1)
    await publishBy(endpoint, 'cyberAgency', { audience: to('cityHospital'), headline: `Ward ${number}` });
  const visited = await come('cityHospital', 'analyst', '/');
  const { page } = visited;
  await page.locator('#everything [data-row] a').nth(6).waitFor();
  await page.locator('.needs summary').click();
  const waiting = page.locator('.needs [data-row] a');
  await waiting.nth(6).waitFor();
  const first = (await waiting.nth(6).textContent()) ?? '';
  await waiting.nth(5).focus();
  await page.keyboard.press('j');
  await isAt(page, first);
  await waiting.last().focus();
  const last = await focused(page);
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.closest('#everything') !== null);
  await isAt(page, 'Ward 7');
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.activeElement?.closest('.needs') !== null);
  await isAt(page, last);
  await leave(visited);
}, 60_000);
