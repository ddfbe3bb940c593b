// The systemd units by systemd's own judge: `systemd-analyze verify` for correctness, `systemd-analyze security` for
// exposure. systemd does not run them here, so this does not show that they start.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const UNITS = ['tocsin-hub.service', 'tocsin-worker.service'] as const;
/** Out of 10; the rest is the network, which a hub needs. */
const MOST_EXPOSED = 1.5;

// Without systemd-analyze these fail (CONTRIBUTING.md): what is skipped would look as if it held.
describe('the units, by systemd itself', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tocsin-units-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A copy with this machine's Node: the judge checks that the program exists. */
  const copyOf = (unit: string, change: (text: string) => string = (text) => text): string => {
    const file = path.join(folder, unit);
    const text = read(`deploy/systemd/${unit}`).replace(
      'ExecStart=/usr/bin/node',
      `ExecStart=${process.execPath}`,
    );
    writeFileSync(file, change(text));
    return file;
  };
  const ask = (...args: string[]) => {
    const done = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    return { code: done.status, output: `${done.stdout}${done.stderr}` };
  };

  test.each(UNITS)('%s: verify finds nothing', (unit) => {
    expect(ask('verify', '--man=no', copyOf(unit))).toEqual({ code: 0, output: '' });
  });

  test('verify finds an unknown setting', () => {
    const file = copyOf(UNITS[0], (text) => text.replace('ProtectHome=yes', 'ProtectHomes=yes'));
    expect(ask('verify', '--man=no', file).output).toContain('ProtectHomes');
  });

  test.each(UNITS)(`%s: security finds it exposed by ${MOST_EXPOSED} of 10 at most`, (unit) => {
    const most = `--threshold=${MOST_EXPOSED * 10}`;
    expect(ask('security', '--offline=true', most, '--no-pager', copyOf(unit))).toMatchObject({ code: 0 });
    const open = copyOf(unit, (text) =>
      text.replace('ProtectSystem=strict', '').replace(/^SystemCall.*$/gm, ''),
    );
    expect(ask('security', '--offline=true', most, '--no-pager', open).code).not.toBe(0);
  });
});

test.each([
  ['tocsin-hub.service', 'hub'],
  ['tocsin-worker.service', 'worker'],
])('%s starts what the compose file starts as %s, as its own user', (unit, service) => {
  const text = read(`deploy/systemd/${unit}`);
  const [, program = ''] = /^ExecStart=\/usr\/bin\/node (\S+)$/m.exec(text) ?? [];
  const compose = read('docker-compose.yml').split('\n');
  const at = compose.findIndex((line) => line.startsWith(`x-${service}:`));
  expect(compose.slice(at, at + 4).join('\n')).toContain(`"node", "${program}"`);
  expect(text).toMatch(/^User=tocsin$/m);
  expect(read('deploy/systemd/tocsin.sysusers.conf')).toMatch(/^u tocsin /m);
});

test('Node runs as it does in the image', () => {
  const [, options = ''] = /NODE_OPTIONS="([^"]*)"/.exec(read('Dockerfile')) ?? [];
  expect(options).toContain('--conditions=tocsin-source');
  for (const unit of UNITS) expect(read(`deploy/systemd/${unit}`)).toContain(`"NODE_OPTIONS=${options}"`);
});

test('the two units differ only in what they start', () => {
  const plain = (unit: string) =>
    read(`deploy/systemd/${unit}`)
      .replace(/hub|worker/g, 'part')
      .replace('workers/main.ts', 'src/main.ts');
  expect(plain('tocsin-worker.service').replace('parts/main.ts', 'src/main.ts')).toBe(
    plain('tocsin-hub.service'),
  );
});

test('the settings example names only existing settings, and no password', () => {
  const example = read('deploy/systemd/tocsin.env.example');
  const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names).toContain('MONGODB_URL');
  for (const name of names) expect(read('docs/OPERATING.md')).toContain(`| \`${name}\` |`);
  for (const [, password] of example.matchAll(/:([^:@/]+)@/g)) expect(password).toBe('PASSWORD');
});
