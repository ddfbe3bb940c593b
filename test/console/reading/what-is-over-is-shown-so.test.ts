// What is cancelled is not shown as what is in force: no colour of a grade, no time, nothing to do, and the answers that make sense
// still. A recall that was confirmed asks for it no more. A text in another language than its page says in which.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { openBrowser } from '../../support/chromium/open-browser.ts';
import { visit } from '../../support/console/browser.ts';
import { buildTheConsole } from '../../support/console/build.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  buildTheConsole();
  endpoint = await openTestEndpoint({ clock: { now: () => new Date() } });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
});

const publish = (changes: object = {}): Promise<string> =>
  publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    severity: 'EXTREME',
    actions: [{ text: 'Close the valve', by: null }],
    validUntil: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    ...changes,
  });
const read = async (id: string) =>
  visit(browser, `${endpoint.url}/warning/${id}`, { key: await endpoint.token('northGrid', 'analyst') });
const publisher = () => endpoint.actor('cyberAgency');

test('a cancelled warning is not so bad any more, and asks for nothing', async () => {
  const id = await publish();
  const before = await read(id);
  await before.page.locator('.warning-head [data-grade="EXTREME"]').waitFor();
  await before.page.getByText('Applies until').waitFor();
  await before.close();
  const reason = 'It was a test of the maker.';
  good(await cancelWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, reason }));
  await endpoint.drain();
  const { page, faults, close } = await read(id);
  await page.getByText('It was a test of the maker.').first().waitFor();
  const head = page.locator('.warning-head');
  expect(await head.locator('[data-grade]').count()).toBe(0);
  expect(await head.locator('s').allInnerTexts()).toContain('Extreme');
  expect(await page.getByText('Applies until').count()).toBe(0);
  expect(await page.locator('.one-thing s').allInnerTexts()).toEqual(['Close the valve']);
  expect(await page.locator('#answer [aria-pressed]').allInnerTexts()).toEqual(['Seen', 'Need help']);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('a recall that was confirmed says so', async () => {
  const id = await publish();
  const words = { reason: 'It names a source.', whatToDo: 'Delete each copy.', language: 'en' };
  good(await recallWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, ...words }));
  await endpoint.drain();
  const { page, faults, close } = await read(id);
  const toDo = page.locator('.one-thing');
  await toDo.getByText('If you do one thing').waitFor();
  await page.getByRole('button', { name: 'Seen', exact: true }).click();
  await page.locator('#answer .standing').getByText('Seen').waitFor();
  await toDo.getByText('If you do one thing').waitFor();
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await toDo.getByText('Your organisation has confirmed this').waitFor();
  expect(await toDo.innerText()).not.toContain('If you do one thing');
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test.each([
  ['de', 'In German'],
  ['de-AT', 'In Austrian German'],
  ['en', null],
  ['en-GB', null],
])(
  'a text in %s without translations',
  async (language, said) => {
    const id = await publish({ language });
    const { page, faults, close } = await read(id);
    const tags = page.locator('.warning-head .tag');
    await tags.getByText('Version 1').waitFor();
    const found = (await page.locator('.warning-head .tag').allInnerTexts()).filter((text) =>
      /^In /.test(text),
    );
    expect(found).toEqual(said === null ? [] : [said]);
    expect(faults).toEqual([]);
    await close();
  },
  60_000,
);
