// Ten thousand warnings on the watch floor, gone through in a browser: each is shown once and in its place, only rows near the
// window exist, and the keyboard does not lose its place.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { plantManyWarnings } from '../../bench/console/many-warnings.ts';
import { openPartnership } from '../../bench/partnership.ts';
import { type Visit, visit } from '../support/console/browser.ts';
import { closeConsole, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';

const COUNT = 10_000;
const WAITING = 1_500;
/** High, so that fewer steps lead through all of it. */
const SIZE = { width: 1024, height: 2400 };
/** Those in the window, a dozen before and behind, and a few that are kept. */
const MOST_ROWS = 90;

let endpoint: TestEndpoint;
let browser: Browser;
let visited: Visit;
beforeAll(async () => {
  const many = { TOCSIN_REQUESTS_PER_SECOND: '100000', TOCSIN_REQUEST_BURST: '100000' };
  ({ endpoint, browser } = await openConsole({ clock: { now: () => new Date() }, env: many }));
  await openPartnership(endpoint.hub);
  const plan = { seed: 1, count: COUNT, waiting: WAITING };
  const key = await plantManyWarnings(endpoint.hub, plan, endpoint.drain);
  endpoint.hub.directory.forget();
  visited = await visit(browser, endpoint.url, { key, size: SIZE });
}, 180_000);
afterAll(closeConsole);

type Walk = {
  /** Of each id the places at which it was seen. */
  readonly places: Record<string, number[]>;
  readonly twiceAtOnce: string[];
  readonly mostRows: number;
  readonly wasLost: boolean;
};

/** Reads to the end, a window at a time, and notes each row that exists meanwhile. */
const walk = (page: Page, total: number): Promise<Walk> =>
  page.evaluate(async (count) => {
    const places: Record<string, number[]> = {};
    const twiceAtOnce: string[] = [];
    let mostRows = 0;
    let wasLost = false;
    const list = document.querySelector('.floor > section > .live-list');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const seen = new Set<string>();
    for (let still = 0; seen.size < count && still < 600; still += 1) {
      const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      mostRows = Math.max(mostRows, rows.length);
      const now = new Set<string>();
      for (const row of rows) {
        const id = row.dataset['row'] ?? '';
        if (now.has(id)) twiceAtOnce.push(id);
        now.add(id);
        const at = Number(row.querySelector('article')?.getAttribute('aria-posinset'));
        if (places[id]?.includes(at) !== true) places[id] = [...(places[id] ?? []), at];
        if (!seen.has(id)) still = 0;
        seen.add(id);
      }
      wasLost ||= document.activeElement === null || document.activeElement === document.body;
      // As far as one has read: the last whole row in the window becomes the first.
      const whole = rows
        .map((row) => row.getBoundingClientRect())
        .filter(({ bottom }) => bottom <= window.innerHeight);
      window.scrollBy(0, Math.max(0, Math.max(...whole.map(({ top }) => top)) - 100));
      await frame();
    }
    return { places, twiceAtOnce, mostRows, wasLost };
  }, total);

const focused = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Number(document.activeElement?.closest('article')?.getAttribute('aria-posinset') ?? Number.NaN),
  );

const isInWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    const bar = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
    return top >= bar && bottom <= window.innerHeight;
  });

const press = async (page: Page, key: string, place: number): Promise<void> => {
  await page.keyboard.press(key);
  await page.waitForFunction(
    (at) => document.activeElement?.closest('article')?.getAttribute('aria-posinset') === String(at),
    place,
  );
};

test('each of ten thousand is shown once; the focus and the keys keep their place', async () => {
  const { page } = visited;
  await page.locator('[data-row]').first().waitFor();
  for (const place of [1, 2, 3]) await press(page, 'j', place);
  const { places, twiceAtOnce, mostRows, wasLost } = await walk(page, COUNT);
  // The one that was published as the template of the others is there too.
  const ids = Object.keys(places);
  expect(ids.length).toBeGreaterThanOrEqual(COUNT);
  expect(Object.values(places).filter((each) => each.length !== 1)).toEqual([]);
  expect(new Set(Object.values(places).flat()).size).toBe(ids.length);
  expect(twiceAtOnce).toEqual([]);
  expect(mostRows).toBeLessThan(MOST_ROWS);
  // The row that had the focus is ten thousand rows away, and has it.
  expect(wasLost).toBe(false);
  expect(await focused(page)).toBe(3);
  await press(page, 'j', 4);
  expect(await isInWindow(page)).toBe(true);
  await press(page, 'k', 3);
  expect(await isInWindow(page)).toBe(true);
}, 300_000);

test('fifteen hundred that wait do not exist before somebody looks at them, and then only those near the window', async () => {
  const { page } = visited;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('heading', { name: `Waits for your answer ${WAITING}` }).waitFor();
  expect(await page.locator('.needs article').count()).toBe(6);
  await page.locator('.needs summary').click();
  await page.locator('.needs [data-row]').first().waitFor();
  expect(await page.locator('.needs article').count()).toBeLessThan(MOST_ROWS);
  const last = page.locator(`.needs article[aria-posinset="${WAITING - 6}"]`);
  for (let step = 0; step < 2_000 && (await last.count()) === 0; step += 1)
    await page.evaluate(async () => {
      window.scrollBy(0, 10 * window.innerHeight);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  expect(await last.count()).toBe(1);
  expect(await page.locator('[data-row]').count()).toBeLessThan(2 * MOST_ROWS);
  expect(visited.faults).toEqual([]);
}, 120_000);
