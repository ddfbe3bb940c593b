// A screen on the wall: its browser opens one address whenever it starts, which holds its key in the fragment. It comes back by
// itself, the key leaves the address at once, and a key that is none for a wall opens nothing.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  CasesToTakeDocument,
  FeedDocument,
  ProposalsToDecideDocument,
} from '../../src/console/operations/graphql.generated.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { type Visit, visit } from '../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const publish = async (headline: string): Promise<void> => {
  const publisher = await endpoint.actor('cyberAgency');
  const published = await publishWarning(endpoint.hub, publisher, draft({ headline }));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await endpoint.drain();
};

const OF_HANDS = [CasesToTakeDocument, ProposalsToDecideDocument].map(({ __meta__: { hash } }) =>
  hash.replace('sha256:', ''),
);

const wallAt = (key: string): string => `${endpoint.url}/?wall=true#key=${key}`;

/** What the tab keeps of a key, and what its address says. */
const keptIn = ({ page }: Visit): Promise<{ kept: string | null; address: string }> =>
  page.evaluate(() => ({ kept: sessionStorage.getItem('tocsin.key'), address: location.href }));

test('an administrator makes the key of a screen, whose browser opens the wall at each start', async () => {
  await publish('Before the screen was there');
  const admin = await visit(browser, `${endpoint.url}/keys?whose=member`, {
    key: await endpoint.token('northGrid', 'member-admin'),
  });
  await admin.page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = admin.page.getByRole('dialog', { name: 'Make a key' });
  await dialog.getByLabel('Whose').selectOption('SCREEN');
  await dialog.getByLabel('What it is for').fill('Wall of the control room');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const start = (await dialog.locator('#wall-address').textContent()) ?? '';
  expect(start).toMatch(/\/\?wall=true#key=toc_/);
  const key = start.split('#key=')[1] ?? '';
  expect(admin.faults).toEqual([]);
  await admin.close();

  // Nothing is left of the browser of before: a profile that was wiped, or another machine.
  for (const headline of ['Before the screen was there', 'While the screen was off']) {
    const screen = await visit(browser, start);
    const { page } = screen;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.getByRole('heading', { name: 'North Grid' }).waitFor();
    await page.getByText(headline).first().waitFor();
    expect(await keptIn(screen)).toEqual({ kept: key, address: `${endpoint.url}/?wall=true` });
    // It loads itself anew when the hub was updated; the address has no key then.
    await page.reload();
    await page.getByText(headline).first().waitFor();
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(await page.evaluate((held) => JSON.stringify(localStorage).includes(held), key)).toBe(false);
    // What the key of a screen may not read, nobody asks for there.
    expect(sent.some((body) => body.includes(FeedDocument.__meta__.hash.replace('sha256:', '')))).toBe(true);
    expect(sent.filter((body) => OF_HANDS.some((hash) => body.includes(hash)))).toEqual([]);
    expect(screen.faults).toEqual([]);
    await screen.close();
    if (headline.startsWith('Before')) await publish('While the screen was off');
  }
}, 90_000);

test('a screen that starts before its hub comes up by itself', async () => {
  const key = await endpoint.token('northGrid', 'reader', null);
  const screen = await visit(browser, 'about:blank');
  const { page } = screen;
  let asked = 0;
  await page.route('**/graphql', (route) => {
    asked += 1;
    return route.abort();
  });
  await page.goto(wallAt(key));
  await page.waitForFunction(() => location.hash === '');
  for (let waited = 0; asked < 2 && waited < 100; waited += 1) await page.waitForTimeout(200);
  expect(asked).toBeGreaterThanOrEqual(2);
  await page.unroute('**/graphql');
  await page.getByRole('heading', { name: 'North Grid' }).waitFor({ timeout: 60_000 });
  await screen.close();
}, 90_000);

test('a key of a person, of more than reading, or of nobody opens nothing, and stays nowhere', async () => {
  const keys = [
    [await endpoint.token('northGrid', 'analyst'), 'belongs to a person'],
    [await endpoint.token('northGrid', 'reader'), 'belongs to a person'],
    [await endpoint.token('northGrid', 'integrator', null), 'may do more than read'],
    ['toc_nobody', 'does not know the key'],
  ] as const;
  for (const [key, why] of keys) {
    const screen = await visit(browser, wallAt(key));
    await screen.page.getByRole('heading', { name: 'This key does not open the wall' }).waitFor();
    await screen.page.getByText(why).waitFor();
    expect(await keptIn(screen)).toEqual({ kept: null, address: `${endpoint.url}/?wall=true` });
    expect(await screen.page.getByRole('article').count()).toBe(0);
    expect(screen.faults).toEqual([]);
    await screen.close();
  }
}, 60_000);

test('a new start address in the tab that refused the old one is taken', async () => {
  const screen = await visit(browser, wallAt('toc_nobody'));
  await screen.page.getByRole('heading', { name: 'This key does not open the wall' }).waitFor();
  const key = await endpoint.token('northGrid', 'reader', null);
  // Only the fragment differs: the browser loads nothing anew by itself.
  await screen.page.evaluate((address) => location.assign(address), wallAt(key));
  await screen.page.getByRole('heading', { name: 'North Grid' }).waitFor();
  expect(screen.page.url()).not.toContain('toc_');
  await screen.close();
}, 60_000);

test('no other view takes a key from its address; it is removed all the same', async () => {
  const key = await endpoint.token('northGrid', 'reader', null);
  for (const path of ['/', '/keys?wall=true']) {
    const visited = await visit(browser, `${endpoint.url}${path}#key=${key}`);
    await visited.page.getByLabel('Your key').waitFor();
    expect(await keptIn(visited)).toMatchObject({ kept: null });
    expect(visited.page.url()).not.toContain('toc_');
    await visited.close();
  }
}, 60_000);
