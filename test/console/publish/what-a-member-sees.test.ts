// Before it leaves: the preview has all that a member will see of it, and what is wrong is said at its field.
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

const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByLabel(label).first().fill(text);
    // A list that is open hides the rest from those who hear the page.
    await page.keyboard.press('Tab');
  }
};

const inDays = (days: number): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T18:00`;
const said = (local: string): string => `${local.replace('T', ' ')}Z`;

test('a warning: deadlines, grade, whom to call, what it concerns, what is asked and each translation', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  const [soon, later, end] = [inDays(1), inDays(2), inDays(30)];
  await fill(page, {
    Headline: 'Pumps stop',
    Summary: 'They stop by themselves.',
    'If you do one thing': 'Close the port',
    'By when (UTC)': soon,
    'Who to call': 'Duty desk',
    Telephone: '+99 1 23',
    'Applies until (UTC)': end,
    'Countries concerned': 'XA',
    'These members': 'north-grid',
  });
  await chooseGrade(page);
  await page.getByLabel('What you ask of them').selectOption('RECOMMENDATION');
  await fill(page, { 'Answer by (UTC)': later });
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByLabel('Translated into').fill('pt');
  const translated = page.locator('.translation');
  await translated.getByLabel('Headline').fill('As bombas param');
  await translated.getByLabel('Action 1').fill('Feche a porta');
  const seen = page.locator('section').filter({ hasText: 'What a member sees' });
  for (const text of [
    'Pumps stop',
    'Close the port',
    said(soon),
    said(end),
    said(later),
    'Duty desk',
    '+99 1 23',
  ])
    await seen.getByText(text).first().waitFor();
  const [title, text] = await Promise.all(
    ['If you do one thing', 'Close the port'].map((each) => seen.getByText(each).last().boundingBox()),
  );
  expect((title?.y ?? 0) + (title?.height ?? 0)).toBeLessThanOrEqual((text?.y ?? 0) + 1);
  const facts = await seen.locator('dl').first().innerText();
  for (const text of ['Urgency', 'Certainty', 'Countries concerned', 'XA', 'What you ask of them'])
    expect(facts).toContain(text);
  for (const text of ['As bombas param', 'Feche a porta'])
    expect(await seen.getByText(text).getAttribute('lang')).toBe('pt');
  // A headline may say what an action says: none of them stays once it has changed.
  await translated.getByLabel('Headline').fill('Feche a porta');
  await translated.getByLabel('Summary').fill('Param sozinhas.');
  await translated.getByLabel('Headline').fill('Abram a porta');
  await seen.getByText('Abram a porta').waitFor();
  expect(await seen.getByText('Feche a porta').count()).toBe(1);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('a best practice: its kind, problem, evidence, limits and licence', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish?kind=practice`, { key });
  await fill(page, {
    Headline: 'Keep spare valves',
    'The problem it solves': 'Valves take months to get.',
    'How it is known to work': 'Two floods.',
    'Where it does not help': 'Small plants only.',
  });
  const seen = page.locator('section').filter({ hasText: 'What a member sees' });
  for (const text of ['Keep spare valves', 'Valves take months', 'Two floods.', 'Small plants only.'])
    await seen.getByText(text).first().waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what is missing is said beside the button, and the keyboard is led to it', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  const isAt = (label: string): Promise<boolean> =>
    page
      .getByLabel(label)
      .first()
      .evaluate((field) => field === document.activeElement);
  const goOn = page.getByRole('button', { name: 'Check and go on' });
  const stopped = page.getByText('Not yet: something above is marked.');
  await goOn.click();
  await stopped.waitFor();
  expect(await isAt('Headline')).toBe(true);
  await fill(page, { Headline: 'Pumps stop', Summary: 'They stop.' });
  await goOn.click();
  expect(await isAt('Severity')).toBe(true);
  await page.getByLabel('Severity').selectOption('SEVERE');
  await page.getByLabel('Urgency').selectOption('EXPECTED');
  await page.getByLabel('Certainty').selectOption('OBSERVED');
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
  await stopped.waitFor({ state: 'detached' });
  // What the hub alone sees is led to as well.
  await fill(page, { 'Countries concerned': 'Utopia' });
  await goOn.click();
  await stopped.waitFor();
  await page.locator('input:focus[role=combobox]').waitFor();
  expect(await isAt('Countries concerned')).toBe(true);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what is wrong with the audience, a country or a translation is said at its field', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await fill(page, {
    Headline: 'Pumps stop',
    Summary: 'They stop.',
    'If you do one thing': 'Close the port',
    'Countries concerned': 'Utopia',
    'These members': 'north-grid, no-such-member',
    'Never to these members': 'nobody-either',
  });
  await chooseGrade(page);
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByLabel('Translated into').fill('portuguese of old');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const wrong = ['Countries concerned', 'These members', 'Never to these members', 'Translated into'];
  await page
    .locator('[aria-invalid="true"]')
    .nth(wrong.length - 1)
    .waitFor();
  for (const label of wrong)
    expect([label, await page.getByLabel(label).first().getAttribute('aria-invalid')]).toEqual([
      label,
      'true',
    ]);
  expect(await page.getByLabel('In these communities').first().getAttribute('aria-invalid')).not.toBe('true');
  expect(faults).toEqual([]);
  await close();
}, 60_000);
