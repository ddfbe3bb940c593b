// What leaves by the printer: pages of several sheets as Chromium makes them, read back as text. Each sheet has the marking at its
// head and its foot, and all of the text is there.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { visit } from '../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../support/console/open-console.ts';
import type { TestEndpoint } from '../support/endpoint.ts';
import { draft } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { publishBy, to } from '../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole());
}, OPENING_MS);
afterAll(closeConsole);

const MARK = 'TLP:AMBER – your organisation and its clients, need to know';
const ACTIONS = 5;
const ROWS = 70;
const INDICATORS = 90;
const long = (at: number): string =>
  `Step ${at} begins. ${'Take the gateway off the internet and write down who did it and when. '.repeat(6)}`.trim();
const indicator = (at: number): object =>
  made('indicator', {
    name: `Address ${at} of the attackers`,
    pattern: `[ipv4-addr:value = '198.51.100.${at}']`,
    pattern_type: 'stix',
    valid_from: '2026-01-01T00:00:00.000Z',
    indicator_types: ['malicious-activity'],
  });

/** The lines of each sheet that have text. */
const sheetsOf = (pdf: Buffer): string[][] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    .split('\f')
    .map((sheet) => sheet.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);

const printed = async (path: string, shown: string, theme: string): Promise<string[][]> => {
  const key = await endpoint.token('northGrid', 'analyst');
  const { page, faults, close } = await visit(browser, `${endpoint.url}${path}`, { key, theme });
  await page.locator(shown).first().waitFor();
  await page.waitForFunction(() => document.querySelector('p.quiet[role="status"]') === null);
  const sheets = sheetsOf(await page.pdf({ format: 'A4' }));
  expect(faults).toEqual([]);
  await close();
  return sheets;
};

test('a warning of several sheets', async () => {
  const id = await publishBy(endpoint, 'cyberAgency', {
    headline: 'A long warning for the wall of the switch room',
    marking: 'AMBER',
    audience: to('northGrid'),
    summary: 'It goes on for a while. '.repeat(160).trim(),
    bundle: bundleOf(...Array.from({ length: INDICATORS }, (_, at) => indicator(at + 1))),
    actions: Array.from({ length: ACTIONS }, (_, at) => ({ text: long(at + 1), by: null })),
  });
  for (const theme of ['light', 'dark']) {
    const sheets = await printed(`/warning/${id}`, '#answer', theme);
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    for (const lines of sheets) {
      expect([lines[0], lines.at(-1)]).toEqual([MARK, MARK]);
      // Between head and foot there is something, and neither lies upon it.
      expect(lines.length).toBeGreaterThan(2);
    }
    const text = sheets.flat().join(' ');
    for (let at = 1; at <= ACTIONS; at += 1) expect(text).toContain(`Step ${at} begins.`);
  }
}, 120_000);

test('a list of several sheets has the strictest marking of what is on it', async () => {
  const publisher = await endpoint.actor('cyberAgency');
  for (let at = 1; at <= ROWS; at += 1)
    await publishWarning(endpoint.hub, publisher, draft({ headline: `Number ${at} of the night` }));
  await endpoint.drain();
  const sheets = await printed('/', '.live-list [data-row]', 'dark');
  expect(sheets.length).toBeGreaterThanOrEqual(3);
  // On a screen only those near the window exist; on paper each that was read does.
  const text = sheets.flat().join(' ');
  for (let at = 1; at <= ROWS; at += 1) expect(text).toContain(`Number ${at} of the night`);
  for (const lines of sheets) expect([lines[0], lines.at(-1)]).toEqual(['TLP:AMBER', 'TLP:AMBER']);
}, 120_000);

test('where the keyboard is does not show on paper', async () => {
  const key = await endpoint.token('northGrid', 'analyst');
  const { page, faults, close } = await visit(browser, `${endpoint.url}/`, { key });
  await page.locator('.live-list [data-row]').first().waitFor();
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null);
  const outlines = () =>
    page.evaluate(() =>
      [document.activeElement, document.querySelector('.item[data-current="true"]')].map((each) =>
        each === null ? 'absent' : getComputedStyle(each).outlineStyle,
      ),
    );
  expect(await outlines()).toEqual(['solid', 'solid']);
  await page.emulateMedia({ media: 'print' });
  expect(await outlines()).toEqual(['none', 'none']);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
