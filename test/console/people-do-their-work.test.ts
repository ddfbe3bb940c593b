// The console in a real browser over a real hub: each of five people comes from the first page to what they came for.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Role } from '../../src/domain/member.ts';
import { propose } from '../../src/service/approval/propose.ts';
import { applyFor } from '../../src/service/member/admission/apply.ts';
import { changeAdmissionPolicy } from '../../src/service/member/admission/change-policy.ts';
import { verifyApplication } from '../../src/service/member/admission/decide-application.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import type { CastName } from '../support/cast.ts';
import { type Visit, visit } from '../support/console/browser.ts';
import { correctTheHeadline, fillEssential } from '../support/console/forms.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import { actorWith, signedInAs } from '../support/console/people.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';
import { good } from '../support/outcome.ts';
import { freePort } from '../support/processes.ts';

let endpoint: TestEndpoint;
let browser: Browser;
const open: Visit[] = [];

beforeAll(async () => {
  // A port of its own, so that the hub knows its address: sessions act from there alone.
  ({ endpoint, browser } = await openConsole({ env: { TOCSIN_PORT: String(await freePort()) } }));
}, OPENING_MS);
afterAll(closeConsole);

const publish = async (changes: Parameters<typeof draft>[0] = {}): Promise<string> => {
  const published = await publishWarning(endpoint.hub, await endpoint.actor('cyberAgency'), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await endpoint.drain();
  return published.value.warning;
};

const comeAs = async (name: CastName, role: Role, path = '/', person?: string | null): Promise<Visit> => {
  const key = await endpoint.token(name, role, person);
  const visited = await visit(browser, `${endpoint.url}${path}`, { key });
  open.push(visited);
  return visited;
};

const leave = async ({ faults, close }: Visit): Promise<void> => {
  expect(faults).toEqual([]);
  await close();
};

test('an analyst signs in with a key, and answers a warning in three actions', async () => {
  await publish();
  const visited = await visit(browser, endpoint.url);
  const { page } = visited;
  await page.getByLabel('Your key').fill('toc_wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The hub does not know this key').waitFor();
  await page.getByLabel('Your key').fill(await endpoint.token('northGrid', 'analyst'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: /Waits for your answer 1/ }).waitFor();
  // Actions: open it, write a note, answer.
  await page.getByRole('link', { name: 'Exploited flaw in a substation gateway' }).first().click();
  await page.getByRole('heading', { name: 'Why you have this' }).waitFor();
  expect(await page.getByText('Take the gateway off the internet').count()).toBeGreaterThan(0);
  await page.getByLabel(/Note for the publisher/).fill('Two gateways, both off.');
  await page.getByRole('button', { name: 'Affected, and done' }).click();
  await page.getByRole('button', { name: 'Affected, and done', pressed: true }).waitFor();
  await page.getByText('Two gateways, both off.').waitFor();
  await page.getByRole('link', { name: 'To the watch floor' }).click();
  await page.getByText('Nothing waits for you.').waitFor();
  const second = await page.context().newPage();
  await second.goto(endpoint.url);
  await second.getByLabel('Your key').fill(await endpoint.token('northGrid', 'analyst'));
  await second.getByRole('button', { name: 'Sign in' }).click();
  await second.getByText('Nothing waits for you.').waitFor();
  await second.evaluate(() => sessionStorage.setItem('tocsin.draft.WARNING', '{}'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  // In every tab of the browser, and of nothing a trace.
  for (const tab of [page, second]) {
    await tab.getByLabel('Your key').waitFor();
    expect(await tab.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([2, 0]);
  }
  await leave(visited);
}, 60_000);

test('a filtered floor shows what waits, a search does not; as new counts what is', async () => {
  await publish();
  const visited = await comeAs('southGrid', 'analyst', '/?sector=health');
  const { page } = visited;
  const waiting = page.getByRole('heading', { name: /Waits for your answer [1-9]/ });
  await waiting.waitFor();
  await page.getByText('No items match.').waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  const before = Number((await waiting.textContent())?.match(/[0-9]+/)?.[0]);
  const news = page.getByRole('button', { name: /new –/ });
  expect(await news.count()).toBe(0);
  await publish({ headline: 'Published while the floor is filtered' });
  await page.getByRole('button', { name: '1 new – show it' }).click();
  await page.getByRole('heading', { name: `Waits for your answer ${before + 1}` }).waitFor();
  await news.waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.keyboard.insertText('zzznothing');
  await page.keyboard.press('Enter');
  await page.getByRole('definition').getByText('zzznothing').waitFor();
  expect([await page.getByRole('article').count(), await news.count()]).toEqual([0, 0]);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByRole('feed').getByText('Published while the floor is filtered').waitFor();
  expect(await news.count()).toBe(0);
  await leave(visited);
}, 60_000);

test('by the keyboard alone: j, Enter, a, and the search', async () => {
  const visited = await comeAs('southGrid', 'analyst');
  const { page } = visited;
  await page.getByRole('heading', { name: /Everything/ }).waitFor();
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.waitForURL(/\/warning\/.*#answer/);
  await page.getByRole('button', { name: 'Seen', exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Seen');
  // Single keys are switched off, and on again without any.
  const keys = page.getByRole('dialog', { name: 'Keyboard' });
  await page.keyboard.press('?');
  await keys.getByRole('checkbox', { name: 'Use single keys' }).uncheck();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  expect(await keys.count()).toBe(0);
  await page.getByRole('button', { name: 'Keyboard' }).click();
  await keys.getByRole('checkbox', { name: 'Use single keys' }).check();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go to' }).waitFor();
  await page.keyboard.type('Sectors');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sectors/);
  // Where one came to has the keyboard, and its name is that of the window.
  await page.waitForFunction(() => document.activeElement?.id === 'view');
  await page.waitForFunction(() => document.title === 'Sectors and dependencies – Tocsin');
  await page.keyboard.press('/');
  await page.keyboard.type('substation');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Found: substation' }).waitFor();
  await leave(visited);
}, 60_000);

test('a duty officer publishes an exercise from an empty form of at most 40 inputs, and sees who has it', async () => {
  const visited = await comeAs('cyberAgency', 'publisher', '/publish');
  const { page } = visited;
  await page.getByLabel('Headline').waitFor();
  expect(await page.locator('main').locator('input, select, textarea').count()).toBeLessThanOrEqual(40);
  await page.getByLabel('Headline').fill('Breakers opened at a substation');
  await page.getByLabel('Summary').fill('Somebody opened two breakers from outside.');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  // What is missing is said at the field.
  expect(await page.getByLabel('Severity').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('If you do one thing').fill('Take the gateway off the internet.');
  await page.getByLabel('Who to call').fill('Duty desk');
  await page.getByLabel('Telephone').fill('+999 1 555 0100');
  await page.getByLabel('When (required)').fill('24x7');
  await page.getByLabel('Severity').selectOption('SEVERE');
  await page.getByLabel('Urgency').selectOption('IMMEDIATE');
  await page.getByLabel('Certainty').selectOption('OBSERVED');
  await page.getByRole('radio', { name: 'TLP:GREEN' }).check();
  await page.getByText('You may pass it on within your community.').first().waitFor();
  await page.getByRole('combobox', { name: 'In these sectors' }).fill('Electri');
  await page.getByRole('option', { name: 'Electricity' }).click();
  await page.getByText('North Grid').waitFor();
  // Under another's name nothing speaks to the reader.
  const listed = page.locator('.recipient-list').first();
  await listed.getByText('Addressed: sector Electricity').first().waitFor();
  expect(await listed.textContent()).not.toMatch(/\byou(r)?\b/i);
  await page.getByRole('button', { name: 'Exercise', exact: true }).click();
  await page.getByLabel('Id of the exercise').fill('night-drill');
  await page.getByText('EXERCISE – not real: night-drill').first().waitFor();
  // A hub that refuses to look at it is said, and the form stands.
  await page.waitForTimeout(1_500);
  await page.getByText('Who receives it is being checked').waitFor({ state: 'hidden' });
  const errors = [{ message: 'The trial is refused.', extensions: { code: 'BAD_USER_INPUT' } }];
  await page.route('**/graphql', (route) => route.fulfill({ status: 400, json: { errors } }));
  await page.getByLabel('Summary').fill('Somebody opened two breakers from outside, by a modem.');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByText('The trial is refused.').first().waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  await page.getByText(/^EXERCISE night-drill: only those who take part/).waitFor();
  await page.getByText('As it leaves the hub: Mail').click();
  await page.getByText('EXERCISE [TLP:GREEN] SEVERE: Breakers opened at a substation').waitFor();
  await page.getByRole('button', { name: 'Publish the exercise' }).click();
  await page.getByText('The exercise is published.').waitFor();
  await endpoint.drain();
  await page.getByRole('link', { name: 'See who has it' }).click();
  await page.getByRole('rowheader', { name: /North Grid/ }).waitFor();
  expect(await page.locator('.board-table').textContent()).not.toMatch(/\byou(r)?\b/i);
  expect(await page.evaluate(() => sessionStorage.getItem('tocsin.draft.WARNING'))).toBeNull();
  expect(await correctTheHeadline(page)).toEqual({
    kept: 'Breakers opened at two substations',
    changed: ['Headline'],
  });
  await leave(visited);
}, 90_000);

test('an integrator makes a key, and sees an event as it comes, on one stream for several tabs', async () => {
  const maker = await comeAs('northGrid', 'integrator', '/keys');
  await maker.page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = maker.page.getByRole('dialog', { name: 'Make a key' });
  await dialog.getByLabel('What it is for').fill('SIEM connector');
  await dialog.getByRole('checkbox', { name: 'feed:read' }).check();
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await dialog.getByText('Shown only now').waitFor();
  const key = (await dialog.locator('#secret').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Close' }).click();
  await maker.page.getByRole('rowheader', { name: /SIEM connector/ }).waitFor();
  await leave(maker);
  const visited = await visit(browser, `${endpoint.url}/developers`, { key });
  open.push(visited);
  const { page } = visited;
  await page.getByText('Live', { exact: true }).waitFor();
  const streams = new Set<string>();
  const second = await page.context().newPage();
  for (const tab of [page, second])
    tab.on('request', (request) => {
      if (request.headers()['accept'] === 'text/event-stream') streams.add(request.url() + streams.size);
    });
  await second.goto(`${endpoint.url}/developers`);
  await second.getByText('Live', { exact: true }).waitFor();
  await publish({ headline: 'A flaw in a relay is exploited' });
  for (const tab of [page, second])
    await tab.locator('summary').getByText('A flaw in a relay is exploited').waitFor();
  expect(streams.size).toBe(0);
  // The tab that held the stream goes; the other takes over and misses nothing.
  await page.close();
  await publish({ headline: 'A second flaw in a relay is exploited' });
  await second.locator('summary').getByText('A second flaw in a relay is exploited').waitFor();
  await leave(visited);
}, 60_000);

test('a contact of a State reads what is for one person, and answers', async () => {
  const person = 'xb-csirt/contact';
  const key = await endpoint.token('xbCsirt', 'contact', person);
  const id = await publish({
    headline: 'For the contact alone',
    marking: 'RED',
    audience: { alternatives: [{ persons: [person] }], excludes: [] },
  });
  const visited = await visit(browser, `${endpoint.url}/warning/${id}`, { key });
  const { page } = visited;
  await page.getByRole('heading', { name: 'For the contact alone' }).waitFor();
  expect(await page.getByText('TLP:RED').count()).toBeGreaterThan(0);
  await page.getByText('It is for you alone.').waitFor();
  await page.getByRole('button', { name: 'Need help' }).click();
  await page.getByText('Somebody will call you back.').waitFor();
  await page.getByRole('button', { name: 'Yes, ask for help' }).click();
  await page.getByRole('button', { name: 'Need help', pressed: true }).waitFor();
  await leave(visited);
}, 60_000);

test('what one may not do is disabled with the reason; what one may not know is not there', async () => {
  const id = await publish({ marking: 'AMBER' });
  const reader = await comeAs('northGrid', 'reader', `/warning/${id}`);
  await reader.page.getByText('answering takes an analyst').waitFor();
  expect(
    await reader.page.getByRole('button', { name: 'Seen', exact: true }).getAttribute('aria-disabled'),
  ).toBe('true');
  await leave(reader);
  const stranger = await comeAs('riverWater', 'analyst', `/warning/${id}`);
  await stranger.page.getByText('There is nothing at this address that you may see.').waitFor();
  await leave(stranger);
  // Whoever may look at its publisher's board, and not act on it, sees why.
  const colleague = await comeAs('cyberAgency', 'analyst', `/board/${id}`);
  const recall = colleague.page.getByRole('button', { name: 'Recall it' });
  await recall.waitFor();
  expect(await recall.getAttribute('aria-disabled')).toBe('true');
  await colleague.page.getByText(/Recall it: Publishing takes the role/).waitFor();
  await leave(colleague);
}, 60_000);

test('a member-admin of a sharing centre sponsors an applicant, and approves it as a member', async () => {
  const { hub } = endpoint;
  const operator = { of: 'cyberAgency', person: 'cyber-agency/ola', roles: ['hub-operator'] } as const;
  const hubOperator = await actorWith(endpoint, operator);
  good(await changeAdmissionPolicy(hub, hubOperator, { objectionDays: 0 }));
  const facts = {
    slug: 'dam-works',
    name: 'Dam Works',
    kind: 'OPERATOR',
    country: 'XA',
    countries: [],
  } as const;
  const form = { ...facts, sectors: ['energy/electricity'], contact: 'Ann, +999 1 555 0199' };
  const { id } = good(await applyFor(hub, await endpoint.actor('riverWater', 'member-admin'), form));
  good(await verifyApplication(hub, hubOperator, { id }));
  const session = await signedInAs(endpoint, {
    of: 'energyCentre',
    person: 'energy-centre/chief',
    roles: ['member-admin', 'hub-operator'],
  });
  const visited = await visit(browser, `${hub.origin}/members`, { session });
  const { page } = visited;
  await page.getByText('Sponsors: 1 of 2').waitFor();
  await page.getByRole('button', { name: 'Sponsor', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sponsor' });
  await dialog.getByText('Your organisation answers for Dam Works').waitFor();
  await dialog.getByRole('button', { name: 'Sponsor', exact: true }).click();
  await page.getByText('Sponsors: 2 of 2').waitFor();
  expect(await page.getByRole('button', { name: 'Sponsor', exact: true }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  good(await propose(hub, hubOperator, { kind: 'ADMIT_MEMBER', payload: { application: id } }));
  await page.getByRole('link', { name: 'Approvals' }).click();
  await page.getByRole('heading', { name: 'Waits for you 1' }).waitFor();
  await page.getByText('Admit Dam Works to the partnership, under a policy that asks for less.').waitFor();
  const who = page.locator('article p', { hasText: 'Dam Works (dam-works): ' });
  await who.filter({ hasText: 'Operator of critical infrastructure, XA. Answered for by ' }).waitFor();
  expect(await who.textContent()).toMatch(/(?=.*river-water)(?=.*energy-centre)/);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog', { name: 'Approve' }).getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Nothing waits for a second person.').waitFor();
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByRole('link', { name: 'Dam Works' }).click();
  await page.getByText('On probation').waitFor();
  await leave(visited);
}, 60_000);

test('an administrator invites somebody by a link that is shown once; others see what they may', async () => {
  const visited = await comeAs('northGrid', 'member-admin', '/people');
  const { page } = visited;
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a person' });
  await dialog.getByLabel('Name', { exact: false }).first().fill('Bea Osei');
  await dialog.getByLabel('Short name').fill('b.osei');
  await dialog.getByRole('checkbox', { name: 'Analyst' }).check();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await dialog.getByText('Shown only now').waitFor();
  expect(await dialog.locator('#secret').textContent()).toMatch(/\/join\?link=toc\w*/);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Bea Osei' }).click();
  await page.getByRole('button', { name: 'New link' }).waitFor();
  await leave(visited);
  const reader = await comeAs('northGrid', 'reader', '/people');
  await reader.page.getByText('takes an administrator of your organisation or').waitFor();
  expect(await reader.page.getByText('Bea Osei').count()).toBe(0);
  await leave(reader);
}, 60_000);

test('an operator proposes a hold by its form, and a publisher an essential action from its last page', async () => {
  const operator = { of: 'cyberAgency', person: 'cyber-agency/omar', roles: ['hub-operator'] } as const;
  const session = await signedInAs(endpoint, operator);
  const visited = await visit(browser, `${endpoint.hub.origin}/retention`, { session });
  const { page } = visited;
  await page
    .getByRole('row', { name: /Lines of the audit trail/ })
    .getByText('1826 days')
    .waitFor();
  await page.getByRole('button', { name: 'Place a legal hold' }).click();
  const dialog = page.getByRole('dialog', { name: 'Propose something' });
  await dialog.getByLabel('What it covers').selectOption({ label: 'a whole class' });
  await dialog.getByLabel('Class').selectOption({ label: 'Lines of the audit trail' });
  await dialog.getByLabel('Legal reason').fill('A court asks for it.');
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Approvals' }).click();
  const card = page.getByRole('article').filter({ hasText: 'A court asks for it.' });
  await card
    .getByText('Keep it until the hold is lifted: a whole class: Lines of the audit trail.')
    .waitFor();
  await page.getByRole('link', { name: 'Audit trail' }).click();
  const line = page.getByRole('row', { name: /Proposed/ }).first();
  await line.getByRole('link', { name: 'Keep it until the hold is lifted' }).click();
  await card.waitFor();
  expect(new URL(page.url()).searchParams.get('id')).toMatch(/^approval--/);
  await page.getByRole('link', { name: 'All proposals' }).waitFor();
  await leave(visited);

  const publisher = await comeAs('cyberAgency', 'publisher', '/publish', 'cyber-agency/pia');
  await fillEssential(publisher.page);
  await publisher.page.getByRole('button', { name: 'Check and go on' }).click();
  await publisher.page.getByText('This is proposed, not sent').waitFor();
  await publisher.page.getByRole('button', { name: 'Propose it' }).click();
  await publisher.page.getByRole('link', { name: 'To the approvals' }).click();
  const proposed = publisher.page.getByRole('article').filter({ hasText: 'Cut the link to the vendor' });
  await proposed.getByText('Publish an essential action', { exact: true }).waitFor();
  // Whoever approves it sees what everybody will get: whether it is real, whom to call, and by when.
  await proposed.getByText('It is real, not an exercise.').waitFor();
  await proposed.getByText('TLP:GREEN', { exact: true }).waitFor();
  await proposed.getByText('Duty desk · +999 1 555 0100 · 24x7').waitFor();
  // Its own: taken back, and nothing else.
  expect(await proposed.getByRole('button').allTextContents()).toEqual(['Take it back']);
  await leave(publisher);
}, 60_000);
