// How something may be used, chosen in the form with what each choice means, read by whoever has it, and made stricter.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { NOTHING_STATED } from '../../../src/domain/iep/stated-handling.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { visit } from '../../support/console/browser.ts';
import { chooseGrade } from '../../support/console/forms.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import { signedInAs } from '../../support/console/people.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { freePort } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole({
    clock: { now: () => new Date() },
    env: { TOCSIN_PORT: String(await freePort()) },
  }));
}, OPENING_MS);
afterAll(closeConsole);
const violations = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const EXPLAINED = 'by webhook and encrypted mail only';

test('the form says what each choice means, and stays short', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await page.getByLabel('Headline').fill('Default password in a pump controller');
  await page.getByLabel('Summary').fill('It is in a forum.');
  await page.getByLabel('If you do one thing').fill('Change it.');
  await chooseGrade(page);
  await page.getByRole('button', { name: 'Restrict its use' }).click();
  expect(await page.locator('main').locator('input, select, textarea').count()).toBeLessThanOrEqual(40);
  await page.getByLabel('What they may do with it').selectOption('INTERNALLY_VISIBLE_ACTIONS');
  await page.getByText('No block at a provider').waitFor();
  await page.getByLabel('Encryption on its way').selectOption('MUST');
  await page.getByText(EXPLAINED).waitFor();
  await page.getByLabel('Address of your policy').fill('our policy');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByText('"our policy" is not a URI.').first().waitFor();
  expect(await page.getByLabel('Address of your policy').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Address of your policy').fill('https://example.org/policy');
  // What a member will see.
  const seen = page.locator('section').filter({ hasText: 'What a member sees' });
  await seen.getByText('Encrypt it whenever you pass it on.').waitFor();
  await seen.getByText('https://example.org/policy').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('It is published.').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('it is read in each language, without a fault in the dark and from right to left', async () => {
  const handling = {
    permittedActions: 'CONTACT_FOR_INSTRUCTION',
    encryptInTransit: 'MUST',
    affectedPartyNotifications: 'MUST_NOT',
    providerAttribution: 'MUST',
    unmodifiedResale: 'MUST_NOT',
    until: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString(),
    reference: 'https://example.org/policy',
  } as const;
  const id = await publishBy(endpoint, 'cyberAgency', draft({ audience: to('northGrid'), handling }));
  const reader = await endpoint.token('northGrid', 'analyst');
  const owner = await endpoint.token('cyberAgency', 'publisher');
  for (const [language, theme, said, tighten] of [
    ['en', 'light', 'Do not tell others who are affected.', 'Restrict its use further'],
    ['ar', 'dark', 'لا تبلغوا متضررين آخرين.', 'زيادة تقييد استخدامه'],
  ] as const) {
    const read = await visit(browser, `${endpoint.url}/warning/${id}`, { key: reader, language, theme });
    await read.page.getByText(said).waitFor();
    expect(await violations(read.page)).toEqual([]);
    expect(read.faults).toEqual([]);
    await read.close();
    const wrote = await visit(browser, `${endpoint.url}/publish?of=${id}`, { key: owner, language, theme });
    await wrote.page.getByText(said).first().waitFor();
    await wrote.page.getByRole('button', { name: tighten }).click();
    expect(await violations(wrote.page)).toEqual([]);
    expect(wrote.faults).toEqual([]);
    await wrote.close();
  }
}, 120_000);

test('a correction is told what another end and an address are', async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
  const handling = { ...NOTHING_STATED, until: inDays(30) };
  const id = await publishBy(endpoint, 'cyberAgency', draft({ audience: to('northGrid'), handling }));
  const key = await endpoint.token('cyberAgency', 'publisher');
  const wrote = await visit(browser, `${endpoint.url}/publish?of=${id}`, { key });
  await wrote.page.getByRole('button', { name: 'Restrict its use further' }).click();
  const sooner = inDays(20).slice(0, 16);
  await wrote.page.getByLabel('Ends (UTC)').fill(sooner);
  await wrote.page.getByLabel('Address of your policy').fill('https://example.org/policy');
  await wrote.page.getByRole('button', { name: 'Check and go on' }).click();
  await wrote.page.getByRole('heading', { name: 'What will happen' }).waitFor();
  const said = `In force until ${sooner.replace('T', ' ')}Z\nIts policy: https://example.org/policy`;
  const changed = wrote.page.locator('ins').filter({ hasText: 'https://example.org/policy' });
  expect(await changed.allTextContents()).toEqual([said]);
  expect(wrote.faults).toEqual([]);
  await wrote.close();
}, 90_000);

test('who approves that an end is lifted reads so', async () => {
  const handling = { ...NOTHING_STATED, until: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString() };
  const warning = await publishBy(endpoint, 'cyberAgency', draft({ audience: to('northGrid'), handling }));
  const via = { way: 'PASSKEY', range: null } as const;
  const proposer = { ...(await endpoint.actor('cyberAgency', 'publisher')), via };
  const payload = { warning, expectedVersion: 1, handling: { until: null } };
  good(await propose(endpoint.hub, proposer, { kind: 'LOOSEN_HANDLING', payload }));
  const somebody = { of: 'cyberAgency', person: 'cyber-agency/ada', roles: ['approver'] } as const;
  const session = await signedInAs(endpoint, somebody);
  const read = await visit(browser, `${endpoint.hub.origin}/proposals`, { session });
  const card = read.page.getByRole('article').filter({ hasText: 'Loosen how it may be used' });
  await card.getByText('Without an end: it may be read for good.').waitFor();
  expect(read.faults).toEqual([]);
  await read.close();
}, 90_000);
