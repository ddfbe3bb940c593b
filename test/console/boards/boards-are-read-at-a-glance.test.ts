// What a member published, with how many have answered, who needs help and what is overdue; and on the board what the hub does next.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

test('each row has its figures, and the board says what the hub does next', async () => {
  const answerBy = new Date(Date.now() + 4 * 3_600_000).toISOString();
  const audience = to('northGrid', 'riverWater');
  const asked = { audience, level: 'RECOMMENDATION', answerBy } as const;
  const id = await publishBy(endpoint, 'cyberAgency', { ...asked, headline: 'Helped at once' });
  await publishBy(endpoint, 'cyberAgency', { audience, headline: 'Nobody has answered' });
  await endpoint.drain();
  const analyst = await endpoint.actor('northGrid', 'analyst');
  good(await acknowledgeWarning(endpoint.hub, analyst, { warning: id, answer: 'NEED_HELP', note: null }));
  await endpoint.drain();
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/board`, { key });
  const row = page.getByRole('row', { name: /Helped at once/ });
  await row.getByText(/^1 of [2-9]/).waitFor();
  expect(await row.locator('.figure').allTextContents()).toEqual([expect.stringMatching(/^1 of /), '1', '0']);
  // Red is for what is wrong alone.
  expect(await row.locator('.figure.bad').count()).toBe(1);
  const colours = await row
    .locator('.figure')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).color));
  expect([colours[1] === colours[0], colours[2] === colours[0]]).toEqual([false, true]);
  const other = page.getByRole('row', { name: /Nobody has answered/ });
  await other.getByText(/^0 of [2-9]/).waitFor();
  expect(await other.locator('.figure.bad').count()).toBe(0);
  // On a telephone too who needs help, and what is overdue, is in sight, with how bad it is beside the headline.
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  await row.locator('.own-grade-here .grade').waitFor();
  for (const cell of await row.locator('.figure').all()) {
    const { x, width } = (await cell.boundingBox()) ?? { x: Number.NaN, width: 0 };
    expect(x + width).toBeLessThanOrEqual(360);
  }
  await page.setViewportSize(desk ?? { width: 1280, height: 720 });
  await row.getByRole('link', { name: 'Helped at once' }).click();
  await page.getByText('The hub reminds, and goes on to others, by itself').waitFor();
  await page.getByText('At half of the time').waitFor();
  await page.locator('.counted[data-answer=NEED_HELP][data-none=false]').waitFor();
  // Who needs help stands first; then who was asked by name, and is shown as reminded without another look.
  const names = page.getByRole('rowheader');
  expect((await names.allTextContents()).slice(0, 2)).toEqual([
    expect.stringContaining('North Grid'),
    expect.stringContaining('River Water'),
  ]);
  await page.getByRole('button', { name: 'Remind everybody who has not answered' }).click();
  await page.getByText(/Reminded, of those listed: \d/).waitFor();
  await page
    .getByRole('row', { name: /River Water/ })
    .getByText('Is reminded')
    .waitFor();
  await page.goto(`${endpoint.url}/board`);
  await page.getByRole('link', { name: 'Nobody has answered' }).click();
  await page.locator('.counted[data-answer=NEED_HELP][data-none=true]').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('what was recalled counts who has not confirmed, and folds the names of many', async () => {
  const { hub } = endpoint;
  const publisher = await endpoint.actor('cyberAgency', 'publisher');
  const words = { reason: 'It names a source.', whatToDo: null, language: 'en' };
  const everybody = { alternatives: [{}], excludes: [] };
  const ids = [];
  for (const audience of [to('northGrid'), everybody]) {
    const id = await publishBy(endpoint, 'cyberAgency', { audience, marking: 'CLEAR' });
    await endpoint.drain();
    good(await recallWarning(hub, publisher, { id, expectedVersion: 1, ...words }));
    await endpoint.drain();
    ids.push(id);
  }
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/board/${ids[0]}`, { key });
  const names = page.locator('details', { hasText: /^Has not confirmed yet: \d+/ });
  await names.getByText('North Grid', { exact: true }).waitFor();
  await page.goto(`${endpoint.url}/board/${ids[1]}`);
  await names.waitFor();
  expect(Number(/\d+/.exec(await names.locator('summary').innerText())?.[0])).toBeGreaterThan(6);
  expect(await names.getByText('North Grid', { exact: true }).isVisible()).toBe(false);
  expect(faults).toEqual([]);
  await close();
}, 90_000);
