// Where something is missing the page says why: the version of the contract that could not be read, and the objects that a correction
// would take from everybody. The contract is read in the console itself.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

test('a version of the contract that cannot be read says so; the contract is read here', async () => {
  const key = await endpoint.token('northGrid', 'integrator');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/channels`, { key });
  let isAway = true;
  await page.route('**/graphql', async (route) => {
    if ((route.request().headers()['accept'] ?? '').includes('event-stream')) return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    return isAway && text.includes('"sha256"')
      ? route.fulfill({ status: 500, contentType: 'application/json', body: '{}' })
      : route.fulfill({ response, body: text });
  });
  await page.getByRole('link', { name: 'Developers' }).click();
  const contract = page.getByRole('region', { name: 'The contract' });
  await contract.getByRole('alert').waitFor({ timeout: 40_000 });
  await contract.getByRole('button', { name: 'Try again' }).waitFor();
  // It may ask again by itself at any moment, so that nobody can press in time: the whole page is read anew.
  isAway = false;
  await page.reload();
  await contract.getByText(/^\d+\.\d+ /).waitFor({ timeout: 40_000 });
  await page.locator('#schema > summary').click();
  await page.getByLabel('Find a word in it').fill('WarningVersionConnection');
  await page.locator('#schema summary', { hasText: /^WarningVersionConnection$/ }).click();
  await page.getByText('Versions of a warning, newest first.').waitFor();
  await page.getByLabel('Find a word in it').fill('nothing of this kind');
  await page.getByText('Nothing in it has this word.').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('an essential correction without the objects of the version before says what it takes away', async () => {
  const tool = made('tool', { name: 'Nightjar loader' });
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid'), bundle: bundleOf(tool) });
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish?of=${id}`, { key });
  await page.getByLabel('What you ask of them').selectOption('ESSENTIAL_ACTION');
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16);
  await page.getByLabel('Answer by (UTC)').fill(tomorrow);
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByText('An essential action carries no objects').waitFor();
  await page
    .getByText('Version 1 carries these objects: a correction without them takes them from everybody')
    .waitFor();
  expect(await page.getByRole('button', { name: 'Propose it' }).isDisabled()).toBe(true);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('networks of a key are not offered where the hub cannot hold it to them', async () => {
  const key = await endpoint.token('northGrid', 'integrator');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/keys`, { key });
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByText('This hub does not know from where its callers come').waitFor();
  const networks = page.getByLabel('Networks');
  expect([await networks.isDisabled(), await networks.getAttribute('aria-describedby')]).toEqual([
    true,
    expect.any(String),
  ]);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('a form that lacks something can be sent by the keyboard: it says what, at the field, and leads there', async () => {
  const key = await endpoint.token('cyberAgency', 'member-admin');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/people`, { key });
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog');
  const make = dialog.getByRole('button', { name: 'Make the link' });
  await make.focus();
  await page.keyboard.press('Enter');
  await dialog.getByText('Something above is missing or not right.').waitFor();
  const name = dialog.getByLabel('Name', { exact: false }).first();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await dialog.getByText('Fill this in').count()).toBe(2);
  await name.fill('Ada Quarry');
  expect(await dialog.getByText('Fill this in').count()).toBe(1);
  await dialog.getByLabel('Short name', { exact: false }).fill('ada');
  await make.click();
  // Of several the first that may be chosen.
  const first = dialog
    .getByRole('group', { name: 'Roles' })
    .getByRole('checkbox', { disabled: false })
    .first();
  expect(await first.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.press('Space');
  await dialog.getByText('Something above is missing or not right.').waitFor({ state: 'detached' });
  await make.click();
  await dialog.getByRole('button', { name: 'Make the link' }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
}, 90_000);
