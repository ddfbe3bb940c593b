// `npm run capture -- console` writes docs/console: every view of the console, as the sample partnership shows it, at two sizes,
// each picture at most 80 kB, and the page that lists them.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium/open-browser.ts';
import { visit } from '../support/console/browser.ts';
import { buildTheConsole } from '../support/console/build.ts';
import { PICTURES, type Picture } from './pictures.ts';
import { openSampleHub, type SampleHub } from './sample-hub.ts';

const FOLDER = path.join(import.meta.dirname, '../../docs/console');
const MOST_BYTES = 80_000;
const DESK = { width: 1366, height: 768 };
const TELEPHONE = { width: 390, height: 844 };
const SETTLED_MS = 400;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** WebP at the best quality that fits. */
const shot = async (page: Page): Promise<Buffer> => {
  const session = await page.context().newCDPSession(page);
  for (let quality = 80; quality >= 20; quality -= 10) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error('a picture is larger than 80 kB at any quality');
};

/** What did not come to be shown. Its picture goes to REFUSED, to be looked at; the one in docs/console stays as it was. */
const faults: string[] = [];
const REFUSED = mkdtempSync(path.join(tmpdir(), 'tocsin-pictures-refused-'));

/** Nothing on its way any more. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.waitForTimeout(SETTLED_MS);
};

/** Why the page is not the view: null where it is. */
const reach = async (page: Page, { of, shown, prepare }: Picture): Promise<string | null> => {
  try {
    await page.locator(shown).first().waitFor();
    await prepare?.(page);
    await settle(page);
    const isSignIn = (await page.locator('main.sign-in').count()) > 0;
    return isSignIn === (of === null) ? null : 'the page to sign in stands in its place';
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
};

const take = async (
  { browser, sample }: { readonly browser: Browser; readonly sample: SampleHub },
  picture: Picture,
  file: string,
  how: { readonly size: typeof DESK; readonly language?: string },
): Promise<void> => {
  const { name, of, at, theme = 'light' } = picture;
  const key = of === null ? {} : { key: sample.keys[of] };
  const { page, close } = await visit(browser, `${sample.endpoint.url}${at(sample)}`, {
    ...how,
    ...key,
    theme,
  });
  const fault = await reach(page, picture);
  if (fault !== null) faults.push(`${file}: ${fault}`);
  const bytes = await shot(page);
  writeFileSync(path.join(fault === null ? FOLDER : REFUSED, `${file}.webp`), bytes);
  say(`  ${file}.webp  ${Math.ceil(bytes.length / 1_000)} kB  ${name}`);
  await close();
};

const pageOf = (): string =>
  [
    '# The console in pictures',
    '',
    'Each view as the sample partnership shows it, at 1,366 × 768 and on a telephone at 390 × 844. `npm run capture -- console` takes',
    'them anew.',
    '',
    '| view | desk | telephone |',
    '|---|---|---|',
    ...PICTURES.map(({ file, name, isArabic = false, isDeskAlone = false }) => {
      const desk = `[picture](${file}.webp)${isArabic ? `, [in Arabic](${file}-ar.webp)` : ''}`;
      return `| ${name} | ${desk} | ${isDeskAlone ? '–' : `[picture](${file}-390.webp)`} |`;
    }),
    '',
  ].join('\n');

const chosen = process.argv.slice(2);
buildTheConsole();
mkdirSync(FOLDER, { recursive: true });
const sample = await openSampleHub(say);
const browser = await openBrowser();
try {
  for (const picture of PICTURES.filter(({ file }) => chosen.length === 0 || chosen.includes(file))) {
    const { file, isArabic = false, isDeskAlone = false } = picture;
    await take({ browser, sample }, picture, file, { size: DESK });
    if (isArabic) await take({ browser, sample }, picture, `${file}-ar`, { size: DESK, language: 'ar' });
    if (!isDeskAlone) await take({ browser, sample }, picture, `${file}-390`, { size: TELEPHONE });
  }
  writeFileSync(path.join(FOLDER, 'README.md'), pageOf());
  for (const fault of faults) say(`  not shown: ${fault}`);
  if (faults.length > 0) say(`  see ${REFUSED}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await sample.close();
}
