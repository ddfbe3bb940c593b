// A real browser with a virtual authenticator: founds a hub, signs out, signs in, joins, adds a passkey. Each page passes the
// rules of WCAG 2.2 that a program can check, and runs under its content security policy without a violation.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { openBrowser } from '../../support/chromium/open-browser.ts';
import { type Device, openDevice } from '../../support/sign-in/browser.ts';
import { FOUNDER, openSignInWorld, type SignInWorld, setupCode } from '../../support/sign-in/founded.ts';

let world: SignInWorld;
let browser: Browser;
let device: Device;
const complaints: string[] = [];
beforeAll(async () => {
  world = await openSignInWorld();
  browser = await openBrowser();
  device = await openDevice(browser);
  device.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  device.page.on('pageerror', (error) => complaints.push(error.message));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.endpoint.close();
});

const SHOTS = process.env['TOCSIN_SHOTS'];

/** What a program finds wrong with the page; `TOCSIN_SHOTS` names a folder to keep pictures in. */
const looksRight = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)]).toEqual([name, []]);
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  expect([name, overflow]).toEqual([name, false]);
};

test('founds the hub with a passkey, signs out, and signs in with it', async () => {
  const { page } = device;
  await page.goto(`${world.origin}/setup`);
  await looksRight(page, 'setup');
  await page.getByLabel('Setup code').fill('wrong');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').waitFor();
  await looksRight(page, 'setup-refused');
  await page.getByLabel('Setup code').fill(await setupCode(world));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name', { exact: true }).fill(FOUNDER.memberName);
  await page.getByLabel('Short name', { exact: true }).fill(FOUNDER.slug);
  await page.getByLabel('What it is').selectOption(FOUNDER.kind);
  await page.getByLabel('State', { exact: true }).fill('xa');
  await page.getByLabel('Public administration').check();
  await page.getByLabel('It publishes warnings').check();
  await page.getByLabel('Your name', { exact: true }).fill(FOUNDER.name);
  await page.getByLabel('Your short name').fill(FOUNDER.handle);
  await looksRight(page, 'setup-details');
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.waitForURL('**/account');
  expect(await page.textContent('main')).toContain(`${FOUNDER.slug}/${FOUNDER.handle}`);
  expect(await device.passkeys()).toBe(1);
  await looksRight(page, 'account');

  await page.getByRole('link', { name: 'Approvals' }).click();
  await looksRight(page, 'approvals');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in?out=1');
  await looksRight(page, 'sign-in');
  expect((await device.context.cookies()).length).toBe(0);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/account');
}, 60_000);

test('says how it is reached, and who may see it', async () => {
  const { page } = device;
  await page.goto(`${world.origin}/account`);
  const part = (name: string) => page.locator('details').filter({ hasText: name });
  const adding = part('Add a number or address');
  await adding.locator('summary').click();
  await adding.getByLabel('Kind').selectOption('MOBILE');
  await adding.getByLabel('Who may see it').selectOption('COUNTERPARTS');
  await adding.getByLabel('Number or address').fill('not a phone');
  await adding.getByRole('button', { name: 'Add' }).click();
  await page.getByText('"not a phone" is not a telephone number.').first().waitFor();
  await looksRight(page, 'account-contact-refused');
  // What was typed is still there, in the form that stays open.
  expect(await adding.getByLabel('Kind').inputValue()).toBe('MOBILE');
  await adding.getByLabel('Number or address').fill('+999 1 555 0142');
  await adding.getByRole('button', { name: 'Add' }).click();
  await page.getByText('How you are reached was saved.').waitFor();
  const said = page.locator('.list li').filter({ hasText: '+999 1 555 0142' });
  expect(await said.first().innerText()).toContain('for those whose warnings your organisation answered');
  await said.first().locator('summary').click();
  await said.first().getByLabel('Who may see it').selectOption('MEMBER');
  await looksRight(page, 'account-contacts');
  await said.first().getByRole('button', { name: 'Save' }).click();
  await page.getByText('for your organisation alone').waitFor();
  await part('Languages and time zone').locator('summary').click();
  await page.getByLabel('Languages').fill('pt, en');
  await page.getByLabel('Time zone').fill('Europe/Lisbon');
  await part('Languages and time zone').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Languages and time zone: pt, en; Europe/Lisbon').waitFor();
  const [person] = await world.endpoint.hub.persons.all();
  expect(person).toMatchObject({
    contacts: [{ kind: 'MOBILE', value: '+999 1 555 0142', visibleTo: 'MEMBER' }],
    languages: ['pt', 'en'],
    timeZone: 'Europe/Lisbon',
  });
  await page.getByRole('button', { name: 'Remove: +999 1 555 0142' }).click();
  await page.getByText('You have given no number').waitFor();
}, 60_000);

test('every page is read in Arabic, from right to left, and the choice stays', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${world.origin}/sign-in`);
  await page.getByRole('link', { name: 'العربية' }).click();
  await page.waitForURL('**/sign-in?language=ar');
  await looksRight(page, 'sign-in-ar');
  for (const place of ['/join', '/join?link=nothing', '/setup', '/unsubscribe/nothing']) {
    await page.goto(`${world.origin}${place}`);
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
      'ar',
      'rtl',
    ]);
    await looksRight(page, `${place.replace(/\W/g, '-')}-ar`);
  }
  await context.close();
  for (const place of ['/account', '/approvals']) {
    await device.page.goto(`${world.origin}${place}?language=ar`);
    expect(await device.page.getAttribute('html', 'dir')).toBe('rtl');
    await looksRight(device.page, `${place.slice(1)}-ar`);
  }
  await device.page.goto(`${world.origin}/account?language=en`);
  expect(await device.page.textContent('h1')).toBe('Your account');
}, 60_000);

test('a link from another site finds the session, though its cookie did not come with it', async () => {
  const page = await device.context.newPage();
  // 127.0.0.1 is another site than localhost.
  await page.goto(`${world.endpoint.url}/healthz`);
  await page.evaluate(`location.href = '${world.origin}/account'`);
  await page.waitForURL('**/account?again=1');
  expect(await page.textContent('h1')).toBe('Your account');
  await page.close();
});

test('under another name the hub shows its address and no page', async () => {
  const page = await device.context.newPage();
  const response = await page.goto(`${world.endpoint.url}/sign-in`);
  expect(response?.status()).toBe(421);
  expect(await page.textContent('main')).toContain(world.origin);
  await page.close();
});

test('a form of another site changes nothing', async () => {
  const page = await device.context.newPage();
  const evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<form method="post" action="${world.origin}/sign-out"><button>Win</button></form>`);
  }).listen(0, '127.0.0.1');
  await once(evil, 'listening');
  await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
  await page.getByRole('button', { name: 'Win' }).click();
  await page.waitForURL('**/sign-out');
  evil.close();
  expect(await page.textContent('main')).toContain('ORIGIN_FOREIGN');
  await page.close();
  await device.page.goto(`${world.origin}/account`);
  expect(await device.page.textContent('h1')).toBe('Your account');
});

test('somebody invited joins on another device, and adds a second passkey', async () => {
  const facts = {
    member: FOUNDER.slug,
    handle: 'b.osei',
    name: 'Bea Osei <script>',
    roles: ['analyst'] as const,
  };
  const invited = await invitePerson(world.endpoint.hub, { way: 'HOST' }, facts);
  if (!invited.ok) throw new Error(invited.problems[0]?.message);
  const other = await openDevice(browser);
  await other.page.goto(`${world.origin}/join?link=${invited.value.link.token}`);
  await looksRight(other.page, 'join');
  await other.page.getByRole('button', { name: 'Create a passkey and join' }).click();
  await other.page.waitForURL('**/account');
  expect(await other.page.textContent('dd')).toBe('Bea Osei <script>');
  await other.page.setViewportSize({ width: 360, height: 740 });
  await looksRight(other.page, 'account-on-a-telephone');
  // The device has a passkey of this account: a person adds one on another device, or a security key.
  await other.page.getByRole('button', { name: 'Add a passkey' }).click();
  await other.page.getByText('has a passkey for this account already').waitFor();
  await other.context.close();
}, 60_000);

test('no page broke its policy or failed', () => {
  expect(complaints.filter((text) => !/status of (?:400|421|403)/.test(text))).toEqual([]);
});
