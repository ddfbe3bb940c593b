// A form that is not finished goes along: saved on the hub in one browser, continued in another, published, and gone; what was
// saved elsewhere meanwhile is not overwritten.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { personIdOf } from '../../src/domain/access/former-name.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../src/service/warning/update-warning.ts';
import { CAST } from '../support/cast.ts';
import { overflowOf, type Visit, visit } from '../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';
import { good } from '../support/outcome.ts';
import { eventually } from '../support/processes.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole({}));
}, OPENING_MS);
afterAll(closeConsole);

const comeAs = async (handle: string | null, path = '/publish', language = 'en'): Promise<Visit> => {
  const person = handle === null ? null : `${CAST.cyberAgency.slug}/${handle}`;
  const key = await endpoint.token('cyberAgency', 'publisher', person);
  return visit(browser, `${endpoint.url}${path}`, { key, language });
};
const leave = async ({ faults, close }: Visit): Promise<void> => {
  expect(faults).toEqual([]);
  await close();
};
/** And nothing was written since. */
const SAVED = /^Saved on the hub \d{4}-\d\d-\d\d \d\d:\d\dZ$/;
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText(SAVED).waitFor();
};
const fill = async (page: Page): Promise<void> => {
  await page.getByLabel('Summary').fill('Somebody opened two breakers from outside.');
  await page.getByLabel('If you do one thing').fill('Take the gateway off the internet.');
  await page.getByLabel('Who to call').fill('Duty desk');
  await page.getByLabel('Telephone').fill('+999 1 555 0100');
  await page.getByLabel('When (required)').fill('24x7');
  await page.getByLabel('Severity').selectOption('SEVERE');
  await page.getByLabel('Urgency').selectOption('IMMEDIATE');
  await page.getByLabel('Certainty').selectOption('OBSERVED');
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
};
const stored = (handle: string) =>
  endpoint.hub.database
    .native()
    .collection('drafts')
    .countDocuments({ person: personIdOf(`${CAST.cyberAgency.slug}/${handle}`) });

test('written in one browser, continued in another, published from there, and gone', async () => {
  const office = await comeAs('ann');
  await office.page.getByLabel('Headline').fill('Breakers opened at a substation');
  await fill(office.page);
  expect(await stored('ann')).toBe(0);
  await save(office.page);
  await office.page.getByLabel('Headline').fill('Breakers opened at a substation again');
  await office.page.getByText('changed since').waitFor();
  await save(office.page);
  // Of the same tab, after it was loaded again: the same draft.
  await office.page.reload();
  await office.page.getByText(SAVED).waitFor();
  expect(await stored('ann')).toBe(1);
  const colleague = await comeAs('bea');
  await colleague.page.getByRole('button', { name: 'Save draft' }).waitFor();
  expect(await colleague.page.getByText('Your drafts').count()).toBe(0);
  await leave(colleague);
  const home = await comeAs('ann');
  await home.page.getByText('Your drafts (1)').waitFor();
  await home.page.getByRole('button', { name: 'Continue' }).click();
  await home.page.getByText(SAVED).waitFor();
  expect(await home.page.getByLabel('Headline').inputValue()).toBe('Breakers opened at a substation again');
  expect(await home.page.getByText('Your drafts').count()).toBe(0);
  await home.page.getByRole('button', { name: 'Check and go on' }).click();
  await home.page.getByRole('button', { name: 'Publish', exact: true }).click();
  await home.page.getByText('It is published.').waitFor();
  // It goes just after what it became was answered.
  await eventually('the draft is gone', async () => (await stored('ann')) === 0);
  expect(
    await home.page.evaluate(() => Object.keys(sessionStorage).filter((each) => each.includes('draft'))),
  ).toEqual([]);
  // The other browser has it on the screen, and saves it anew where it is wanted.
  await office.page.getByLabel('Headline').fill('Once more');
  await office.page.getByRole('button', { name: 'Save draft' }).click();
  await office.page.getByRole('button', { name: 'Save as a new draft' }).click();
  await office.page.getByText(SAVED).waitFor();
  expect(await stored('ann')).toBe(1);
  await leave(office);
  await leave(home);
  const later = await comeAs('ann');
  await later.page.getByText('Once more').waitFor();
  await later.page.getByRole('button', { name: 'Discard' }).click();
  await later.page.getByText('It cannot be brought back.').waitFor();
  await later.page.getByRole('group', { name: 'Discard' }).getByRole('button', { name: 'Discard' }).click();
  await later.page.getByText('Your drafts').waitFor({ state: 'detached' });
  expect(await stored('ann')).toBe(0);
  await leave(later);
}, 120_000);

test('two machines do not overwrite each other, and a form that was not saved is not lost unasked', async () => {
  const office = await comeAs('cal');
  await office.page.getByLabel('Headline').fill('From the office');
  await save(office.page);
  const home = await comeAs('cal');
  await home.page.getByLabel('Headline').fill('Typed at home first');
  await home.page.getByRole('button', { name: 'Continue' }).click();
  await home.page.getByText('What is in the form now was not saved, and is lost.').waitFor();
  await home.page.getByRole('group', { name: 'Continue' }).getByRole('button', { name: 'Continue' }).click();
  await home.page.getByText(SAVED).waitFor();
  expect(await home.page.getByLabel('Headline').inputValue()).toBe('From the office');
  await home.page.getByLabel('Headline').fill('From home');
  await save(home.page);
  await office.page.getByLabel('Headline').fill('Late from the office');
  await office.page.getByRole('button', { name: 'Save draft' }).click();
  await office.page.getByText('This draft was saved again since you read it.').waitFor();
  expect(await office.page.getByLabel('Headline').inputValue()).toBe('Late from the office');
  await office.page.getByRole('button', { name: 'Save as a new draft' }).click();
  await office.page.getByText('Your drafts (1)').waitFor();
  await office.page.getByText('From home').waitFor();

  expect(await stored('cal')).toBe(2);
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await office.page.setViewportSize(size);
    expect(await overflowOf(office.page)).toBe(0);
  }
  await leave(office);
  await leave(home);
}, 120_000);

test('a correction goes along, and says when a newer version was published since', async () => {
  const { hub } = endpoint;
  const publisher = await endpoint.actor('cyberAgency');
  const { warning: id } = good(await publishWarning(hub, publisher, draft({ headline: 'As published' })));
  await endpoint.drain();
  const office = await comeAs('dan', `/publish?of=${id}`);
  await office.page.getByLabel('Headline').fill('As corrected');
  await save(office.page);
  await leave(office);
  const other = { id, expectedVersion: 1, draft: draft({ headline: 'By somebody else' }) };
  good(await updateWarning(hub, publisher, other));
  await endpoint.drain();
  const home = await comeAs('dan');
  await home.page.getByText('Correction of version 1').waitFor();
  await home.page.getByRole('button', { name: 'Continue' }).click();
  await home.page.getByText('You began this over version 1. Version 2 has been published since').waitFor();
  expect(await home.page.getByLabel('Headline').inputValue()).toBe('As corrected');
  await home.page.getByRole('button', { name: 'Check and go on' }).click();
  const changes = home.page.locator('section').filter({ hasText: 'What changes from version 2' });
  await changes.getByText('By somebody else').waitFor();
  await leave(home);
}, 120_000);

test('a key of no person saves none, and is told why', async () => {
  const machine = await comeAs(null);
  await machine.page.getByText('A draft is saved for a person, and this key belongs to none.').waitFor();
  expect(await machine.page.getByRole('button', { name: 'Save draft' }).isDisabled()).toBe(true);
  await leave(machine);
}, 60_000);
