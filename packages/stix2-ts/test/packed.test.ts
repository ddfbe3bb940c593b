// The package as users get it: built, packed, installed offline into an empty project, run as JavaScript under every
// Node available, and type-checked with strict TypeScript. The README's examples run and print what they say.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '../../..');
const PACKAGE = path.join(ROOT, 'packages/stix2-ts');
const project = mkdtempSync(path.join(tmpdir(), 'stix2-ts-packed-'));

/** Without the export condition that leads to the source. */
const { NODE_OPTIONS: _, ...environment } = process.env;
const env = { ...environment, npm_config_update_notifier: 'false' };

/** The standard output. A failed command fails the test with all its output. */
const spawned = ({ status, stdout, stderr }: SpawnSyncReturns<string>): string => {
  if (status !== 0) throw new Error(`ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
};

const run = (command: string, args: readonly string[], cwd = project): string =>
  spawned(spawnSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));

/** The Node that runs the tests, and the oldest version from 20 on that is in PATH. */
const nodes = (): { version: string; file: string }[] => {
  const files = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'node'));
  const found = [
    ...new Set([process.execPath, ...files].filter(existsSync).map((file) => realpathSync(file))),
  ]
    .map((file) => ({ file, version: run(file, ['--version']).trim() }))
    .map((each) => ({ ...each, major: Number(/^v(\d+)/.exec(each.version)?.[1]) }))
    .filter(({ major }) => major >= 20)
    .sort((a, b) => a.major - b.major);
  const own = found.find(({ file }) => file === realpathSync(process.execPath));
  return [...new Set([found[0], own])].filter((each) => each !== undefined);
};

type Example = { readonly code: string; readonly says: readonly string[] };

const examples: readonly Example[] = [
  ...readFileSync(path.join(PACKAGE, 'README.md'), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm),
].map(([, code = '']) => ({ code, says: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, said = '']) => said) }));

/** An example as JavaScript: the README has one type annotation. */
const plain = (code: string): string => code.replace(': unknown =', ' =');

let files: readonly string[] = [];

beforeAll(() => {
  run('npm', ['run', 'build', '--silent'], PACKAGE);
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], PACKAGE);
  const [tarball] = Object.values(JSON.parse(packed)) as {
    filename: string;
    files: { path: string }[];
  }[];
  files = tarball?.files.map((file) => file.path) ?? [];
  writeFileSync(path.join(project, 'package.json'), '{"name":"stranger","private":true,"type":"module"}');
  const install = ['install', '--offline', '--no-audit', '--no-fund', `./${tarball?.filename}`];
  run('npm', install);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the tarball holds the build, its types, README, LICENSE and CHANGELOG, and no source or test', () => {
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/index.js', 'dist/index.d.ts']),
  );
  expect(files.filter((file) => /(^|\/)(src|test|generator)\//.test(file))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
});

test('no built file uses a Node module, a package or a global that browsers lack', () => {
  const built = files.filter((file) => file.endsWith('.js'));
  expect(built.length).toBeGreaterThan(50);
  for (const file of built) {
    const text = readFileSync(path.join(project, 'node_modules/stix2-ts', file), 'utf8');
    const imports = [...text.matchAll(/^(?:import|export)\b[^;]*? from '([^']+)'|\bimport\(/gm)].map(
      ([, to = '']) => to,
    );
    expect([file, imports.filter((to) => !/^\.{1,2}\/.*\.js$/.test(to))]).toEqual([file, []]);
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect([file, /\b(?:Buffer|process\.|require\(|__dirname)/.test(code)]).toEqual([file, false]);
  }
});

test('every exported subpath loads, and nothing else does', () => {
  const { exports } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const paths = Object.keys(exports).filter((each) => !each.endsWith('.json'));
  const program = `for (const each of ${JSON.stringify(paths)}) await import(each.replace('.', 'stix2-ts'));
    await import('stix2-ts/validation/run').then(() => console.log('open'), (error) => console.log(error.code));`;
  expect(run(process.execPath, ['--input-type=module', '--eval', program]).trim()).toBe(
    'ERR_PACKAGE_PATH_NOT_EXPORTED',
  );
});

describe.each(nodes())('under Node $version', ({ file: node }) => {
  test.each(examples.map((example, index) => [index + 1, example] as const))(
    'example %d of the README prints what it says',
    (index, { code, says }) => {
      const file = path.join(project, `example-${index}.js`);
      writeFileSync(file, plain(code));
      expect(run(node, [file]).trim().split('\n')).toEqual(says);
      expect(says.length).toBeGreaterThan(0);
    },
  );
});

test('strict TypeScript accepts the examples and refuses what the standard does not allow', () => {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const names = examples.map(({ code }, index) => {
    writeFileSync(path.join(project, `typed-${index}.ts`), code);
    return `typed-${index}.ts`;
  });
  writeFileSync(
    path.join(project, 'refused.ts'),
    `import { createObject, type Malware, newVersion, type StixObject } from 'stix2-ts';
import { parsePattern } from 'stix2-ts/pattern';
// @ts-expect-error a tool has a name
createObject('tool', {});
// @ts-expect-error no such property
createObject('malware', { name: 'x', is_family: true, colour: 'red' });
// @ts-expect-error not a value of the enumeration
createObject('opinion', { opinion: 'perhaps', object_refs: [] });
// @ts-expect-error the creator of an object is an identity
createObject('malware', { name: 'x', is_family: true, created_by_ref: 'malware--31b940d4-6f7f-459a-80ea-9c1f17b58abc' });
const malware: Malware = createObject('malware', { name: 'x', is_family: true, malware_types: ['own-word'] });
// @ts-expect-error all versions share their id
newVersion(malware, { id: malware.id });
export const object: StixObject = malware;
export const reading = parsePattern('[a:b=1]');
`,
  );
  const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const modules = ['--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom'];
  run(process.execPath, [tsc, ...strict, ...modules, ...names, 'refused.ts']);
});
