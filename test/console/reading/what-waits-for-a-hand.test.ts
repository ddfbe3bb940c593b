// Whoever has to take a request for help, or to decide as the second person, sees it on the floor, in the side bar and in the title of
// the tab; whoever asked sees who took it and how to reach them; and whoever approved is led to what came of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { propose } from '../../../src/service/approval/propose.ts';
import { type Visit, visit } from '../../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import { keyWith, type Somebody, signedInAs } from '../../support/console/people.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { freePort } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;

beforeAll(async () => {
  ({ endpoint, browser } = await openConsole({ env: { TOCSIN_PORT: String(await freePort()) } }));
}, OPENING_MS);
afterAll(closeConsole);

const leave = async ({ faults, close }: Visit): Promise<void> => {
  expect(faults).toEqual([]);
  await close();
};

const titled = (visited: Visit, title: string): Promise<unknown> =>
  visited.page.waitForFunction((wanted) => document.title === wanted, title);

const ANSWER =
  'mutation($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { refusals { code } } }';

test('a request for help is on the floor of whoever must take it, and says who took it', async () => {
  const warning = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  const asker = await endpoint.token('northGrid', 'analyst');
  const duty = await visit(browser, endpoint.url, { key: await endpoint.token('cyberAgency', 'publisher') });
  const { page } = duty;
  await page.clock.install();
  await page.reload();
  await titled(duty, 'Watch floor – Tocsin');
  await page.getByText('Nothing waits for you.').waitFor();
  expect(await page.getByRole('heading', { name: /that wait for you/ }).count()).toBe(0);
  const input = { warning, expectedVersion: 1, answer: 'NEED_HELP', note: 'Which breaker?' };
  const { body } = await endpoint.ask(asker, ANSWER, { input });
  expect(body.data.acknowledgeWarning.refusals).toEqual([]);
  await endpoint.drain();
  // It comes by itself, and moves nothing: its row waits behind a button, for which nothing has to give way.
  const needs = page.getByRole('heading', { name: 'Waits for your answer' });
  const before = await needs.boundingBox();
  await page.clock.fastForward(31_000);
  await titled(duty, '(1) Watch floor – Tocsin');
  const first = page.getByRole('button', { name: 'Requests for help 1' });
  await first.waitFor();
  expect(await needs.boundingBox()).toEqual(before);
  await first.click();
  await page.getByRole('link', { name: 'Requests for help 1 waits for you' }).waitFor();
  // On a telephone the ways to the views are folded, and the title of the tab is not seen.
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Views 1 waits for you' }).waitFor();
  await page.setViewportSize(desk ?? { width: 1280, height: 720 });
  const section = page.getByRole('region', { name: 'Help and approvals that wait for you 1' });
  const row = section.getByRole('article');
  await row.getByText(/To be taken within \d+ (min|hr)/).waitFor();
  await row.getByText('Exploited flaw in a substation gateway').waitFor();
  // The keys go on from it to the rows below, and come back.
  const link = row.getByRole('link', { name: 'Needs help: North Grid' });
  await link.focus();
  await page.keyboard.press('j');
  expect(await link.evaluate((each) => each === document.activeElement)).toBe(false);
  await page.keyboard.press('k');
  expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
  await link.click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByText('Cyber Agency helps').waitFor();
  await titled(duty, 'Requests for help – Tocsin');
  await page.getByText('Nobody there shows you a number').waitFor();
  await leave(duty);
  const waiting = await visit(browser, `${endpoint.url}/cases`, { key: asker });
  await waiting.page.getByText('Cyber Agency helps').waitFor();
  const called = waiting.page.locator('dd', { hasText: 'Duty desk' });
  expect(await called.getByRole('link', { name: '+999 1 555 0100' }).getAttribute('href')).toBe(
    'tel:+99915550100',
  );
  await titled(waiting, 'Requests for help – Tocsin');
  await leave(waiting);
}, 60_000);

/** Who proposed it has nothing to decide. */
const seesItself = async (whom: Somebody): Promise<void> => {
  const own = await visit(browser, endpoint.hub.origin, { session: await signedInAs(endpoint, whom) });
  await own.page.getByText('Nothing waits for you.').waitFor();
  await titled(own, 'Watch floor – Tocsin');
  expect(await own.page.getByRole('link', { name: /Approvals \d/ }).count()).toBe(0);
  // It sees that nothing is out yet, until when, also where it looks for what it published.
  const itself = own.page.getByRole('region', { name: 'Waits for a second person' });
  for (const view of ['', '/board']) {
    await own.page.goto(`${endpoint.hub.origin}${view}`);
    const row = itself.getByRole('article');
    await row.getByText(/Open for another (9 hr|10 hr)/).waitFor();
    await row.getByText('Exploited flaw in a substation gateway').waitFor();
    await row.getByText('TLP:GREEN', { exact: true }).waitFor();
  }
  await itself.getByRole('link', { name: /Essential action/ }).click();
  await own.page.getByRole('button', { name: 'Take it back' }).waitFor();
  await leave(own);
};

test('what waits for a second person is on the floor of who may decide, who is led to the board', async () => {
  const { hub } = endpoint;
  const pia = { of: 'cyberAgency', person: 'cyber-agency/pia', roles: ['publisher'] } as const;
  const contacts = [{ kind: 'MOBILE', value: '+999 1 555 0144', visibleTo: 'MEMBER' } as const];
  await plantPersons(hub, [pia.person], { roles: pia.roles, contacts });
  const { kind: _, bundle: _b, level: _l, ...given } = draft({ audience: to('northGrid') });
  const answerBy = new Date(Date.now() + 10 * 3_600_000).toISOString();
  const proposer = { ...(await endpoint.actor('cyberAgency', 'publisher', pia.person)), roles: pia.roles };
  await keyWith(endpoint, pia);
  good(await propose(hub, proposer, { kind: 'PUBLISH_ESSENTIAL', payload: { ...given, answerBy } }));
  await seesItself(pia);
  const session = await signedInAs(endpoint, {
    of: 'cyberAgency',
    person: 'cyber-agency/ann',
    roles: ['approver'],
  });
  const approver = await visit(browser, hub.origin, { session });
  const { page } = approver;
  await page.getByRole('link', { name: 'Approvals 1 waits for you' }).waitFor();
  await titled(approver, '(1) Watch floor – Tocsin');
  const waiting = page.getByRole('region', { name: 'Help and approvals that wait for you 1' });
  await waiting.getByText(/Open for another (9 hr|10 hr)/).waitFor();
  await waiting.getByText('Exploited flaw in a substation gateway').waitFor();
  await waiting.getByText('TLP:GREEN', { exact: true }).waitFor();
  await waiting.locator('.grade').waitFor();
  await page
    .getByRole('link', { name: 'A warning with an essential action waits for your approval' })
    .click();
  // It may have to ask first.
  await page.getByText('cyber-agency/pia').waitFor();
  await page.getByText('How to call them').click();
  await page.getByRole('link', { name: '+999 1 555 0144' }).waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve' });
  // As much as whoever proposed it was told.
  const reached = /Once it is approved: A new warning goes to (\d+) other members? that you may know of/;
  const count = reached.exec(await dialog.getByText(reached).innerText())?.[1];
  await dialog.getByText('north-grid: North Grid').waitFor();
  expect(await dialog.getByText('TLP:GREEN', { exact: true }).count()).toBe(1);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  const done = page.getByRole('status').filter({ hasText: 'It is out: the warning has been sent.' });
  await done.getByText('Exploited flaw in a substation gateway').waitFor();
  await done.getByText(`To other members that you may know of: ${count}.`).waitFor();
  await titled(approver, 'Approvals – Tocsin');
  await endpoint.drain();
  const board = (await page.getByRole('link', { name: 'See who has it' }).getAttribute('href')) ?? '';
  // It does not stand over another, which the same view shows next.
  await page.evaluate(() =>
    history.pushState({}, '', '/proposals?id=approval--00000000-0000-4000-8000-000000000000'),
  );
  await page.getByText('There is nothing at this address that you may see.').waitFor();
  expect(await page.getByText('It is out: the warning has been sent.').count()).toBe(0);
  await page.goto(new URL(board, hub.origin).href);
  await page.getByRole('rowheader', { name: /North Grid/ }).waitFor();
  await leave(approver);
}, 60_000);
