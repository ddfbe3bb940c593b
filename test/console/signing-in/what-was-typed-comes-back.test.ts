// A session that has ended while its page is open leads to the sign-in at the next press, and back: what was typed is there again for
// the same person, and for nobody else.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { idInToken } from '../../../src/service/access/token.ts';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, 180_000);
afterAll(closeConsole);

const PERSON = 'north-grid/night-shift';
const keyOf = (person = PERSON) => endpoint.token('northGrid', 'analyst', person);
const NOTE = 'Line 3 is off';

/** The stream is away, so that nothing but the press finds out. */
const withoutStream = (page: Page) =>
  page.route('**/graphql', (route) =>
    (route.request().headers()['accept'] ?? '').includes('event-stream') ? route.abort() : route.continue(),
  );
const enter = async (page: Page, key: string): Promise<void> => {
  await page.getByLabel('Your key').fill(key);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** Somebody reads a warning and writes a note; their key ends, and they answer. */
const endsMeanwhile = async () => {
  const warning = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  const key = await keyOf();
  const visited = await visit(browser, `${endpoint.url}/sign-in`, { key });
  const { page } = visited;
  await withoutStream(page);
  await page.goto(`${endpoint.url}/warning/${warning}`);
  await page.locator('#note').fill(NOTE);
  await revokeKey(endpoint.hub, idInToken(key) ?? '');
  // Something that the page asks by itself may find out before the press does, and takes the button away.
  const out = page.getByText('You are signed out');
  const press = page.getByRole('button', { name: 'Affected, and done' }).click();
  await Promise.race([press.catch(() => undefined), out.waitFor()]);
  await out.waitFor();
  const back = page.getByRole('link', { name: /^Sign in with a passkey/ });
  expect(await back.getAttribute('href')).toBe(`/sign-in?to=${encodeURIComponent(`/warning/${warning}`)}`);
  return { ...visited, warning };
};
const answers = (warning: string) =>
  endpoint.hub.deliveries.rows.countDocuments({ warning, answer: { $ne: null } });

test('the same person finds the note again, also after the page was loaded anew', async () => {
  const { page, close, warning } = await endsMeanwhile();
  expect(await answers(warning)).toBe(0);
  await page.reload();
  await enter(page, await keyOf());
  const note = page.locator('#note');
  await note.waitFor();
  expect(await note.inputValue()).toBe(NOTE);
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await page.locator('#answer .standing').waitFor();
  expect(await note.inputValue()).toBe('');
  const kept = await page.evaluate(() =>
    Object.keys(sessionStorage).filter((name) => name.startsWith('tocsin.draft.')),
  );
  expect([kept, await answers(warning)]).toEqual([[], 1]);
  await close();
}, 90_000);

test('somebody else finds none', async () => {
  const { page, close } = await endsMeanwhile();
  await enter(page, await keyOf('north-grid/day-shift'));
  const note = page.locator('#note');
  await note.waitFor();
  expect(await note.inputValue()).toBe('');
  await close();
}, 90_000);
