// The documentation is true: every command of the tours in README.md, docs/INTEGRATING.md and docs/OPERATING.md runs, in
// order, against a hub started by `npm start`, and prints what the document shows.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answeredText } from '../../../src/cli/client/acknowledgement.ts';
import { KEYS_IN_WORDS } from '../../../src/cli/watch/keys.ts';
import { connect } from '../../../src/store/connect.ts';
import { freshDatabase, type TestServers, testServers } from '../../support/database/database.ts';
import { missingFrom, type Step, stepsOf } from '../../support/documents/blocks.ts';
import { openShell, type Shell } from '../../support/documents/shell.ts';
import { eventually, freePort, type Process, startProcess } from '../../support/processes.ts';

let servers: TestServers;
let started: Process;
let directory: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  servers = await testServers();
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-tour-'));
  const port = await freePort();
  env = {
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_DATABASE: freshDatabase(),
    TOCSIN_DATA: path.join(directory, 'data'),
    TOCSIN_PORT: String(port),
    TOCSIN_URL: `http://127.0.0.1:${port}`,
    TOCSIN_INSTALL: 'never',
  };
  started = startProcess('scripts/start.mjs', env);
  await started.saw('Ctrl-C stops everything in order', 180_000);
});
afterAll(async () => {
  await started.kill('SIGTERM');
  // The guide for operators restores into a second one.
  for (const name of [env['TOCSIN_DATABASE'], 'rehearsal']) {
    const database = await connect(servers.mongodbUrl, name);
    await database.connection.db?.dropDatabase();
    await database.close();
  }
  await servers.stop();
  rmSync(directory, { recursive: true, force: true });
});

const take = async (shell: Shell, file: string, steps: readonly Step[]): Promise<void> => {
  let last = '';
  for (const step of steps) {
    const where = `${file}:${step.line}`;
    if (step.does === 'type' && step.beside !== null) await shell.beside(step.beside, step.text);
    else if (step.does === 'type') {
      const { code, output } = await shell.type(step.text);
      expect({ where, code, output }).toEqual({ where, code: 0, output });
      last = output;
    } else if (step.by === null) {
      const missing = missingFrom(last, step.text);
      expect({ where, missing, output: last }).toEqual({ where, missing: null, output: last });
    } else {
      const { by, text } = step;
      const isSeen = async (): Promise<boolean> => missingFrom(shell.saidBy(by), text) === null;
      await eventually(`${where} is shown by ${by}`, isSeen).catch((error: unknown) => {
        const missing = missingFrom(shell.saidBy(by), text);
        throw new Error(`${String(error)}; missing: ${missing}; it said:\n${shell.saidBy(by)}`);
      });
    }
  }
};

describe.each([
  { file: 'README.md', atLeast: 8 },
  { file: 'docs/INTEGRATING.md', atLeast: 8 },
  { file: 'docs/OPERATING.md', atLeast: 3 },
])('$file', ({ file, atLeast }) => {
  test('its commands work and print what it shows', async () => {
    const steps = stepsOf(file);
    expect(steps.filter(({ does }) => does === 'type').length).toBeGreaterThanOrEqual(atLeast);
    expect(steps.filter(({ does }) => does === 'show').length).toBeGreaterThanOrEqual(atLeast);
    const shell = openShell(env, mkdtempSync(path.join(directory, 'shell-')));
    try {
      await take(shell, file, steps);
    } finally {
      await shell.close();
    }
  });
});

test('a missing line of output is reported at its own position', () => {
  const output = 'one warning--2fb64c51-e805-5fe6-9398-f66f9d162e99\ntwo 2026-01-02 03:04Z\nthree\n';
  expect(missingFrom(output, 'one …\n…\ntwo 2030-09-09 10:00Z\n')).toBeNull();
  expect(missingFrom(output, 'one warning--11111111-e805-5fe6-9398-f66f9d162e99')).toBeNull();
  expect(missingFrom(output, 'three\none …')).toBe('one …');
  expect(missingFrom(output, 'thre')).toBe('thre');
});

test('the picture in README.md matches the terminal: the keys, and the answer to one', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../../README.md'), 'utf8');
  expect(readme).toContain(`\n${KEYS_IN_WORDS}\n`);
  expect(readme).toContain(`\n  ✓ ${answeredText({ answer: 'SEEN' }, null)}: `);
});
