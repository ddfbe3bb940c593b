// Whom a warning addresses is chosen by name among those that its publisher is told of; whoever is not in the list is typed, and the
// hub alone says whether there is such a one.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { visit } from '../../support/console/browser.ts';
import { chooseGrade } from '../../support/console/forms.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test('members and countries are chosen by name; what is not in the list is typed, and the hub says what it is', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
  await box(page, 'These members').fill('north gr');
  await page.getByRole('option', { name: 'North Grid (north-grid)' }).click();
  await page.getByRole('button', { name: 'Remove North Grid (north-grid)' }).waitFor();
  const receives = page.getByRole('region', { name: 'Who receives it' });
  await receives.getByText('North Grid').waitFor();
  // While the next audience is looked for, how many the former one had is not said of it.
  const counts = page.locator('.recipient-counts');
  expect(await counts.count()).toBe(1);
  const answered = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    await answered.promise;
    await route.continue();
  });
  await page.getByRole('radio', { name: 'TLP:CLEAR' }).check();
  await receives.getByText('North Grid').waitFor();
  expect([await receives.getAttribute('aria-busy'), await counts.count()]).toEqual(['true', 0]);
  answered.resolve();
  await counts.waitFor();
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
  // As before: several at once, by their short names; one that is not listed is said by the hub as one that there is not.
  await box(page, 'These members').fill('river-water, no-such-member');
  await box(page, 'These members').press('Enter');
  await page.getByRole('button', { name: 'Remove River Water (river-water)' }).waitFor();
  await page.getByText('No member that you may know of has this short name.').waitFor();
  await page.getByRole('button', { name: 'Remove no-such-member' }).click();
  await receives.getByText('River Water').waitFor();
  // Whoever goes on without a choice loses nothing.
  await box(page, 'Never to these members').fill('River Water');
  await page.getByLabel('Headline').focus();
  await page.getByRole('button', { name: 'Remove River Water (river-water)' }).nth(1).waitFor();
  await receives.getByText('River Water').waitFor({ state: 'hidden' });
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('countries are called as the console speaks, with those of members that have no name; a long list is not shown whole', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key, language: 'fr' });
  const countries = box(page, 'Dans ces pays');
  // A list closes where the page is moved beneath it.
  await countries.scrollIntoViewIfNeeded();
  await countries.focus();
  await countries.fill('e');
  const options = page.getByRole('listbox').getByRole('option');
  await options.first().waitFor();
  expect(await options.count()).toBe(50);
  await page.getByText('Continuez à taper pour trouver les autres').waitFor();
  // With or without its accents.
  await countries.fill('bresil');
  await page.getByRole('option', { name: 'Brésil (BR)' }).click();
  await page.getByRole('button', { name: /Brésil \(BR\)/ }).waitFor();
  await countries.fill('xa');
  await page.getByRole('option', { name: 'XA', exact: true }).click();
  await page.getByRole('button', { name: /XA/ }).waitFor();
  // A whole name that is typed and left is that State, and no part of it another; a part of one is refused as it stands.
  await countries.fill('Île de Man');
  await countries.press('Tab');
  await page.getByRole('button', { name: /Île de Man \(IM\)/ }).waitFor();
  await countries.fill('Île de Mann');
  await countries.press('Tab');
  await page.getByRole('button', { name: /ÎLE_DE_MANN/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Retirer/ }).count()).toBe(4);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('a word that is half written is not taken, neither by whoever composes it nor by whoever looks at another window', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  const members = box(page, 'These members');
  await members.fill('river');
  await members.evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  );
  await members.evaluate((input) => {
    Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
    input.blur();
    Reflect.deleteProperty(document, 'hasFocus');
  });
  await members.focus();
  expect(await members.inputValue()).toBe('river');
  await members.press('End');
  await members.pressSequentially('-water');
  await members.press('Tab');
  await page.getByRole('button', { name: 'Remove River Water (river-water)' }).waitFor();
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(1);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('more than the hub takes are said at the field at once, and thousands of them are not drawn', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  const pasted = Array.from({ length: 3_000 }, (_, at) => `no-such-${at}`).join(', ');
  await box(page, 'These members').fill(pasted);
  await box(page, 'These members').press('Enter');
  await page.getByText('Chosen: 3000. At most 60 are taken.').waitFor();
  expect(await page.getByRole('button', { name: /^Remove no-such/ }).count()).toBe(60);
  // The hub is asked nothing with them.
  await page.getByLabel('Headline').fill('Default password in a pump controller');
  await page.getByLabel('Summary').fill('It is in a forum.');
  await chooseGrade(page);
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Mend this first:' });
  await notice.getByText('Chosen: 3000').waitFor();
  expect(await page.locator('main').getByText('Chosen: 3000').count()).toBe(2);
  await page.getByRole('button', { name: 'Keep the first 60' }).click();
  await page.getByText('Chosen: 3000').first().waitFor({ state: 'detached' });
  // What would turn the words around it is shown as what it is.
  await box(page, 'Never to these members').fill('a\u202eb');
  await box(page, 'Never to these members').press('Enter');
  await page.getByRole('button', { name: 'Remove a\ufffdb' }).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);
