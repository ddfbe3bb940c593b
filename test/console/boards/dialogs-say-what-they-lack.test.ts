// The button of a dialog can always be pressed: where the act cannot be done with what stands in a field, the field says why.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../support/chromium/open-browser.ts';
import { visit } from '../../support/console/browser.ts';
import { buildTheConsole } from '../../support/console/build.ts';
import { signedInAs } from '../../support/console/people.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { freePort } from '../../support/processes.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  buildTheConsole();
  endpoint = await openTestEndpoint({
    clock: { now: () => new Date() },
    env: { TOCSIN_PORT: String(await freePort()) },
  });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
});

const visitAs = async (who: Parameters<typeof signedInAs>[1], path: string) =>
  visit(browser, `${endpoint.hub.origin}${path}`, { session: await signedInAs(endpoint, who) });

const open = async (page: Page, act: string | RegExp): Promise<Locator> => {
  await page.getByRole('button', { name: act }).first().click();
  return page.getByRole('dialog');
};

/** Once it was pressed, the field says so and has the focus. */
const saysAfterPress = async (dialog: Locator, button: string, field: Locator, words: string) => {
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.locator('.fault').getByText(words).waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
};

test('a class that is kept as long already', async () => {
  const operator = { of: 'cyberAgency', person: 'cyber-agency/omar', roles: ['hub-operator'] } as const;
  const { page, faults, close } = await visitAs(operator, '/retention');
  const dialog = await open(page, /Change Lines of the audit trail/);
  const days = dialog.getByRole('textbox');
  await saysAfterPress(dialog, 'Change', days, 'It is kept that long already');
  await days.fill('1827');
  await dialog.getByText('It is kept that long already').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what is to be ticked, a short name that is begun, and a day that is none', async () => {
  const admin = { of: 'northGrid', person: 'north-grid/ada', roles: ['member-admin'] } as const;
  const { page, faults, close } = await visitAs(admin, '/members/north-grid');
  const attesting = await open(page, 'Attest facts');
  await saysAfterPress(attesting, 'Attest facts', attesting.getByRole('checkbox'), 'Tick this to go on.');
  await page.keyboard.press('Escape');
  const leaving = await open(page, 'Leave the partnership');
  const typed = leaving.getByRole('textbox');
  await typed.fill('north-');
  await saysAfterPress(leaving, 'Leave the partnership', typed, 'north-grid');

  await page.goto(`${endpoint.hub.origin}/keys?whose=member`);
  const registering = await open(page, 'Register a machine');
  await registering.getByLabel('What it is for').fill('Gateway');
  const until = registering.getByLabel('Until (UTC day); empty for no end');
  await until.fill('20261-01-01');
  await registering.getByText('Choose a day that there is').waitFor();
  expect(await registering.getByLabel('What it is for').inputValue()).toBe('Gateway');
  expect(faults).toEqual([]);
  await close();
}, 60_000);
