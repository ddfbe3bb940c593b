// What was read goes from the screen with its recall or its narrowing, and nothing that somebody reads or writes beside it moves. An
// answer is to the version that stands there, and what was typed stays when there is another.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { narrowWarning } from '../../../src/service/warning/narrow/narrow-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST } from '../../support/cast.ts';
import { type Visit, visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, 180_000);
afterAll(closeConsole);

const publish = (headline: string, changes: object = {}): Promise<string> =>
  publishBy(endpoint, 'cyberAgency', {
    headline,
    summary: `The text of it: ${headline}.`,
    audience: to('northGrid', 'riverWater'),
    ...changes,
  });
const come = async (path: string): Promise<Visit> =>
  visit(browser, `${endpoint.url}${path}`, { key: await endpoint.token('northGrid', 'analyst') });
const besides = async ({ page }: Visit, path: string): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(`${endpoint.url}${path}`);
  return other;
};
const isLive = (page: Page) => page.getByText('Live', { exact: true }).waitFor();
const gone = (page: Page, text: string) => page.getByText(text).first().waitFor({ state: 'detached' });
const publisher = () => endpoint.actor('cyberAgency');
const recall = async (id: string) => {
  const words = { reason: 'It names a source.', whatToDo: 'Delete each copy.', language: 'en' };
  good(await recallWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, ...words }));
  await endpoint.drain();
};
const narrow = async (id: string) => {
  const words = { reason: 'It is not about you.', whatToDo: null, language: 'en' };
  const who = { exclude: [CAST.northGrid.slug], keep: null, organisations: [], marking: null };
  good(await narrowWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, ...words, ...who }));
  await endpoint.drain();
};
const rowOf = (warning: string, version: number) =>
  endpoint.hub.deliveries.rows.findOne({ warning, version, member: CAST.northGrid.id });

/** A row has about sixty. */
const FEW_PX = 10;

test('what is recalled, or taken from its reader, goes at once from what is open', async () => {
  await publish('Stays last');
  const [recalled, narrowed] = [await publish('Secret of the valve'), await publish('Secret of the pump')];
  await publish('Stays first');
  const floor = await come('/');
  const reading = await besides(floor, `/warning/${recalled}`);
  const losing = await besides(floor, `/warning/${narrowed}`);
  for (const page of [floor.page, reading, losing]) await isLive(page);
  await losing.getByText('The text of it: Secret of the pump.').waitFor();
  await reading.locator('#note').fill('Valve three, says the night shift');
  const placeOf = async (headline: string): Promise<number> => {
    const row = floor.page.locator('#everything [data-grade]').filter({ hasText: headline });
    return (await row.boundingBox())?.y ?? 0;
  };
  const [first, last] = [await placeOf('Stays first'), await placeOf('Stays last')];
  expect(last).toBeGreaterThan(first);

  await recall(recalled);
  await gone(reading, 'Secret of the valve');
  await reading.getByText('This was recalled').waitFor();
  await reading.getByText(recalled).first().waitFor();
  await reading.getByText('It names a source.').first().waitFor();
  await reading.getByText('Delete each copy.').first().waitFor();
  expect(await reading.getByText('has arrived').count()).toBe(0);
  await gone(floor.page, 'Secret of the valve');

  await narrow(narrowed);
  await gone(losing, 'Secret of the pump');
  await losing.getByText('not addressed to you any more').first().waitFor();
  await losing.getByText(narrowed).first().waitFor();
  await losing.getByText('It is not about you.').first().waitFor();
  await gone(floor.page, 'Secret of the pump');
  // Nothing moved under the pointer: what came waits behind its button, at the place of what went there is what became of it.
  await floor.page.getByRole('button', { name: /^2 new/ }).waitFor();
  await floor.page.locator('#everything').getByText('This warning was recalled').waitFor();
  const [firstNow, lastNow] = [await placeOf('Stays first'), await placeOf('Stays last')];
  // The button is a little higher than the words beside it, and so is a tag.
  expect(Math.abs(firstNow - first)).toBeLessThan(FEW_PX);
  expect(Math.abs(lastNow - last)).toBeLessThan(FEW_PX);

  // What was typed is there for the confirmation of the recall, which is what stands on the screen now.
  const note = reading.locator('#note');
  await note.waitFor();
  expect(await note.inputValue()).toBe('Valve three, says the night shift');
  await reading.getByRole('button', { name: 'Removed: confirm' }).click();
  await reading.locator('#answer .standing').getByText('Removed').waitFor();
  expect(await rowOf(recalled, 2)).toMatchObject({
    answer: 'ACTED',
    note: 'Valve three, says the night shift',
  });
  await losing.getByRole('link', { name: 'Read the notice and confirm' }).click();
  await losing.getByRole('button', { name: 'Removed: confirm' }).waitFor();
  expect(floor.faults).toEqual([]);
  await floor.close();
}, 120_000);

test('what was recalled is among the events of no tab: one that was open, and one that comes later', async () => {
  const { page, faults, close } = await come('/developers');
  await isLive(page);
  const [recalled] = [await publish('Secret of the gate'), await publish('Stays among the events')];
  await endpoint.drain();
  const events = page.locator('#event-list');
  for (const text of ['Secret of the gate', 'Stays among the events'])
    await events.getByText(text).first().waitFor({ state: 'attached' });
  await recall(recalled);
  await events.getByText('This warning was recalled').first().waitFor({ state: 'attached' });
  expect(await events.innerHTML()).not.toContain('Secret of the gate');
  const later = await page.context().newPage();
  await later.goto(`${endpoint.url}/developers`);
  const told = later.locator('#event-list');
  await told.getByText('Stays among the events').first().waitFor({ state: 'attached' });
  await told.getByText('This warning was recalled').first().waitFor({ state: 'attached' });
  expect(await told.innerHTML()).not.toContain('Secret of the gate');
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('an answer to what was corrected meanwhile is not sent; the newer text is shown, and the note stays', async () => {
  const id = await publish('Close the valve');
  const visited = await come(`/warning/${id}`);
  const { page, faults, close } = visited;
  await page.locator('#note').fill('It is closed');
  // The stream is away: nothing tells the page that there is another version.
  await page.route('**/graphql', (route) =>
    (route.request().headers()['accept'] ?? '').includes('event-stream') ? route.abort() : route.continue(),
  );
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const opened = { ...texts, headline: 'Leave the valve open' };
  good(await updateWarning(endpoint.hub, await publisher(), { id, expectedVersion: 1, draft: opened }));
  await endpoint.drain();
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await page.getByRole('heading', { name: 'Leave the valve open' }).waitFor();
  await page.getByText('There is a newer version than the one that you read.').waitFor();
  expect(await rowOf(id, 2)).toMatchObject({ answer: null });
  expect(await page.locator('#note').inputValue()).toBe('It is closed');
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await page.locator('#answer .standing').getByText('Affected, and done').waitFor();
  expect(await rowOf(id, 2)).toMatchObject({ answer: 'ACTED', note: 'It is closed' });
  expect(faults).toEqual([]);
  await close();
}, 60_000);
