// How a person comes into the console in a browser: by a link of the first run, then with a passkey of its own.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readSession } from '../../src/service/session/read-session.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { freePort } from '../support/processes.ts';
import { publishBy, to } from '../support/publish.ts';
import { type Device, openDevice } from '../support/sign-in/browser.ts';

const TOKEN = randomBytes(32).toString('base64url');

let endpoint: TestEndpoint;
let browser: Browser;
let device: Device;
let origin: string;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const hash = createHash('sha256').update(`sample link ${TOKEN}`).digest('hex');
  const until = new Date(Date.now() + 3_600_000).toISOString();
  ({ endpoint, browser } = await openConsole({
    env: { TOCSIN_PORT: String(port), TOCSIN_SAMPLE_LINKS: `${until} north-grid/analyst=${hash}` },
  }));
  await endpoint.token('northGrid', 'analyst');
  device = await openDevice(browser);
  device.page.setDefaultTimeout(15_000);
  device.page.on('request', (request) => asked.push(request.url()));
  device.page.on('pageerror', (error) => faults.push(error.message));
  device.page.on('console', (message) => {
    if (/Content Security Policy|Trusted|violat/i.test(message.text())) faults.push(message.text());
  });
}, OPENING_MS);
afterAll(closeConsole);

test('a link of the first run leads to the watch floor, and leaves its token nowhere', async () => {
  const { page } = device;
  await page.goto(`${origin}/first-run#${TOKEN}`);
  await page.getByRole('heading', { name: 'Everything, last taken in first' }).waitFor();
  expect(page.url()).toBe(`${origin}/`);
  expect(asked.filter((url) => !url.endsWith(`#${TOKEN}`)).join()).not.toContain(TOKEN);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(TOKEN);
  // The way back is the address without it, where nothing signs in any more.
  await page.goto(`${origin}/first-run#${TOKEN}`);
  await page.getByText('This link was used already').waitFor();
}, 60_000);

test('with a passkey made on the account page the person comes back from the console', async () => {
  const { page } = device;
  await page.goto(`${origin}/account`);
  // What is missing is said by the page, in its own language, and not by the browser.
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('alert').getByRole('link').waitFor();
  await page.getByLabel('What the new key is for').and(page.locator('[aria-invalid="true"]')).waitFor();
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('Chrome on Linux').first().waitFor();
  await expect(device.passkeys()).resolves.toBe(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in?out=1');
  // Whoever is called by a mail comes back to what its link led to, and not to a list.
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  await page.goto(`${origin}/warning/${id}?text=relay#answer`);
  await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/warning/${id}#answer`);
  await page.locator('#answer').waitFor();
  await page.goto(`${origin}/`);
  await page.getByRole('heading', { name: 'Everything, last taken in first' }).waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem('tocsin.key'))).toBeNull();
  // Signing out ends the session on the hub, and not in this tab alone.
  const { value = '' } = (await device.context.cookies()).find(({ name }) => name === '__Host-tocsin') ?? {};
  expect(await readSession(endpoint.hub, value)).not.toBeNull();
  const other = await device.context.newPage();
  await other.goto(`${origin}/`);
  await other.getByRole('heading', { name: 'Everything, last taken in first' }).waitFor();
  // The hub is slower than anybody waits: no tab shows the person again as if it had signed out.
  await device.context.route('**/sign-out', () => undefined);
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const tab of [page, other]) await tab.waitForURL('**/account');
  await device.context.unroute('**/sign-out');
  for (const tab of [page, other]) await tab.goto(`${origin}/`);
  await other.getByRole('heading', { name: 'Everything, last taken in first' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Your key').waitFor();
  await other.getByLabel('Your key').waitFor();
  await other.close();
  expect(await readSession(endpoint.hub, value)).toBeNull();
  expect(await device.context.cookies()).toEqual([]);
}, 60_000);

test('the console speaks what was chosen on the pages of the hub, until another language is chosen there', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${origin}/sign-in?language=fr`);
  await page.goto(`${origin}/`);
  await page.getByLabel('Votre clé').waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.cookie])).toEqual(['fr', '']);
  await page.evaluate(() => localStorage.setItem('tocsin.language', 'en'));
  await page.reload();
  await page.getByLabel('Your key').waitFor();
  await context.close();
}, 60_000);

test('no page broke its policy or failed', () => {
  expect(faults).toEqual([]);
});
