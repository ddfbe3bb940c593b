// The web console as it is built, for tests that are served it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');

/** Builds it, if its sources changed. Call it before a hub is opened: a hub reads the build when it starts. */
export const buildTheConsole = (): void => {
  const done = spawnSync(process.execPath, ['scripts/console.mjs'], {
    cwd: ROOT,
    env: { ...process.env, TOCSIN_INSTALL: 'never' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`the console cannot be built:\n${done.stdout}${done.stderr}`);
};
