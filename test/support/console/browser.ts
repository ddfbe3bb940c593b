// Tabs of the console, and what goes wrong in them.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type Visit = {
  readonly page: Page;
  /** What went wrong in the page: errors, violations of its policy, requests to other sites. */
  readonly faults: string[];
  close(): Promise<void>;
};

type How = {
  readonly key?: string;
  /** The value of the cookie of a session; the address is the hub's own then. */
  readonly session?: string;
  readonly language?: string;
  readonly theme?: string;
  readonly size?: { readonly width: number; readonly height: number };
};

const COOKIE = { secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** A tab of a browser of its own: nothing is shared with another visit. */
export const visit = async (
  browser: Browser,
  url: string,
  { key, session, language = 'en', theme = 'auto', size = { width: 1366, height: 768 } }: How = {},
): Promise<Visit> => {
  const options: BrowserContextOptions = { viewport: size, locale: 'en-GB', timezoneId: 'UTC' };
  const context = await browser.newContext({
    ...options,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (session !== undefined)
    await context.addCookies([
      { name: '__Host-tocsin', value: session, url: 'https://localhost', ...COOKIE },
    ]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const { origin } = new URL(url);
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|violat/i.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith('http') && to.origin !== origin) faults.push(`asked ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.addInitScript(
    ([held, spoken, colours]) => {
      if (held !== '') sessionStorage.setItem('tocsin.key', held ?? '');
      localStorage.setItem('tocsin.language', spoken ?? 'en');
      localStorage.setItem('tocsin.theme', colours ?? 'auto');
    },
    [key ?? '', language, theme],
  );
  await page.goto(url);
  return { page, faults, close: () => context.close() };
};

/** How much wider the page is than its window: 0 without a horizontal bar. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
