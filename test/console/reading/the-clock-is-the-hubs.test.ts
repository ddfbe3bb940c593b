// What is overdue is so by the clock of the hub, whatever the browser's says; and a clock that is wrong is said.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aheadMs, hearDate, hubNow } from '../../../src/console/ui/time/hub-clock.ts';
import { visit } from '../../support/console/browser.ts';
import { closeConsole, openConsole } from '../../support/console/open-console.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, 180_000);
afterAll(closeConsole);

const MINUTE_MS = 60_000;

test('an answer says what time it is at the hub, as near as it can be known', () => {
  const at = Date.parse('2026-03-01T12:00:00.000Z');
  const dateOf = (ms: number): string => new Date(ms).toUTCString();
  hearDate(dateOf(at), at + 200, at + 400);
  expect(aheadMs()).toBe(0);
  hearDate(dateOf(at), at + 5 * MINUTE_MS, at + 5 * MINUTE_MS + 200);
  expect(aheadMs()).toBe(5 * MINUTE_MS - 400);
  expect(Math.abs(hubNow() - Date.now() + aheadMs())).toBeLessThan(MINUTE_MS);
  // Another second of the same clock changes nothing, and what says nothing neither.
  hearDate(dateOf(at + 1_000), at + 5 * MINUTE_MS + 1_900, at + 5 * MINUTE_MS + 2_000);
  hearDate(null, at, at);
  hearDate('no date', at, at);
  hearDate(dateOf(at), at, at + 30_000);
  // Nor what no clock says: a proxy or a cache wrote it.
  hearDate('Sat, 13 Sep 275760 00:00:00 GMT', at, at + 200);
  hearDate(dateOf(0), at, at + 200);
  expect(aheadMs()).toBe(5 * MINUTE_MS - 400);
  hearDate(dateOf(at), at, at + 200);
  expect(Math.abs(aheadMs())).toBeLessThan(1_000);
});

test.each([
  [31, 'The clock of this computer is 31 min ahead'],
  [-31, 'The clock of this computer is 31 min behind'],
  [0, null],
])(
  'a browser whose clock is %s minutes ahead',
  async (minutes, said) => {
    const answerBy = new Date(Date.now() + 15 * MINUTE_MS).toISOString();
    const id = await publishBy(endpoint, 'cyberAgency', {
      audience: to('northGrid'),
      level: 'RECOMMENDATION',
      answerBy,
    });
    const key = await endpoint.token('northGrid', 'analyst');
    const { page, faults, close } = await visit(browser, `${endpoint.url}/warning/${id}`, { key });
    await page.clock.install({ time: Date.now() + minutes * MINUTE_MS });
    await page.reload();
    await page
      .locator('.band')
      .getByText(/Answer due in 1[45] min/)
      .waitFor();
    const notice = page.getByText(/The clock of this computer/);
    if (said === null) expect(await notice.count()).toBe(0);
    else expect(await notice.innerText()).toContain(said);
    const shown = await page.locator('.clock').getAttribute('datetime');
    expect(Math.abs(Date.parse(shown ?? '') - Date.now())).toBeLessThan(3 * MINUTE_MS);
    expect(faults).toEqual([]);
    await close();
  },
  60_000,
);
