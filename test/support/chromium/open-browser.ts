// Debian's Chromium, driven over the DevTools protocol. A machine without it fails the tests that need it; .ci/run installs
// it, and TOCSIN_CHROMIUM names another.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

// The shell has no windows to draw: a third less work than the whole browser without them.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome'];

const executable = (): string => {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
  const chosen = process.env['TOCSIN_CHROMIUM'] ?? found;
  if (chosen === undefined)
    throw new Error(
      'No Chromium was found: apt-get install chromium-headless-shell, or set TOCSIN_CHROMIUM to its path.',
    );
  return chosen;
};

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable(),
    // In CI there is no user but root, whom the sandbox does not allow, and /dev/shm is small.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
