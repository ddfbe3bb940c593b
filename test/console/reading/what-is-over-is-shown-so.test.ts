// What is cancelled is not shown as what is in force: no colour of a grade, no time, nothing to do, and the answers that make sense
// still. A recall that was confirmed asks for it no more. A text in another language than its page says in which.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isOfTheHub } from '../../../src/console/ui/language/recall-words.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { WHAT_TO_DO } from '../../../src/service/warning/recall/tombstone.ts';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, 180_000);
afterAll(closeConsole);

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
  // What is left of it says nothing of what it was, and there is one thing to confirm.
  expect(await page.locator('.warning-head [data-grade], .warning-head s').count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'What you may do with it' }).count()).toBe(0);
  expect(await page.locator('#answer [aria-pressed]').allInnerTexts()).toEqual([
    'Removed: confirm',
    'Need help',
  ]);
  await page.getByRole('button', { name: 'Removed: confirm' }).click();
  await page.locator('#answer .standing').getByText('Removed').waitFor();
  await toDo.getByText('Your organisation has confirmed this').waitFor();
  expect(await toDo.innerText()).not.toContain('If you do one thing');
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what a publisher recalled is in its list under what is left of it, and nothing of it is struck out', async () => {
  const id = await publish();
  const words = { reason: 'It names a source.', whatToDo: 'Delete each copy.', language: 'en' };
  good(await recallWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, ...words }));
  await endpoint.drain();
  const { page, faults, close } = await visit(browser, endpoint.url, {
    key: await endpoint.token('cyberAgency', 'publisher'),
    language: 'fr',
  });
  const row = page.locator('.item', { has: page.locator(`a[href="/warning/${id}"]`) });
  const headline = row.getByRole('link', { name: 'Cette alerte a été rappelée' });
  await headline.waitFor();
  expect(await headline.evaluate((link) => getComputedStyle(link).textDecorationLine)).toBe('none');
  expect(await row.locator('.grade').count()).toBe(0);
  expect(await row.locator('.item-grade').innerText()).toBe('Rappelé');
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what the hub asks of whoever holds a recall is said in the language of the reader', async () => {
  const id = await publish();
  const words = { reason: 'It names a source.', whatToDo: null, language: 'en' };
  good(await recallWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, ...words }));
  await endpoint.drain();
  const { page, faults, close } = await visit(browser, `${endpoint.url}/warning/${id}`, {
    key: await endpoint.token('northGrid', 'analyst'),
    language: 'fr',
  });
  await page.locator('.one-thing').getByText('Supprimez-la partout').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('Remove it wherever');
  expect(isOfTheHub(WHAT_TO_DO)).toBe(true);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('how bad it is stands across the top, in words, with the time that is left', async () => {
  const answerBy = new Date(Date.now() + 3 * 3_600_000 + 30_000).toISOString();
  const id = await publish({ level: 'RECOMMENDATION', answerBy });
  const { page, faults, close } = await read(id);
  const band = page.locator('.warning-head .band[data-grade="EXTREME"]');
  await band.waitFor();
  // Each is said once: the row beneath does not repeat them.
  expect((await band.innerText()).replace(/\s+/g, ' ')).toBe(
    '▲▲ EXTREME · IMMEDIATE · Observed · Answer due in 3 hr',
  );
  expect(await page.locator('.warning-head').getByText('Immediate', { exact: true }).count()).toBe(1);
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
