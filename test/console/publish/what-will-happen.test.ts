// The last page says to whoever publishes what goes out, to how many and why, what they may do with it and by when they answer; and
// afterwards what went out.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { visit } from '../../support/console/browser.ts';
import { fillEssential } from '../../support/console/forms.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const write = async (page: Page): Promise<void> => {
  await fillEssential(page);
  await page.getByRole('combobox', { name: 'In these sectors' }).fill('Electri');
  await page.getByRole('option', { name: 'Electricity' }).click();
};

test('a recommendation: to how many of each kind, what they may do, by when; then that it went out', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await write(page);
  await page.getByLabel('What you ask of them').selectOption('RECOMMENDATION');
  const receives = page.getByRole('region', { name: 'Who receives it' });
  // Those that are addressed come first, and how many of each stands on top.
  await receives.getByText(/^Addressed: [1-9]/).waitFor();
  const lists = receives.getByRole('group', { name: 'Who receives it' }).getByRole('list');
  expect(await lists.first().getAttribute('aria-label')).toBe('Addressed');
  const answerBy = await page.getByLabel('Answer by (UTC)').inputValue();
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const will = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'What will happen' }) });
  await will.getByText('Cut the link to the vendor').waitFor();
  await will.getByText('TLP:GREEN').waitFor();
  await will.getByText('Extreme').waitFor();
  await will.getByText(/^A new warning goes to \d+ other members?/).waitFor();
  await will.getByText(/^Addressed: [1-9]/).waitFor();
  await will.getByText('They may pass it on within their community, and not publish it.').waitFor();
  await will.getByText(`${answerBy.replace('T', ' ')}Z`).waitFor();
  // It speaks to the publisher of its readers.
  expect(await will.getByText('You may pass it on').count()).toBe(0);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const done = page.getByRole('status').filter({ hasText: 'It is published.' });
  await done.getByText('Cut the link to the vendor').waitFor();
  await done.getByText(/^To other members that you may know of: [1-9]/).waitFor();
  await done.locator('time').waitFor();
  await done.getByRole('link', { name: 'See who has it' }).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('an essential action says first that nothing goes out before somebody else approves it', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await write(page);
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const sentence = page.locator('.last-sentence').first();
  await sentence
    .getByText('This is proposed, not sent: another person of your organisation approves it')
    .waitFor();
  await page.getByText(/^Once it is approved: A new warning goes to/).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('a correction that changes nothing is held back with that reason; else its words that change are marked', async () => {
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish?of=${id}`, { key });
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.locator('.notice.caution', { hasText: 'Nothing changes in the texts.' }).waitFor();
  const publish = page.getByRole('button', { name: 'Publish', exact: true });
  expect(await publish.getAttribute('class')).toBe('');
  expect(await publish.getAttribute('aria-disabled')).toBe('true');
  expect(await publish.getAttribute('aria-describedby')).toBe('why-not');
  await page.getByRole('button', { name: 'Back to the form' }).click();
  const headline = await page.getByLabel('Headline').inputValue();
  await page.getByLabel('Headline').fill(`${headline} again`);
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.locator('button.primary', { hasText: 'Publish' }).waitFor();
  const changed = page.getByRole('group', { name: 'What changes from version 1' });
  expect(await changed.getByRole('cell').allInnerTexts()).toEqual([headline, `${headline} again`]);
  expect(await changed.locator('del, ins').allInnerTexts()).toEqual([' again']);
  expect(await page.locator('.notice.caution', { hasText: 'Nothing changes' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 90_000);
