// What a test of the console in a browser begins with: the console as it is built, a hub that serves it, and a browser.
import type { Browser } from 'playwright-core';
import { openBrowser } from '../chromium/open-browser.ts';
import { openTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { buildTheConsole } from './build.ts';

/** The console may have to be built before. */
export const OPENING_MS = 120_000;

type Opened = { readonly endpoint: TestEndpoint; readonly browser: Browser };

const closing: (() => Promise<void>)[] = [];

/** The browser has the clock of the machine: so has the hub, unless a test says otherwise. */
export const openConsole = async (
  overrides: Parameters<typeof openTestEndpoint>[0] = { clock: { now: () => new Date() } },
): Promise<Opened> => {
  buildTheConsole();
  const endpoint = await openTestEndpoint(overrides);
  closing.push(() => endpoint.close());
  const browser = await openBrowser();
  closing.push(() => browser.close());
  return { endpoint, browser };
};

/** Whatever was opened of it, the last first. */
export const closeConsole = async (): Promise<void> => {
  for (const close of closing.splice(0).toReversed()) await close();
};
