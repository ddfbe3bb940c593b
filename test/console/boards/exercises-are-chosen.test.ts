// The exercises that a reader is told of are a choice, and the id of another is typed; who publishes says first whether it is one.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const exerciseIn = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => new URL(location.href).searchParams.get('exercise') === 'night-drill');

test('whoever is asked in an exercise chooses it; whoever is told of none types its id', async () => {
  const answerBy = new Date(Date.now() + 4 * 3_600_000).toISOString();
  const asked = { level: 'RECOMMENDATION', answerBy, exercise: 'night-drill' } as const;
  await publishBy(endpoint, 'cyberAgency', {
    ...asked,
    audience: to('northGrid'),
    headline: 'Drill of the night',
  });
  await endpoint.drain();
  const reader = await visit(browser, `${endpoint.url}/indicators`, {
    key: await endpoint.token('northGrid', 'analyst'),
  });
  const choice = reader.page.getByRole('combobox', { name: 'Real traffic or an exercise' });
  await choice.selectOption({ label: 'EXERCISE night-drill' });
  await exerciseIn(reader.page);
  await choice.selectOption({ label: 'Real traffic' });
  await reader.page.waitForFunction(() => !new URL(location.href).searchParams.has('exercise'));
  // Whoever begins to type another and gives it up looks at what was there, with the keyboard where it was.
  await choice.selectOption({ label: 'EXERCISE night-drill' });
  for (const key of ['Escape', 'Enter']) {
    await choice.selectOption({ label: 'Another exercise …' });
    await reader.page.locator('input:focus').waitFor();
    await reader.page.keyboard.press(key);
    await reader.page.locator('select:focus').waitFor();
    await exerciseIn(reader.page);
  }
  await choice.selectOption({ label: 'Another exercise …' });
  await reader.page.locator('input:focus').waitFor();
  await reader.page.getByRole('heading', { level: 1 }).click();
  await choice.waitFor();
  await exerciseIn(reader.page);
  // The floor has the same.
  await reader.page.goto(`${endpoint.url}/`);
  await choice.selectOption({ label: 'EXERCISE night-drill' });
  await exerciseIn(reader.page);
  await reader.page.getByText('Drill of the night').first().waitFor();
  expect(reader.faults).toEqual([]);
  await reader.close();

  const owner = await visit(browser, `${endpoint.url}/board`, {
    key: await endpoint.token('cyberAgency', 'publisher'),
  });
  await owner.page.getByRole('button', { name: 'Look at an exercise …' }).click();
  await owner.page.locator('input:focus').fill('night-drill');
  await owner.page.keyboard.press('Enter');
  await exerciseIn(owner.page);
  await owner.page.getByRole('row', { name: /Drill of the night/ }).waitFor();
  await owner.page.getByRole('combobox', { name: 'Real traffic or an exercise' }).waitFor();
  expect(owner.faults).toEqual([]);
  await owner.close();
}, 90_000);

test('the form begins with whether it is real', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  const first = page.locator('form.publish-form fieldset').first();
  await first.getByRole('heading', { name: 'Real or exercise' }).waitFor();
  await first.getByRole('button', { name: 'Real', pressed: true }).waitFor();
  await first.getByRole('button', { name: 'Exercise', exact: true }).click();
  // It is asked for by whoever goes on, and leads there.
  expect(await first.getByLabel('Id of the exercise').getAttribute('aria-invalid')).toBe('false');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await first.locator('input:focus[aria-invalid=true]').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);
