// What is wrong with a form is said by the name of its field, which leads there, and whole at the field alone; codes and paths are folded.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { visit } from '../../support/console/browser.ts';
import { chooseGrade } from '../../support/console/forms.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const fill = async (page: Page): Promise<void> => {
  await page.getByLabel('Headline').fill('Default password in a pump controller');
  await page.getByLabel('Summary').fill('It is in a forum.');
  await chooseGrade(page);
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '');

const SENTENCE = /"CYBERLAND" is not/;

test('a refusal is one line with the name of its field, which leads there, and is whole at the field', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await fill(page);
  const countries = page.getByRole('combobox', { name: 'Countries concerned' });
  await countries.fill('CYBERLAND');
  // An open list hides the rest of the page from whoever reads by roles.
  await countries.press('Tab');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Mend this first:' });
  await notice.getByText('This is not the code of a country.').waitFor();
  expect(await page.locator('main').getByText(SENTENCE).count()).toBe(1);
  // For programs, where nobody has to read it.
  expect(await notice.getByText('COUNTRY_MALFORMED').isVisible()).toBe(false);
  await notice.getByText('For developers').click();
  await notice.getByText('$.countriesConcerned[0]').waitFor();
  await page.getByLabel('Headline').focus();
  await notice.getByRole('button', { name: 'Countries concerned' }).click();
  expect(await focused(page)).toBe('Countries concerned');
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('whom it cannot address is said at the field, and not again in who receives it', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await page.getByRole('radio', { name: 'TLP:RED' }).check();
  const receives = page.getByRole('region', { name: 'Who receives it' });
  await receives.getByText('Not known until what is marked in the form is put right.').waitFor();
  expect(
    await page
      .locator('main')
      .getByText(/RED.*persons/)
      .count(),
  ).toBe(1);
  expect(await receives.getByText(/persons/).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('texts that a language lacks are named with it, and of a contact all that is needed', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await fill(page);
  // A row above that is empty is not sent; what is wrong below is said of the row that it is.
  await page.getByRole('button', { name: 'Another action' }).click();
  await page.getByLabel('Action 2').fill('x'.repeat(501));
  await page.getByLabel('Who to call').fill('Duty desk');
  await page.getByLabel('Telephone').fill('+999 1 555 0100');
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByLabel('Translated into').fill('fr');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Mend this first:' });
  for (const name of ['When', 'Headline – French', 'Summary – French'])
    await notice.getByRole('button', { name, exact: true }).waitFor();
  await notice.getByRole('button', { name: 'Action 2' }).waitFor();
  expect(await page.getByLabel('Action 2').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('If you do one thing').getAttribute('aria-invalid')).toBe('false');
  expect(await notice.getByText('Fill this in').count()).toBe(3);
  await page.getByLabel('When (required)').fill('24x7');
  await notice.getByRole('button', { name: 'When', exact: true }).waitFor({ state: 'hidden' });
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('a moment that is none is said at its field, typed key by key, before the hub is asked anything with it', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await fill(page);
  await page.getByLabel('If you do one thing').fill('Change it.');
  await page.getByRole('button', { name: 'Restrict its use' }).click();
  const end = page.getByLabel('Ends (UTC)');
  await end.pressSequentially('tomorrow');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Mend this first:' });
  await notice.getByText('Write it as 2030-12-01 08:00').waitFor();
  expect(await notice.getByRole('listitem').count()).toBe(1);
  expect(await end.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await page.locator('main').getByText('Write it as 2030-12-01 08:00').count()).toBe(2);
  await end.fill('2030-12-01 08:00');
  await notice.waitFor({ state: 'hidden' });
  await page.getByText('2030-12-01 08:00Z').first().waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('what the hub could not read is mended, and the press that follows at once goes on', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  // As where a variable is not what its type says.
  const errors = [{ message: 'It cannot be read.', extensions: { code: 'BAD_USER_INPUT' } }];
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('No headline of a warning') === true
      ? route.fulfill({ status: 400, json: { errors } })
      : route.continue(),
  );
  await fill(page);
  const headline = page.getByLabel('Headline');
  await headline.fill('No headline of a warning');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByRole('alert').filter({ hasText: 'That did not work.' }).waitFor();
  await headline.fill('Default password in a pump controller');
  await headline.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('what is refused on the last page is said whole there, with the name of its field', async () => {
  const key = await endpoint.token('cyberAgency', 'publisher');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/publish`, { key });
  await fill(page);
  await page.getByRole('button', { name: 'Another action' }).click();
  await page.getByLabel('Action 2').fill('Change it.');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  // As where something changed at the hub since the last look.
  const refusal = {
    code: 'TEST',
    path: '$.actions[0].text',
    message: 'It is too late.',
    remedy: 'Leave it.',
  };
  const result = { warning: null, recipients: null, letters: [], findings: [], refusals: [refusal] };
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"dryRun":false') === true
      ? route.fulfill({ json: { data: { result } } })
      : route.continue(),
  );
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'It is too late. Leave it.' });
  await notice.getByText('Action 2:').waitFor();
  expect(await notice.getByRole('button').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 90_000);
