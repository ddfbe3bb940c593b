// Where mongod and redis-server are looked for, in which order, and the message when there is none.
import { expect, test } from '@jest/globals';
import { failureText, sourcesOf } from '../../../scripts/setup/find-program.mjs';
import { mongod, mongodArchive, redis } from '../../../scripts/setup/programs.mjs';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n';
const machine = { platform: 'linux', arch: 'x64', osRelease: debian };
const kinds = (program: typeof mongod | typeof redis, system = machine) =>
  sourcesOf(program, system).map(({ kind }: { kind: string }) => kind);

test('PATH, then the cache, then the usual download, then the wheel', () => {
  expect(kinds(mongod)).toEqual(['path', 'cache', 'cache', 'archive', 'wheel']);
  expect(kinds(redis)).toEqual(['path', 'path', 'cache', 'wheel']);
});

test('the newer of two cached copies comes first', () => {
  const cached = sourcesOf(mongod, machine).filter(({ kind }: { kind: string }) => kind === 'cache');
  expect(cached.map(({ version }: { version?: string }) => version)).toEqual(['8.0.32', '6.0.5']);
});

test('there is no wheel for arm64 and macOS', () => {
  expect(kinds(mongod, { ...machine, arch: 'arm64' })).toEqual(['path', 'cache', 'archive']);
  expect(kinds(mongod, { ...machine, platform: 'darwin', arch: 'arm64' })).toEqual([
    'path',
    'cache',
    'archive',
  ]);
  expect(kinds(redis, { ...machine, platform: 'darwin', arch: 'arm64' })).toEqual(['path', 'path']);
});

test.each([
  [debian, 'debian12'],
  ['ID=debian\nVERSION_ID="13"\n', 'debian12'],
  ['ID=ubuntu\nVERSION_ID="24.04"\n', 'ubuntu2404'],
  ['ID=ubuntu\nVERSION_ID="22.04"\n', 'ubuntu2204'],
  ['ID=fedora\nVERSION_ID=42\n', 'ubuntu2204'],
])('the build of MongoDB for %j is %s', (osRelease, build) => {
  expect(mongodArchive('linux', 'x64', osRelease)?.url).toContain(`x86_64-${build}-`);
});

test('each download is pinned by a SHA-256', () => {
  for (const arch of ['x64', 'arm64']) {
    for (const platform of ['linux', 'darwin']) {
      expect(mongodArchive(platform, arch, debian)?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  }
  for (const { wheel } of [mongod, redis]) expect(wheel.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a failure lists what was tried, why each failed and what to do by hand', () => {
  const attempts = [
    { kind: 'path', label: 'mongod on PATH', reason: 'is 4.4.0, too old' },
    { kind: 'wheel', label: 'PyPI wheel', reason: 'there is no pip here' },
  ];
  const text = failureText(mongod, attempts, machine);
  expect(text).toContain('needs mongod 6.0 or later');
  expect(text).toContain('tried mongod on PATH: is 4.4.0, too old');
  expect(text).toContain('tried PyPI wheel: there is no pip here');
  expect(text).toContain('MONGODB_URL');
});

test('says so when no download exists for the machine', () => {
  const text = failureText(redis, [{ kind: 'path', label: 'redis-server on PATH', reason: 'not there' }], {
    ...machine,
    platform: 'darwin',
  });
  expect(text).toContain('no download exists for darwin-x64');
  expect(text).toContain('brew install redis');
});
