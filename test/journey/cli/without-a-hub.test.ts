// What needs no hub, and what is wrong before there is one: the release, the sectors, and settings that `npm start` refuses in
// the words of the hub.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { SECTORS } from '../../../src/domain/sector.ts';
import { sectorScheme } from '../../../src/domain/sector-scheme/known-schemes.ts';
import { startProcess } from '../../support/processes.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-none-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (
  entry: 'src/cli/main.ts' | 'scripts/start.mjs',
  env: NodeJS.ProcessEnv,
  args: string[] = [],
) => {
  const program = startProcess(entry, { NO_COLOR: '1', ...env }, args);
  const code = await program.ended();
  return { code, said: program.said() };
};
const tocsin = (...args: string[]) =>
  run('src/cli/main.ts', { TOCSIN_KEY: '', TOCSIN_URL: 'http://127.0.0.1:1' }, args);

test('the release is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(await tocsin('--version')).toEqual({ code: 0, said: [version] });
});

test('sectors and national schemes are listed without a hub', async () => {
  const { code, said } = await tocsin('sector', 'list');
  expect(code).toBe(0);
  expect(said.slice(1).map((line) => line.split(/\s{2,}/)[0])).toEqual(SECTORS.map(({ id }) => id));
  const nis2 = await tocsin('sector', 'list', '--scheme', 'eu-nis2', '--json');
  expect(nis2.said.map((line) => JSON.parse(line).id)).toEqual(
    sectorScheme('eu-nis2')?.sectors.map(({ id }) => id),
  );
});

test('npm start ends with a line for each wrong setting, before it makes anything', async () => {
  const { code, said } = await run('scripts/start.mjs', {
    TOCSIN_DATA: folder,
    TOCSIN_INSTALL: 'never',
    TOCSIN_PORT: '99999',
    REDIS_URL: 'redis://:s3/cr=t@127.0.0.1:6379',
  });
  expect(code).toBe(1);
  expect(said.filter((line) => line.startsWith('  '))).toEqual([
    expect.stringMatching(/^ {2}TOCSIN_PORT: a port/),
    expect.stringMatching(/^ {2}REDIS_URL: does not parse/),
  ]);
  expect(said.join('\n')).not.toMatch(/s3|cr=t|\bat file:/);
  expect(readdirSync(folder)).toEqual([]);
});
