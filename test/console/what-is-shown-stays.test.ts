// What is on the screen stays there while the hub fails: what is typed, and a secret that is shown once. The page says that it is
// old. And what is open hears of its own traffic: of a drill by the stream of the drill.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { cancelWarning } from '../../src/service/warning/cancel-warning.ts';
import { type Visit, visit } from '../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { bundleOf, made } from '../support/objects.ts';
import { good } from '../support/outcome.ts';
import { publishBy, to } from '../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const come = async (
  name: 'cyberAgency' | 'northGrid',
  role: 'publisher' | 'integrator',
  path: string,
): Promise<Visit> => visit(browser, `${endpoint.url}${path}`, { key: await endpoint.token(name, role) });

const OLD = /What you see is old/;

/** While `isAway`, every question is answered as by a hub whose work fails. */
const failing = async (page: Page) => {
  const state = { isAway: false, after: null as RegExp | null };
  await page.route('**/graphql', async (route) => {
    if (state.isAway) return route.fulfill({ status: 500, contentType: 'application/json', body: '{}' });
    const isStream = (route.request().headers()['accept'] ?? '').includes('event-stream');
    if (state.after === null || isStream) return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    if (state.after.test(text)) state.isAway = true;
    return route.fulfill({ response, body: text });
  });
  return state;
};

test('a recall that is half written stays while the board cannot be read again', async () => {
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  const { page, faults, close } = await come('cyberAgency', 'publisher', `/board/${id}`);
  const hub = await failing(page);
  await page.getByRole('button', { name: 'Recall' }).click();
  await page.getByLabel('Why', { exact: false }).first().fill('It names a person.');
  hub.isAway = true;
  await page.getByText(OLD).waitFor({ timeout: 40_000 });
  expect(await page.getByLabel('Why', { exact: false }).first().inputValue()).toBe('It names a person.');
  expect(await page.getByRole('button', { name: 'Recall' }).isVisible()).toBe(true);
  hub.isAway = false;
  await page.locator('.old').getByRole('button', { name: 'Try again' }).click();
  await page.getByText(OLD).waitFor({ state: 'detached' });
  expect(await page.getByLabel('Why', { exact: false }).first().inputValue()).toBe('It names a person.');
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('a key that is shown once stays until its dialog is closed, whatever fails behind it', async () => {
  const { page, faults, close } = await come('northGrid', 'integrator', '/keys');
  const hub = await failing(page);
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a key' });
  await dialog.getByLabel('What it is for').fill('SIEM connector');
  await dialog.getByRole('checkbox', { name: 'feed:read' }).check();
  hub.after = /"toc_/;
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await page.getByText(OLD).waitFor();
  expect(await dialog.locator('#secret').textContent()).toMatch(/^toc_/);
  // Neither does the way to another view lead past it.
  await page.keyboard.press('Control+k');
  expect(await page.getByRole('dialog').count()).toBe(1);
  expect(await dialog.locator('#secret').isVisible()).toBe(true);
  hub.isAway = false;
  hub.after = null;
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.locator('.old').getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('rowheader', { name: /SIEM connector/ }).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('who reads a warning of an exercise is told that it was cancelled, and hears of real ones', async () => {
  const exercise = 'drill-7';
  const id = await publishBy(endpoint, 'cyberAgency', { exercise, audience: to('northGrid') });
  const { page, faults, close } = await come('northGrid', 'integrator', `/warning/${id}`);
  await page.getByText('Live', { exact: true }).waitFor();
  const publisher = await endpoint.actor('cyberAgency');
  good(
    await cancelWarning(endpoint.hub, publisher, { id, expectedVersion: 1, reason: 'The drill is over.' }),
  );
  await endpoint.drain();
  await page.getByText('Version 2 has arrived.').waitFor();
  // Real traffic is heard all the while, and said as such.
  const spoken = page.locator('[aria-live="polite"].seen-by-ear');
  await publishBy(endpoint, 'cyberAgency', { headline: 'This one is real', audience: to('northGrid') });
  await spoken.getByText('New: Severe. This one is real').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByText('The drill is over.').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);

const names = (...cves: string[]) => ({
  externalReferences: cves.map((id) => ({ source: 'cve', id, url: null })),
});

test('what a rule joined is taken apart where it is read; a related headline is under its own marking', async () => {
  const audience = to('northGrid', 'cyberAgency');
  const both = names('CVE-2024-21887', 'CVE-2023-46805');
  const id = await publishBy(endpoint, 'cyberAgency', {
    headline: 'Ivanti Connect Secure under attack',
    marking: 'GREEN',
    audience: to('northGrid'),
    ...both,
  });
  await publishBy(endpoint, 'xbCsirt', {
    headline: 'Ivanti Connect Secure: Angriffe',
    marking: 'AMBER',
    audience,
    ...both,
  });
  const { page, faults, close } = await come('cyberAgency', 'publisher', `/warning/${id}`);
  const related = page.getByRole('region', { name: 'Who else reports it' });
  await related.getByText('Ivanti Connect Secure: Angriffe').waitFor();
  await related.getByText('TLP:AMBER', { exact: true }).waitFor();
  // The stricter of the two stands at the head of each sheet.
  expect(await page.locator('.print-head').textContent()).toContain('TLP:AMBER');
  await related.getByRole('button', { name: 'Not the same: undo' }).click();
  await related.getByText('Ivanti Connect Secure: Angriffe').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('objects that were joined are taken apart from either of them, long after', async () => {
  const actor = (name: string, more: readonly string[]): object =>
    made('intrusion-set', { name, aliases: [name, ...more] });
  const first = await publishBy(endpoint, 'cyberAgency', {
    headline: 'Who is behind it',
    audience: to('northGrid'),
    bundle: bundleOf(actor('Quiet Heron', ['Grey Wader'])),
  });
  await publishBy(endpoint, 'xbCsirt', {
    headline: 'The same group by another name',
    audience: to('northGrid', 'cyberAgency'),
    bundle: bundleOf(actor('Quiet Heron', [])),
  });
  const { page, faults, close } = await come('cyberAgency', 'publisher', `/warning/${first}`);
  const object = page.locator('details.object').filter({ hasText: 'Quiet Heron' });
  await object.locator('summary').first().click();
  const joined = object.getByRole('heading', { name: 'Joined with' });
  await joined.waitFor();
  await object.getByRole('button', { name: 'Not the same: undo' }).click();
  await joined.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what is severe and immediate is said on every view until somebody looks', async () => {
  const { page, faults, close } = await come('northGrid', 'integrator', '/sectors');
  await page.getByText('Live', { exact: true }).waitFor();
  const title = () => page.title();
  expect(await title()).toBe('Sectors and dependencies – Tocsin');
  const urgent = { severity: 'EXTREME', urgency: 'IMMEDIATE', audience: to('northGrid') } as const;
  await publishBy(endpoint, 'cyberAgency', { ...urgent, headline: 'Open the breakers' });
  const bar = page.getByRole('complementary', { name: 'A severe warning has arrived' });
  await bar.getByRole('link', { name: 'Open the breakers' }).waitFor();
  expect(await title()).toBe('(1) Sectors and dependencies – Tocsin');
  expect(await page.locator('nav .tally .number').textContent()).toBe('1');
  await bar.getByRole('button', { name: 'Later' }).click();
  await bar.waitFor({ state: 'detached' });
  expect(await title()).toBe('Sectors and dependencies – Tocsin');
  await publishBy(endpoint, 'cyberAgency', { ...urgent, headline: 'Close the valves' });
  await bar.getByRole('link', { name: 'Close the valves' }).click();
  await page.getByRole('heading', { name: 'Close the valves' }).waitFor();
  await bar.waitFor({ state: 'detached' });
  expect(await page.locator('nav .tally').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('a view whose code cannot be fetched leaves the frame, and comes once the hub is back', async () => {
  const { page, faults, close } = await come('northGrid', 'integrator', '/');
  await page.getByText('Live', { exact: true }).waitFor();
  const hub = { isAway: true };
  const guard = /\/(?:console\/.*|healthz)$/;
  await page.route(guard, (route) => (hub.isAway ? route.abort('connectionrefused') : route.continue()));
  await page.getByRole('link', { name: 'Effect', exact: true }).click();
  await page.getByText('The hub cannot be reached.').waitFor();
  expect(await page.getByRole('link', { name: 'Watch floor', exact: true }).isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('The hub cannot be reached.').waitFor();
  hub.isAway = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Effect' }).first().waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);
