// The way of a person to be told outside the hub, and of a publisher to follow what it sent, in a browser.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../src/domain/member.ts';
import { propose } from '../../src/service/approval/propose.ts';
import { acknowledgeWarning } from '../../src/service/delivery/acknowledge-warning.ts';
import { loadShippedSets } from '../../src/service/enrichment/load-shipped-sets.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../src/service/warning/update-warning.ts';
import type { CastName } from '../support/cast.ts';
import { type Visit, visit } from '../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { good } from '../support/outcome.ts';
import { to } from '../support/publish.ts';
import { type Mailbox, openMailbox } from '../support/subscription/mailbox.ts';

let endpoint: TestEndpoint;
let browser: Browser;
let mailbox: Mailbox;
const now = (): Date => new Date();

beforeAll(async () => {
  mailbox = openMailbox(now);
  ({ endpoint, browser } = await openConsole({ clock: { now }, outbound: mailbox.outbound }));
}, OPENING_MS);
afterAll(closeConsole);

const publish = async (changes: Parameters<typeof draft>[0] = {}): Promise<string> => {
  const published = await publishWarning(endpoint.hub, await endpoint.actor('cyberAgency'), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await endpoint.drain();
  return published.value.warning;
};

const comeAs = async (name: CastName, role: Role, path: string): Promise<Visit> =>
  visit(browser, `${endpoint.url}${path}`, { key: await endpoint.token(name, role) });

const leave = async ({ faults, close }: Visit): Promise<void> => {
  expect(faults).toEqual([]);
  await close();
};

const isFocused = (field: Element): boolean => field === document.activeElement;

const proveAddress = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Add a mail address' }).click();
  const address = page.getByLabel('Mail address');
  const register = page.getByRole('button', { name: 'Register' });
  // What is missing or wrong is said at its field, and whoever pressed is led there.
  await register.press('Enter');
  await page.getByText('Fill this in').nth(1).waitFor();
  expect(await address.evaluate(isFocused)).toBe(true);
  await address.fill('night at the grid');
  await page.getByLabel('What you call it').fill('Night desk');
  await register.press('Enter');
  await page.getByText('Give one mail address').waitFor();
  expect(await address.evaluate(isFocused)).toBe(true);
  expect(await page.getByText(/https|endpoint/).count()).toBe(0);
  await address.fill('night@north-grid.example');
  await register.press('Enter');
  await page.getByText('A mail with a code is on its way').waitFor();
  await endpoint.drain();
  const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(mailbox.mails.at(-1)?.text ?? '')?.[0] ?? '';
  const typed = page.getByLabel('Code from the mail');
  await typed.fill('AAAA-AAAA-AAAA-AAAA');
  await page.getByRole('button', { name: 'Prove it' }).press('Enter');
  await page.getByText('Compare it with the mail').waitFor();
  expect(await typed.evaluate(isFocused)).toBe(true);
  expect(await page.getByText(/webhook,|challenge/).count()).toBe(0);
  await typed.fill(code);
  await page.getByRole('button', { name: 'Prove it' }).click();
  await page.getByText('Live ways: 1 of 1').waitFor();
};

const chooseRange = async (page: Page): Promise<void> => {
  // What is no moment is no range: no other day is made of it, and nothing goes again.
  await page.getByLabel('From').fill('1.12.2026 08:00');
  const tested = page.getByRole('row').filter({ hasText: 'Test' });
  const again = page.getByRole('button', { name: 'Send this range again' });
  await again.and(page.locator('[aria-disabled="true"]')).waitFor();
  expect(await tested.count()).toBe(0);
  await page.getByLabel('From').fill('2020-12-01 08:00');
  await tested.getByText('Taken').waitFor();
  await again.and(page.locator('[aria-disabled="false"]')).waitFor();
};

const chooseEnd = async (page: Page): Promise<void> => {
  // An end that is no moment is said at its field, also to whoever presses Enter in it.
  const expiry = page.getByLabel('Expires (UTC)');
  await expiry.fill('tomorrow');
  await expiry.press('Enter');
  await page.getByText('Write it as 2030-12-01 08:00').waitFor();
  expect(await expiry.evaluate((input) => input === document.activeElement)).toBe(true);
  await expiry.fill('');
};

test('an analyst registers an address, proves it, and subscribes by what the last 30 days would have sent', async () => {
  await publish({ headline: 'Relays fail at substations', sectorsConcerned: ['energy/electricity'] });
  const visited = await comeAs('northGrid', 'analyst', '/subscriptions');
  const { page } = visited;
  await page.getByRole('link', { name: 'Add one under Channels' }).click();
  await page.getByText('Webhooks are registered by an administrator').waitFor();
  await proveAddress(page);

  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('A test is on its way').waitFor();
  await endpoint.drain();
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  const tested = page.getByRole('row').filter({ hasText: 'Test' });
  await tested.getByText('Taken').waitFor();
  await tested.getByRole('button', { name: 'Attempts' }).click();
  await page.getByText('What was sent').first().click();
  await page.locator('pre').first().waitFor();
  await chooseRange(page);

  await page.goto(`${endpoint.url}/subscriptions`);
  await page.getByRole('link', { name: 'Start with your sector' }).click();
  await page.getByLabel('Name').fill('My sector');
  await page.getByLabel('How often').selectOption('AT_ONCE');
  await page.getByText('It would have sent you 1 message:').waitFor();
  await page.getByLabel('Words', { exact: true }).fill('nothing-has-this-word');
  await page.getByText('It would have sent you nothing.').waitFor();
  await page.getByLabel('Words', { exact: true }).fill('relays');
  await page.getByText('It would have sent you 1 message:').waitFor();
  await chooseEnd(page);
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('article', { name: 'My sector' });
  await card.getByText('relays').waitFor();
  await card.getByRole('button', { name: 'Pause' }).click();
  await card.getByText('Paused', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Resume' }).click();
  await card.getByText('Active', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'End', exact: true }).click();
  // Nothing of the page waits for the answer; Escape takes the question back, and the focus with it.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'No', exact: true }).press('Escape');
  const end = card.getByRole('button', { name: 'End', exact: true });
  expect(await end.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await card.getByRole('group', { name: 'End' }).getByRole('button', { name: 'End', exact: true }).click();
  await page.getByText('No subscriptions yet.').waitFor();
  // The row went with what had the focus: the keyboard goes on in the view.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('view');
  await leave(visited);
}, 90_000);

test('an administrator registers a webhook, whose secret is shown once', async () => {
  const { hub } = endpoint;
  const range = { range: '10.20.0.0/16', ports: [443] };
  await hub.database.transaction((session) => hub.allowedRanges.put(range, hub.clock.now(), session));
  const visited = await comeAs('northGrid', 'member-admin', '/channels?add=webhook');
  const { page } = visited;
  await page.getByLabel('Web address').fill('https://127.0.0.1/hook');
  await page.getByLabel('What you call it').fill('Tickets');
  await page.getByRole('button', { name: 'Register' }).click();
  // A private network: the refusal is at the form, with what to do.
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Web address').fill('https://10.20.0.9/hook');
  await page.getByRole('button', { name: 'Register' }).click();
  const secret = await page.locator('code.secret').textContent();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('The hub waits for its challenge to be given back.').waitFor();
  expect(await page.content()).not.toContain(secret);
  await leave(visited);
}, 60_000);

const indicatorOf = (pattern: string): object =>
  made('indicator', {
    name: 'C2',
    pattern,
    pattern_type: 'stix',
    valid_from: '2026-01-01T00:00:00.000Z',
    indicator_types: ['malicious-activity'],
  });

test('a value that is often harmless is marked among all indicators too, however it is written', async () => {
  await loadShippedSets(endpoint.hub);
  await publish({
    bundle: bundleOf(
      ...["[ipv4-addr:value = '192.168.7.1']", "[ipv6-addr:value = '2001:DB8::1']"].map(indicatorOf),
      ...["[url:value = 'https://Bit.LY/Relay']", "[domain-name:value = 'relay.example']"].map(indicatorOf),
    ),
  });
  const visited = await comeAs('northGrid', 'analyst', '/indicators?all=yes');
  const { page } = visited;
  await page.getByRole('row', { name: /192\[\.]168\[\.]7\[\.]1 Often harmless/ }).waitFor();
  await page.getByRole('row', { name: /2001:DB8::1 Often harmless/ }).waitFor();
  await page.getByRole('row', { name: /Bit\[\.]LY\/Relay Often harmless/ }).waitFor();
  const plain = page.getByRole('row', { name: /relay\[\.]example/ }).first();
  expect(await plain.getByText('Often harmless').count()).toBe(0);
  await page.getByRole('button', { name: 'Copy as they are' }).first().click();
  await page.getByText('Copied').first().waitFor();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect([copied.includes('relay.example'), copied.includes('https://Bit.LY/Relay')]).toEqual([true, false]);
  await leave(visited);
}, 60_000);

test('more harmless values than can be marked are said; what is no sign alone is not copied', async () => {
  await loadShippedSets(endpoint.hub);
  const numbers = Array.from({ length: 21 }, (_, at) => at + 1);
  const id = await publish({
    bundle: bundleOf(
      ...numbers.map((at) => indicatorOf(`[ipv4-addr:value = '192.168.8.${at}']`)),
      indicatorOf("[domain-name:value = 'evil.example']"),
      indicatorOf("[ipv4-addr:value = '0.0.0.0/0']"),
      indicatorOf("[domain-name:value = 'one.example' AND domain-name:value = 'other.example']"),
    ),
  });
  const visited = await comeAs('northGrid', 'analyst', `/warning/${id}`);
  const { page } = visited;
  await page.getByText(`tocsin indicator list ${id} marks all.`).waitFor();
  await page.getByText(/^Not copied: 24\./).waitFor();
  await page.getByRole('button', { name: 'Copy as they are' }).click();
  await page.getByText('Copied').first().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('evil.example');
  const loaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  const rows = parse(readFileSync(await (await loaded).path()), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(rows).toHaveLength(25);
  const named = rows.filter(({ is_to_block }) => is_to_block === 'true').map(({ value }) => value);
  expect(named).toEqual(['evil.example']);
  await leave(visited);
}, 60_000);

const correct = async (id: string, changes: Parameters<typeof draft>[0]): Promise<void> => {
  const {
    kind: _k,
    marking: _m,
    audience: _a,
    allowEmptyAudience: _e,
    exercise: _x,
    ...texts
  } = draft(changes);
  const publisher = await endpoint.actor('cyberAgency');
  good(await updateWarning(endpoint.hub, publisher, { id, expectedVersion: 1, draft: texts }));
  await endpoint.drain();
};

test('who answered what a correction asks again is counted as having answered, by publisher and reader', async () => {
  const asks = { level: 'RECOMMENDATION', answerBy: new Date(Date.now() + 3_600_000).toISOString() } as const;
  const id = await publish({ headline: 'Asked once, worded twice', ...asks });
  const analyst = await endpoint.actor('northGrid', 'analyst');
  good(await acknowledgeWarning(endpoint.hub, analyst, { warning: id, answer: 'AFFECTED', note: null }));
  await endpoint.drain();
  const board = await comeAs('cyberAgency', 'publisher', `/board/${id}`);
  const counted = (kind: string) => board.page.locator(`.counted${kind} dd`).first();
  await counted('[data-answer=AFFECTED]').getByText('1', { exact: true }).waitFor();
  const waiting = await counted('.waiting').textContent();
  await correct(id, { headline: 'Worded twice, asked once', ...asks });
  await board.page.reload();
  await board.page.getByRole('heading', { name: 'Worded twice, asked once' }).waitFor();
  const row = board.page.getByRole('row', { name: /North Grid/ });
  await row.getByText('Affected', { exact: true }).first().waitFor();
  await row.getByText('to version 1', { exact: true }).waitFor();
  expect(await counted('.waiting').textContent()).toBe(waiting);
  expect(await counted('[data-answer=AFFECTED]').textContent()).toBe('1');
  await leave(board);

  const reader = await comeAs('northGrid', 'analyst', '/');
  await reader.page.getByRole('feed').getByText('Worded twice, asked once').waitFor();
  await reader.page.getByRole('heading', { name: /Waits for your answer \d/ }).waitFor();
  expect(await reader.page.locator('.needs').getByText('Worded twice, asked once').count()).toBe(0);
  await leave(reader);
}, 60_000);

test('a publisher reminds, helps, and recalls; who has not confirmed is named', async () => {
  const answerBy = new Date(Date.now() + 3_600_000).toISOString();
  const id = await publish({ headline: 'Sent in error', level: 'RECOMMENDATION', answerBy });
  const analyst = await endpoint.actor('northGrid', 'analyst');
  await acknowledgeWarning(endpoint.hub, analyst, { warning: id, answer: 'NEED_HELP', note: 'Two relays.' });
  await endpoint.drain();
  const visited = await comeAs('cyberAgency', 'publisher', `/board/${id}`);
  const { page } = visited;
  await page.getByRole('link', { name: 'To the request for help' }).first().click();
  const found = page.getByRole('article', { name: 'Sent in error' });
  await found.getByText('Nobody has taken it').waitFor();
  await found.getByLabel('Note for the other side').fill('We call you.');
  await found.getByRole('button', { name: 'Take it' }).click();
  await found.getByText('Cyber Agency helps').waitFor();
  await found.getByText('We call you.').waitFor();
  await found.getByRole('button', { name: 'Close' }).click();
  await page.getByText('Nobody waits for help.').waitFor();

  await page.goto(`${endpoint.url}/board/${id}`);
  await page.getByRole('button', { name: 'Remind everybody who has not answered' }).click();
  await page.getByText(/^Reminded, of those listed: \d/).waitFor();
  await page.getByRole('button', { name: 'Recall it' }).click();
  await page.getByLabel('Why').fill('It was meant for somebody else.');
  await page.getByRole('button', { name: 'Check first' }).click();
  await page.getByText(/^Told, of those that you may know of: \d/).waitFor();
  await page.getByRole('button', { name: 'Recall it' }).last().click();
  await page.getByRole('heading', { name: 'Recalled' }).waitFor();
  await endpoint.drain();
  await page.reload();
  await page.getByText('Has not confirmed yet:').waitFor();
  await page.getByRole('heading', { name: 'Sent in error' }).waitFor();
  // Its publisher finds it by what it said, as recalled and not as cancelled.
  await page.goto(`${endpoint.url}/board`);
  await page.getByRole('row', { name: /Severe.*Sent in error.*Recalled/ }).waitFor();
  await page.goto(`${endpoint.url}/effect`);
  await page
    .getByText(/No figures for this time|All sectors/)
    .first()
    .waitFor();
  await leave(visited);

  // Whoever held it reads the same on the floor.
  const reader = await comeAs('northGrid', 'analyst', '/');
  const feed = reader.page.getByRole('feed');
  await feed.getByText('Recalled', { exact: true }).waitFor();
  expect(await feed.getByText('Cancelled', { exact: true }).count()).toBe(0);
  await leave(reader);
}, 90_000);

test('a member says of what use it was; its publisher narrows it, and sees before who keeps it and who loses it', async () => {
  const audience = to('northGrid', 'riverWater', 'cityHospital');
  const id = await publish({ headline: 'Shared too widely', marking: 'AMBER', audience });
  const reader = await comeAs('riverWater', 'analyst', `/warning/${id}`);
  const said = reader.page.getByRole('region', { name: 'Was it of use?' });
  await said.getByRole('button', { name: 'Useful', exact: true }).click();
  await said.getByRole('button', { name: 'Seen here' }).click();
  await said.getByLabel('What you have seen').fill('Two pumps of the same kind.');
  await said.getByRole('button', { name: 'Send' }).click();
  await said.getByText('Noted. Thank you.').waitFor();
  await reader.page.reload();
  await said.getByText('Your organisation has said: Useful, Seen here').waitFor();
  await said.getByText('Two pumps of the same kind.').first().waitFor();
  await said.getByRole('button', { name: 'Useful', exact: true, pressed: true }).waitFor();
  await leave(reader);

  const visited = await comeAs('cyberAgency', 'publisher', `/board/${id}`);
  const { page } = visited;
  await page.getByText('Two pumps of the same kind.').waitFor();
  await page.getByRole('button', { name: 'Narrow it' }).click();
  const form = page.getByRole('form', { name: 'Narrow it' });
  await form.getByRole('checkbox', { name: 'River Water' }).check();
  const side = (kind: string) => form.locator(`.narrow-side[data-kind=${kind}] li`);
  expect(await side('loses').allTextContents()).toEqual(['River Water']);
  expect((await side('keeps').allTextContents()).sort()).toEqual(['City Hospital', 'North Grid']);
  // The other way round, and by what they are: the hub says who fits.
  await form.getByRole('radio', { name: 'Only those that fit' }).check();
  await form.getByRole('combobox', { name: 'In these countries' }).fill('xz');
  await form.getByRole('combobox', { name: 'In these countries' }).press('Enter');
  await form.getByText('Nobody that is listed').waitFor();
  await form.getByRole('radio', { name: 'Only those that I choose' }).check();
  await form.getByRole('checkbox', { name: 'North Grid' }).check();
  await form.getByRole('checkbox', { name: 'City Hospital' }).check();
  expect(await side('loses').allTextContents()).toEqual(['River Water']);
  await form.getByLabel('Why').fill('It is about substations alone.');
  await form.getByRole('button', { name: 'Check first' }).click();
  await form.getByText(/^Version 2 goes to those who keep it \(2\); those who lose it \(1\)/).waitFor();
  await form.getByRole('button', { name: 'Narrow it' }).click();
  await page.getByRole('link', { name: 'See who confirms' }).click();
  await page.getByRole('heading', { name: 'Narrowed: others keep it' }).waitFor();
  await page.getByText('It is about substations alone.').first().waitFor();
  await leave(visited);
}, 60_000);

test('a second person reads why a hold is asked for, and why a key may not decide', async () => {
  const first = await endpoint.actor('cyberAgency', 'hub-operator', 'cyber-agency/omar');
  const by = { ...first, via: { way: 'PASSKEY', range: null } } as const;
  const payload = { scope: 'EVERYTHING', target: null, reason: 'A court asks for it.' };
  good(await propose(endpoint.hub, by, { kind: 'PLACE_HOLD', payload, note: null }));
  const visited = await comeAs('cyberAgency', 'hub-operator', '/retention');
  await visited.page.getByRole('link', { name: 'Approvals' }).click();
  const card = visited.page.getByRole('article').filter({ hasText: 'A court asks for it.' });
  await card.getByText('Why: A court asks for it.').waitFor();
  await card.locator('.notice', { hasText: 'A key does not prove who you are.' }).waitFor();
  await leave(visited);
}, 60_000);
