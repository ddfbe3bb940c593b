// What stands before somebody who has just come: on a telephone a warning and not the controls, beside it the ways that are theirs, and
// on a wall no row that is cut off without a word.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Role } from '../../../src/domain/member.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { overflowOf, visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
const COUNT = 9;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
  for (let at = 1; at <= COUNT; at += 1)
    await publishBy(endpoint, 'cyberAgency', {
      audience: to('northGrid'),
      headline: `Gateway ${at} answers to strangers from abroad`,
    });
}, 180_000);
afterAll(closeConsole);

const come = async (role: Role, more: object = {}, path = '/', person?: string | null) =>
  visit(browser, `${endpoint.url}${path}`, { key: await endpoint.token('northGrid', role, person), ...more });

test('on a telephone a warning is seen first; filters are folded, and say how many are chosen', async () => {
  const small = { width: 390, height: 844 };
  const { page, faults, close } = await come('analyst', { size: small }, '/?severity=SEVERE,EXTREME');
  await page.getByText('Waits for your answer').waitFor();
  const top = await page.locator('header.top').boundingBox();
  const [head, first] = [top?.height ?? 0, await page.locator('.needs .item').first().boundingBox()];
  expect(head).toBeLessThan(70);
  expect(first?.y ?? 999).toBeLessThan(230);
  expect(await page.getByLabel('Severity').isVisible()).toBe(false);
  await page.locator('.filters-fold summary').getByText('1').waitFor();
  await page.locator('.filters-fold summary').click();
  expect(await page.getByLabel('Severity').isVisible()).toBe(true);
  // What the bar has no room for is beneath the ways to the views.
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await overflowOf(page)).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('ways that somebody only reads are folded, but for the one that they are on', async () => {
  const reader = await come('analyst');
  const way = (name: string) => reader.page.locator('nav.side').getByRole('link', { name });
  await way('Requests for help').waitFor();
  expect(await way('Audit trail').count()).toBe(0);
  await reader.page.locator('nav.side summary').getByText('Partnership').click();
  await way('Audit trail').click();
  await reader.page.waitForURL(/\/audit/);
  await way('Audit trail').waitFor();
  await reader.close();
  const admin = await come('member-admin');
  await admin.page.locator('nav.side').getByRole('link', { name: 'Audit trail' }).waitFor();
  expect([...reader.faults, ...admin.faults]).toEqual([]);
  await admin.close();
}, 60_000);

test('on a wall no row is cut off, and those without room are counted', async () => {
  const { page, faults, close } = await come('reader', {}, '/?wall=true', null);
  await page.getByRole('heading', { name: `Waits for your answer ${COUNT}` }).waitFor();
  await page
    .locator('.unseen')
    .getByText(/\d+ more/)
    .waitFor();
  const bottoms = await page
    .locator('.wall article:not([hidden])')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
  expect(bottoms.length).toBeGreaterThan(0);
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(768);
  const unseen = Number((await page.locator('.unseen').innerText()).match(/\d+/)?.[0]);
  expect(bottoms.length + unseen).toBe(COUNT);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('where nothing fits, the way to a view says so', async () => {
  const { page, faults, close } = await come('analyst');
  await page.getByText('Waits for your answer').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go to' }).waitFor();
  await page.keyboard.type('zzz');
  await page.getByRole('dialog').getByText('Nothing fits.').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('a best practice is not answered as a warning is, and asks whether it was of use', async () => {
  const { actions, contacts, urgency, severity, certainty, validUntil, ...common } = draft();
  const practice = { problem: 'Relays are open.', steps: ['Close them.'], evidence: null, limits: null };
  const kind = { kind: 'PRACTICE', practiceKind: 'MEASURE', licence: null, reviewDue: null } as const;
  const publisher = await endpoint.actor('cyberAgency');
  const { warning } = good(
    await publishWarning(endpoint.hub, publisher, { ...common, ...practice, ...kind }),
  );
  await endpoint.drain();
  const { page, faults, close } = await come('analyst', {}, `/warning/${warning}`);
  await page.getByText('Close them.').first().waitFor();
  expect(await page.getByRole('button', { name: 'Not affected' }).count()).toBe(0);
  await page.locator('.feedback').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);
