// The versions of a warning in the console: any two of them against each other, by the keyboard, in each language, on paper under the
// strictest of their markings; and for whoever had one alone, that there is nothing to compare.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { NOTHING_STATED } from '../../../src/domain/iep/stated-handling.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST } from '../../support/cast.ts';
import { overflowOf, visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
let id: string;
const indicator = (value: string) =>
  made('indicator', {
    pattern: `[domain-name:value = '${value}.example']`,
    pattern_type: 'stix',
    valid_from: MADE_AT,
  });
const [first, second, third] = [indicator('first'), indicator('second'), indicator('third')];

beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
  id = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid', 'riverWater'),
    headline: 'Gateways answer to strangers',
    severity: 'MODERATE',
    bundle: bundleOf(first, second),
  });
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const correct = async (expectedVersion: number, changes: object): Promise<void> => {
    const changed = { ...texts, ...changes };
    const agency = await endpoint.actor('cyberAgency');
    good(await updateWarning(endpoint.hub, agency, { id, expectedVersion, draft: changed }));
    await endpoint.drain();
  };
  await correct(1, { headline: 'Gateways are being opened', severity: 'SEVERE', bundle: bundleOf(second) });
  await correct(2, {
    headline: 'Gateways are shut <b>again</b>',
    severity: 'EXTREME',
    actions: [{ text: 'Keep them shut', by: '2031-01-01T12:00:00.000Z' }],
    handling: { ...NOTHING_STATED, unmodifiedResale: 'MUST_NOT' },
    bundle: bundleOf(second, third),
  });
  await endpoint.hub.deliveries.rows.deleteMany({
    warning: id,
    version: { $in: [1, 2] },
    member: CAST.riverWater.id,
  });
}, 180_000);
afterAll(closeConsole);

const violations = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  ).violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);

const open = async (name: 'northGrid' | 'riverWater', more: object = {}) => {
  const key = await endpoint.token(name, 'analyst');
  const visited = await visit(browser, `${endpoint.url}/warning/${id}`, { key, ...more });
  const versions = visited.page.locator('#versions');
  await versions.locator('summary').first().focus();
  await visited.page.keyboard.press('Enter');
  return { ...visited, versions };
};

test('the last two are compared at once, and any two by the keyboard', async () => {
  const { page, versions, faults, close } = await open('northGrid');
  const difference = versions.getByRole('region', { name: /From version/ });
  await difference.getByRole('heading', { name: 'From version 2 to version 3' }).waitFor();
  const cell = (name: string) => difference.getByRole('row', { name }).locator('del, ins').allInnerTexts();
  await difference.getByRole('row', { name: 'Headline' }).waitFor();
  // Of a text the words that went and came are marked, and the whole of it stands there.
  expect(await cell('Headline')).toEqual(['being opened', 'shut <b>again</b>']);
  expect(await difference.getByRole('row', { name: 'Headline' }).getByRole('cell').allInnerTexts()).toEqual([
    'Gateways are being opened',
    'Gateways are shut <b>again</b>',
  ]);
  // Nobody wrote the hub's own objects.
  expect(await difference.getByText('Tocsin').count()).toBe(0);
  expect(await cell('Severity')).toEqual(['Severe', 'Extreme']);
  expect(await difference.getByText('Gateways are being opened').first().getAttribute('lang')).toBe('en');
  // Each is held as strictly as the current one says.
  const listed = versions.getByRole('row').filter({ hasText: 'Published' });
  await listed.getByText('Do not sell it on.').first().waitFor();
  expect(await listed.getByText('Gateways answer').getAttribute('lang')).toBe('en');
  await difference.getByText(third.pattern as string).waitFor();
  expect(await difference.getByText(first.pattern as string).count()).toBe(0);
  expect(await versions.getByRole('row').filter({ hasText: 'Corrected' }).count()).toBe(2);
  expect(await versions.getByRole('row').filter({ hasText: 'Published' }).count()).toBe(1);
  await versions.getByRole('radio', { name: 'From version 2' }).focus();
  await page.keyboard.press('ArrowDown');
  await difference.getByRole('heading', { name: 'From version 1 to version 3' }).waitFor();
  await difference.getByText(first.pattern as string).waitFor();
  expect(await cell('Severity')).toEqual(['Moderate', 'Extreme']);
  expect((await cell('What to do')).at(-1)).toBe('Keep them shut (2031-01-01 12:00Z)');
  // Backwards too: what was taken out comes back.
  await versions.getByRole('radio', { name: 'To version 3' }).focus();
  await page.keyboard.press('ArrowDown');
  await difference.getByRole('heading', { name: 'From version 1 to version 2' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await difference.getByText('They are the same.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test('who had the last one alone is told so, and that there were others', async () => {
  const { versions, page, faults, close } = await open('riverWater');
  await versions.getByText('2 versions did not come to you, or are not for you now.').waitFor();
  await versions.getByText('You may read no other version now: there is nothing to compare.').waitFor();
  expect(await page.content()).not.toContain('being opened');
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what has one version says so', async () => {
  const only = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  const key = await endpoint.token('northGrid', 'analyst');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/warning/${only}`, { key });
  await page.locator('#versions summary').click();
  await page.getByText('It has one version: there is nothing to compare yet.').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('it is sound in the dark, from right to left, and on a telephone', async () => {
  const small = { width: 390, height: 844 };
  const { page, versions, faults, close } = await open('northGrid', {
    language: 'ar',
    theme: 'dark',
    size: small,
  });
  await versions.getByRole('heading', { name: 'من النسخة 2 إلى النسخة 3' }).waitFor();
  await versions.getByText(third.pattern as string).waitFor();
  // What the bar at the top happens to cover half is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await overflowOf(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
