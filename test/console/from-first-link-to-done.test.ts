// Five people, each from the link of the first run to what they came for, by what the pages show and nothing else: no address is
// typed, no key is put into the tab. What each does there in full is in people-do-their-work.test.ts.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../src/domain/member.ts';
import { applyFor } from '../../src/service/member/admission/apply.ts';
import { verifyApplication } from '../../src/service/member/admission/decide-application.ts';
import type { CastName } from '../support/cast.ts';
import { visit } from '../support/console/browser.ts';
import { fillEssential } from '../support/console/forms.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import { actorWith, keyWith, type Somebody } from '../support/console/people.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { good } from '../support/outcome.ts';
import { freePort } from '../support/processes.ts';
import { publishBy, to } from '../support/publish.ts';

const PEOPLE = {
  analyst: { of: 'northGrid', person: 'north-grid/ann', roles: ['analyst'] },
  officer: { of: 'cyberAgency', person: 'cyber-agency/duty', roles: ['publisher'] },
  admin: { of: 'energyCentre', person: 'energy-centre/chief', roles: ['member-admin'] },
  integrator: { of: 'southGrid', person: 'south-grid/dev', roles: ['integrator'] },
  contact: { of: 'xbCsirt', person: 'xb-csirt/contact', roles: ['contact'] },
} as const satisfies Record<string, Somebody & { readonly of: CastName; readonly roles: readonly Role[] }>;
type Name = keyof typeof PEOPLE;

const tokens = Object.fromEntries(
  Object.keys(PEOPLE).map((name) => [name, randomBytes(32).toString('base64url')]),
) as Record<Name, string>;

let endpoint: TestEndpoint;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const links = Object.entries(PEOPLE).map(
    ([name, { person }]) =>
      `${person}=${createHash('sha256')
        .update(`sample link ${tokens[name as Name]}`)
        .digest('hex')}`,
  );
  const until = new Date(Date.now() + 3_600_000).toISOString();
  ({ endpoint, browser } = await openConsole({
    env: { TOCSIN_PORT: String(port), TOCSIN_SAMPLE_LINKS: [until, ...links].join(' ') },
    clock: { now: () => new Date() },
  }));
  // With a way to sign in of their own: TLP:RED is for nobody who has none.
  for (const somebody of Object.values(PEOPLE)) await keyWith(endpoint, somebody);
}, OPENING_MS);
afterAll(closeConsole);

/** Begins at the link, and is asked for nothing. */
const comes = async (name: Name, work: (page: Page) => Promise<void>): Promise<void> => {
  const { page, faults, close } = await visit(browser, `${origin}/first-run#${tokens[name]}`);
  await page.getByRole('heading', { name: 'Everything, last taken in first' }).waitFor();
  await work(page);
  expect(faults).toEqual([]);
  await close();
};

const go = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

test('the analyst finds what waits first, and answers in two presses', async () => {
  await publishBy(endpoint, 'cyberAgency', {
    headline: 'Gateways are switched off from outside',
    audience: to('northGrid'),
  });
  await comes('analyst', async (page) => {
    await page.getByRole('link', { name: 'Gateways are switched off from outside' }).first().click();
    await page.getByRole('button', { name: 'Not affected' }).click();
    await page.getByRole('button', { name: 'Not affected', pressed: true }).waitFor();
  });
}, 60_000);

test('the duty officer finds the form, and what is published', async () => {
  await comes('officer', async (page) => {
    await go(page, 'Publish');
    await fillEssential(page);
    await page.getByLabel('What you ask of them').selectOption('INFORMATION');
    await page.getByRole('combobox', { name: 'In these sectors' }).fill('Electri');
    await page.getByRole('option', { name: 'Electricity' }).click();
    await page.getByRole('button', { name: 'Check and go on' }).click();
    await page.getByText(/It is real, not an exercise/).waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('It is published.').waitFor();
    await endpoint.drain();
    await go(page, 'Delivery board');
    await page.getByRole('link', { name: 'Cut the link to the vendor' }).click();
    await page.getByRole('rowheader', { name: /North Grid/ }).waitFor();
  });
}, 60_000);

test("the sharing centre's administrator, who runs no hub, sponsors a member, which comes in by the rules", async () => {
  const { hub } = endpoint;
  const operator = { of: 'cyberAgency', person: 'cyber-agency/ola', roles: ['hub-operator'] } as const;
  const facts = { slug: 'dam-works', name: 'Dam Works', kind: 'OPERATOR', country: 'XA' } as const;
  const applied = await applyFor(hub, await endpoint.actor('riverWater', 'member-admin'), {
    ...facts,
    countries: [],
    sectors: ['energy/electricity'],
    contact: 'Ann, +999 1 555 0199',
  });
  good(await verifyApplication(hub, await actorWith(endpoint, operator), { id: good(applied).id }));
  await comes('admin', async (page) => {
    await go(page, 'Members');
    await page.getByText('Sponsors: 1 of 2').waitFor();
    await page.getByRole('button', { name: 'Sponsor', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sponsor' });
    await dialog.getByRole('button', { name: 'Sponsor', exact: true }).click();
    await page.getByText('Sponsors: 2 of 2').waitFor();
    await page.getByText('Open to objections').first().waitFor();
  });
}, 60_000);

test('the integrator finds the keys, makes one, and sees an event as it comes', async () => {
  await comes('integrator', async (page) => {
    await go(page, 'Keys and sessions');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a key' });
    await dialog.getByLabel('What it is for').fill('SIEM connector');
    await dialog.getByRole('checkbox', { name: 'feed:read' }).check();
    await dialog.getByRole('button', { name: 'Make a key' }).click();
    expect(await dialog.locator('#secret').textContent()).toMatch(/^toc_/);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await go(page, 'Developers');
    // By a session, as by a key.
    await page.getByText('Read the contract').click();
    await page.locator('#schema details summary').getByText('PublishWarningInput', { exact: true }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await publishBy(endpoint, 'cyberAgency', { headline: 'Seen as it comes', audience: to('southGrid') });
    await page.locator('#event-list summary').getByText('Seen as it comes').waitFor();
  });
}, 60_000);

test('the contact of a State finds what is for it alone, and asks for help', async () => {
  const { person } = PEOPLE.contact;
  await publishBy(endpoint, 'cyberAgency', {
    headline: 'For the contact alone',
    marking: 'RED',
    audience: { alternatives: [{ persons: [person] }], excludes: [] },
  });
  await comes('contact', async (page) => {
    await page.getByRole('link', { name: 'For the contact alone' }).first().click();
    await page.getByText('It is for you alone.').waitFor();
    await page.getByRole('button', { name: 'Need help' }).click();
    await page.getByRole('button', { name: 'Yes, ask for help' }).click();
    await page.getByRole('button', { name: 'Need help', pressed: true }).waitFor();
    await go(page, 'Requests for help');
    await page.getByRole('link', { name: 'For the contact alone' }).waitFor();
  });
}, 60_000);
