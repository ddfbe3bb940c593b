// Debian's Chromium with a virtual authenticator. A machine without it fails the tests that need it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

const executable = (): string => {
  const given = process.env['TOCSIN_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
  const chosen = given ?? found;
  if (chosen === undefined)
    throw new Error('No Chromium was found: apt-get install chromium, or set TOCSIN_CHROMIUM to its path.');
  return chosen;
};

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable(),
    // The tests of CI run as root, which the sandbox does not allow, and in a small /dev/shm.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });

export type Device = { readonly context: BrowserContext; readonly page: Page; passkeys(): Promise<number> };

/** A browser profile of its own, with a screen lock that says yes. */
export const openDevice = async (browser: Browser): Promise<Device> => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    context,
    page,
    passkeys: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
};
