// The repository beside its code: licence and notices, how to contribute, where to report, which Node, and that the
// workflow runs what CI runs.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const PLACE = 'https://github.com/tocsin-hub/tocsin';

describe('licence and notices', () => {
  test('LICENSE is the text of the Apache License 2.0 to the letter', () => {
    // SHA-256 of the text as the Apache Software Foundation publishes it.
    const published = 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30';
    expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(published);
    expect(manifest.license).toBe('Apache-2.0');
  });

  test('NOTICE names each shipped data set, with an existing licence file', () => {
    const notice = read('NOTICE');
    const sets = readdirSync(path.join(ROOT, 'data'), { withFileTypes: true }).filter((each) =>
      each.isDirectory(),
    );
    expect(sets.length).toBeGreaterThan(5);
    for (const { name } of sets) expect(notice).toContain(`data/${name}`);
    const licences = [...notice.matchAll(/\b(?:data|seeds|packages|bench)\/[\w/.-]*\w/g)].map(
      ([file]) => file,
    );
    expect(licences.length).toBeGreaterThan(10);
    expect(licences.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  const page = read('CONTRIBUTING.md');
  const recipes = page.split('## Ten recipes')[1] ?? '';

  test('has the ten recipes', () => {
    expect([...recipes.matchAll(/^### (.*)$/gm)].map(([, title]) => title)).toEqual([
      'A field that readers see',
      'A command',
      'An enrichment source',
      'A channel',
      "A role's right",
      'The page limit',
      'A refusal code',
      'A national sector scheme',
      'A job after an acknowledgement',
      'A new HTTP resource that takes a bundle',
    ]);
  });

  test('names existing files and folders', () => {
    const named = [...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)]
      .map(([, file = '']) => file)
      // Files that a recipe creates are written in capitals.
      .filter((file) => !/NAME|NOUN/.test(file));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('names registers that are in the file named before them', () => {
    const registers = [...recipes.matchAll(/`((?:src|workers)\/[\w/.-]+\.ts)`([^`]*)`([A-Z][A-Z_]{2,})`/g)];
    expect(registers.length).toBeGreaterThan(5);
    for (const [, file = '', , register = ''] of registers)
      expect([file, register, read(file).includes(register)]).toEqual([file, register, true]);
  });

  test('names what is in the file named after it', () => {
    const named = [
      ...page.matchAll(/`([A-Za-z_]\w*)(?:\(\))?` (?:of|in) `([\w/.-]+\/[\w.-]+\.\w+)`/g),
    ].filter(([, name, file]) => name !== 'addX' && !/NAME|NOUN/.test(file ?? ''));
    expect(named.length).toBeGreaterThan(20);
    for (const [, name = '', file = ''] of named)
      expect([file, name, read(file).includes(name)]).toEqual([file, name, true]);
  });

  test('names every file that writes the channel of a member, or tells channels of endpoints apart', () => {
    const recipe = recipes.split('### A channel')[1]?.split('### ')[0] ?? '';
    const writing = globSync('{src,workers}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
      (file) => !file.endsWith('.generated.ts') && /'FEED'|[!=]== '(?:MAIL|WEBHOOK)'/.test(read(file)),
    );
    expect(writing.length).toBeGreaterThan(15);
    expect(writing.filter((file) => !recipe.includes(`\`${file}\``))).toEqual([]);
  });
});

test('the changelog follows Keep a Changelog: unreleased first, then the project’s version', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## \[(.*?)\]/gm)].map(([, version]) => version);
  expect(headings[0]).toBe('Unreleased');
  expect(headings).toContain(manifest.version);
  const kinds = [...read('CHANGELOG.md').matchAll(/^### (.*)$/gm)].map(([, kind]) => kind);
  const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
  expect(kinds.filter((kind) => !known.includes(kind ?? ''))).toEqual([]);
});

test('the Node version is the same everywhere', () => {
  const version = read('.nvmrc').trim();
  expect(Object.values(manifest.optionalDependencies)).toEqual([version, version]);
  expect(
    new Set([...read('Dockerfile').matchAll(/^FROM node:([\d.]+)/gm)].map(([, image]) => image)),
  ).toEqual(new Set([version]));
  // Hub, worker and seeds refuse an older version.
  expect(manifest.engines.node).toBe(`>=${version.split('.')[0]}`);
  for (const file of ['src/main.ts', 'workers/main.ts', 'seeds/main.ts'])
    expect(read(file)).toContain('< 24');
});

test('package.json and SECURITY.md say where to go', () => {
  expect(manifest.repository.url).toBe(`git+${PLACE}.git`);
  expect(manifest.bugs.url).toBe(`${PLACE}/issues`);
  expect(read('SECURITY.md')).toContain(`${PLACE}/security/advisories/new`);
  expect(read('CODE_OF_CONDUCT.md')).toContain('Contributor Covenant');
});

test('the workflow runs .ci/run on that Node, with read-only permissions', () => {
  const workflow = parse(read('.github/workflows/ci.yml'));
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const { steps } = workflow.jobs.run as {
    steps: { run?: string; uses?: string; with?: Record<string, unknown> }[];
  };
  expect(steps.map(({ run }) => run).filter((run) => run !== undefined)).toEqual(['bash .ci/run']);
  expect(steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))?.with).toEqual({
    'node-version-file': '.nvmrc',
  });
  expect(existsSync(path.join(ROOT, '.ci/run'))).toBe(true);
});

test('what a test puts in the place of a global is taken back: files share a process', () => {
  const putting = globSync('{test,packages/*/test}/**/*.ts', { cwd: ROOT }).filter((file) =>
    /defineProperty\(globalThis|globalThis\.\w+ = /.test(read(file)),
  );
  expect(putting).toEqual(['test/support/console/tab.ts']);
  const using = globSync('test/**/*.test.ts', { cwd: ROOT }).filter((file) =>
    read(file).includes('support/console/tab.ts'),
  );
  expect(using.length).toBeGreaterThan(2);
  expect(using.filter((file) => !read(file).includes('afterAll(leaveTab);'))).toEqual([]);
});
