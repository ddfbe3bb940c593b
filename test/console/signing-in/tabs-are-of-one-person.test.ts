// A browser has one session: when somebody else signs in in another tab, a tab does nothing as that person that it shows as the one before.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { AnswerDocument } from '../../../src/console/operations/graphql.generated.ts';
import { openBrowser } from '../../support/chromium/open-browser.ts';
import { type Visit, visit } from '../../support/console/browser.ts';
import { buildTheConsole } from '../../support/console/build.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { freePort } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

const PEOPLE = ['north-grid/analyst', 'river-water/analyst'] as const;
let endpoint: TestEndpoint;
let browser: Browser;
let origin: string;
let links: readonly string[];

// Each test has its own, since a link of the first run works once.
const openHub = async (): Promise<void> => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  links = PEOPLE.map(() => randomBytes(32).toString('base64url'));
  const hashes = links.map((link) => createHash('sha256').update(`sample link ${link}`).digest('hex'));
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const given = [until, ...PEOPLE.map((person, at) => `${person}=${hashes[at]}`)].join(' ');
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PORT: String(port), TOCSIN_SAMPLE_LINKS: given },
    clock: { now: () => new Date() },
  });
  for (const name of ['northGrid', 'riverWater'] as const) await endpoint.token(name, 'analyst');
};
beforeAll(async () => {
  buildTheConsole();
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser?.close());
beforeEach(openHub, 60_000);
afterEach(() => endpoint?.close());

const comesIn = async (page: Page, at: number): Promise<void> => {
  await page.goto(`${origin}/first-run#${links[at]}`);
  await page.getByRole('heading', { name: 'Everything, last taken in first' }).waitFor();
};
const answers = (warning: string) =>
  endpoint.hub.deliveries.rows.countDocuments({ warning, answer: { $ne: null } });
const OVERTAKEN = 'river-water/analyst has signed in in this browser. This tab showed north-grid/analyst';

/** The first person reads a warning and writes a note; the second signs in beside. */
const overtake = async (visited: Visit): Promise<string> => {
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid', 'riverWater') });
  const { page } = visited;
  await comesIn(page, 0);
  await page.goto(`${origin}/warning/${id}`);
  await page.locator('#note').fill('Line 3 is off');
  const beside = await page.context().newPage();
  await comesIn(beside, 1);
  return id;
};

test('what is pressed in a tab that shows somebody else is not done, and the tab says who it is now', async () => {
  const visited = await visit(browser, `${origin}/sign-in`);
  const { page, faults, close } = visited;
  // It hears nothing from the other tab, nor that its session has ended.
  await page.route('**/graphql', (route) =>
    (route.request().headers()['accept'] ?? '').includes('event-stream') ? route.abort() : route.continue(),
  );
  await page.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined });
  });
  const id = await overtake(visited);
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await page.getByText(OVERTAKEN).waitFor();
  expect(await answers(id)).toBe(0);
  // Nothing of what the one before wrote is left, and what is pressed now is the other's.
  const note = page.locator('#note');
  await note.waitFor();
  expect(await note.inputValue()).toBe('');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByText(OVERTAKEN).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await page.locator('#answer .standing').waitFor();
  expect(await answers(id)).toBe(1);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('other tabs show at once who has signed in', async () => {
  const visited = await visit(browser, `${origin}/sign-in`);
  const { page, faults, close } = visited;
  const id = await overtake(visited);
  await page.getByText(OVERTAKEN).waitFor();
  expect(await page.locator('#note').inputValue()).toBe('');
  expect(await answers(id)).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

/** As it is while another tab is before it: an attempt that failed waits until it is looked at. */
const standsBehind = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
  });
const comesBefore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });

test('what waits to be tried again is not done as somebody else', async () => {
  const visited = await visit(browser, `${origin}/sign-in`);
  const { page, close } = visited;
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid', 'riverWater') });
  await comesIn(page, 0);
  await page.goto(`${origin}/warning/${id}`);
  const attempts: string[] = [];
  await page.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? '';
    if (!body.includes(AnswerDocument.__meta__.hash.replace('sha256:', ''))) return route.continue();
    attempts.push(body);
    if (attempts.length > 1) return route.continue();
    const errors = [{ message: 'Busy.', extensions: { code: 'HUB_BUSY' } }];
    return route.fulfill({ status: 503, contentType: 'application/graphql-response+json', json: { errors } });
  });
  const button = page.getByRole('button', { name: 'Affected, and done' });
  await button.waitFor();
  await standsBehind(page);
  const refused = page.waitForResponse((response) => response.status() === 503);
  await button.click();
  await refused;
  const beside = await page.context().newPage();
  await comesIn(beside, 1);
  await page.getByText(OVERTAKEN).waitFor();
  await comesBefore(page);
  // By then it would have been sent: what is pressed now is the other's own, and the first.
  await page.getByRole('button', { name: 'Looking into it' }).click();
  await page.locator('#answer .standing').waitFor();
  expect(attempts.map((body) => JSON.parse(body).variables.input.answer)).toEqual(['ACTED', 'INVESTIGATING']);
  expect(await answers(id)).toBe(1);
  await close();
}, 90_000);
