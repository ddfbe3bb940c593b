// The button of a form on the board can always be pressed: what the form lacks is marked, and the keyboard is led to it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
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

test.each([
  ['Recall it', 'Check first'],
  ['Narrow it', 'Check first'],
  ['Cancel the warning', 'Cancel the warning'],
])(
  '%s without what it needs',
  async (act, check) => {
    const id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid', 'riverWater') });
    await endpoint.drain();
    const key = await endpoint.token('cyberAgency', 'publisher');
    const { page, faults, close } = await visit(browser, `${endpoint.url}/board/${id}`, { key });
    await page.getByRole('button', { name: act, exact: true }).click();
    const form = page.locator('form.notice');
    const button = form.getByRole('button', { name: check, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await form.getByText('Fill this in').waitFor();
    expect(await form.getByLabel('Why').getAttribute('aria-invalid')).toBe('true');
    if (act === 'Narrow it') {
      await form.getByText('Choose whom it is taken from, or a stricter marking.').waitFor();
      await form.getByRole('checkbox', { name: 'River Water' }).check();
      await button.click();
    }
    await page.locator('textarea:focus').waitFor();
    await form.getByLabel('Why').fill('It was meant for somebody else.');
    await form.getByText('Fill this in').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  },
  60_000,
);
