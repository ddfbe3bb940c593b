// A language that is chosen has the words of a view that was opened while they were on their way.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { LATER } from '../../../scripts/console/later-words.mjs';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, 180_000);
afterAll(closeConsole);

test('a view of the partnership that is opened meanwhile says nothing by the names of its words', async () => {
  const key = await endpoint.token('cyberAgency', 'member-admin');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/`, { key });
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  // Both parts of a language have its name; the first one that is asked for is the first part.
  let count = 0;
  await page.route(/\/fr[\w-]*\.js$/, async (route) => {
    count += 1;
    if (count === 1) {
      asked.resolve();
      await held.promise;
    }
    await route.continue();
  });
  await page.locator('header.top button.plain[aria-haspopup="dialog"]').last().click();
  await page.getByRole('dialog').getByLabel('Language').selectOption('fr');
  await asked.promise;
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  held.resolve();
  await page.locator('html[lang="fr"]').waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor();
  const named = new RegExp(`\\b(?:${LATER.join('|')})\\.[a-z]\\w+`);
  expect(named.exec(await page.locator('body').innerText())).toBeNull();
  expect(faults).toEqual([]);
  await close();
}, 90_000);
