// The STIX workbench on unreadable input; that it loads nothing of the hub; and that its documentation is true.
import { mkdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { missingFrom, stepsOf } from '../../support/documents/blocks.ts';
import { openShell } from '../../support/documents/shell.ts';
import { ADDRESS, BIN, linesOf, openWorkbench, ROOT, type Workbench } from '../../support/workbench.ts';

let workbench: Workbench;
beforeAll(() => {
  workbench = openWorkbench();
});
afterAll(() => workbench.close());

describe('unreadable input', () => {
  const unreadable: readonly [name: string, make: () => string, code: string, why: RegExp][] = [
    ['a missing file', () => 'nowhere.json', 'FILE_UNREADABLE', /There is no such file/],
    ['a folder', () => folder('folder'), 'FILE_UNREADABLE', /It is a folder[\s\S]*: folder\/\*\.json/],
    ['a gigabyte', () => huge('huge.json'), 'FILE_UNREADABLE', /more than 64 MiB/],
    ['an empty file', () => workbench.file('empty.json', ''), 'EMPTY', /It is empty/],
    ['blanks', () => workbench.file('blank.json', ' \n'), 'EMPTY', /It is empty/],
    [
      'broken JSON',
      () => workbench.file('broken.json', '{"a":1,\n "b":}'),
      'JSON_SYNTAX',
      /line 2, column 6 there is }/,
    ],
    ['truncated JSON', () => workbench.file('cut.json', '{"a":1,'), 'JSON_SYNTAX', /ends too early/],
    ['depth', () => workbench.file('deep.json', '['.repeat(1_000_000)), 'JSON_TOO_DEEP', /100 levels/],
    [
      'many values',
      () => workbench.file('many.json', `[${'{},'.repeat(1_600_000)}0]`),
      'JSON_TOO_MANY_VALUES',
      /3000000 values/,
    ],
    ['a duplicate key', () => workbench.file('twice.json', '{"a":1,"a":2}'), 'JSON_DUPLICATE_KEY', /\$\.a/],
    [
      'a prototype-polluting key',
      () => workbench.file('poison.json', '{"__proto__":1}'),
      'JSON_FORBIDDEN_KEY',
      /__proto__/,
    ],
    [
      'no UTF-8',
      () => workbench.file('latin.json', Buffer.from('{"a":"é"}', 'latin1')),
      'NOT_UTF_8',
      /Byte 6 /,
    ],
    [
      'UTF-16',
      () => workbench.file('wide.json', Buffer.from('\ufeff{}', 'utf16le')),
      'NOT_UTF_8',
      /It is UTF-16/,
    ],
    [
      'a name with a direction override',
      () => 'a\u001b[31m\u202e.json',
      'FILE_UNREADABLE',
      /a\\u001b\[31m\\u202e\.json/,
    ],
  ];
  const folder = (name: string): string => {
    mkdirSync(path.join(workbench.directory, name));
    return name;
  };
  const huge = (name: string): string => {
    workbench.file(name, '');
    truncateSync(path.join(workbench.directory, name), 1_024 ** 3);
    return name;
  };

  test('is reported with a remedy and its line, and does not stop the rest', async () => {
    const good = workbench.file('good.json', JSON.stringify(ADDRESS));
    const files = unreadable.map(([, make]) => make());
    const ran = await workbench.stix(['validate', '--json', ...files, good]);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toMatch(/^\s+at /m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is that none is left.
    expect(ran.err).not.toMatch(/[\u001b\u202e]/);
    const faults = ran.err.split(/^tocsin: /m).slice(1);
    expect(faults).toHaveLength(files.length);
    const reports = linesOf<{ file: string; valid: boolean; errors: { code: string }[] }>(ran);
    expect(reports.map((report) => report.file)).toEqual([...files, good]);
    for (const [at, [name, , code, why]] of unreadable.entries()) {
      expect({ name, code: reports[at]?.errors[0]?.code, valid: reports[at]?.valid }).toEqual({
        name,
        code,
        valid: false,
      });
      expect(faults[at]).toMatch(why);
      expect(faults[at]).toMatch(/\n {2}Why: .+\n {2}What to do: .+/);
    }
    expect(reports.at(-1)).toMatchObject({ valid: true });
  });

  test.each([
    [['id', 'nowhere.json']],
    [['canonical', 'nowhere.json']],
    [['match', '--pattern', '[a:b = 1]', 'nowhere.json']],
    [['diff', 'nowhere.json', 'nowhere.json']],
    [['diff', '-', '-']],
    [['validate']],
    [['no-such-thing']],
  ])('%j exits with 2 and prints no stack trace', async (args) => {
    const ran = await workbench.stix(args, '{}');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).not.toMatch(/^\s+at /m);
    expect(ran.err.length).toBeGreaterThan(20);
  });

  test('a byte order mark is skipped, and validation warns about it', async () => {
    const marked = workbench.file('marked.json', `\ufeff${JSON.stringify(ADDRESS)}`);
    const ran = await workbench.stix(['validate', '--json', marked]);
    expect(ran.code).toBe(0);
    expect(linesOf(ran)).toMatchObject([{ valid: true, warnings: [{ code: 'BYTE_ORDER_MARK' }] }]);
    expect((await workbench.stix(['canonical', marked])).out).toMatch(/^\{"id"/);
  });
});

test('loads nothing of a hub', async () => {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { process.stderr.write('LOADED ' + url + '\\n'); return next(url, context); } });`;
  const options = `--import=data:text/javascript,${encodeURIComponent(hook)}`;
  const ran = await workbench.stix(['pattern', '[a:b = 1]'], '', { NODE_OPTIONS: options });
  expect(ran.code).toBe(0);
  const loaded = [...ran.err.matchAll(/^LOADED (file:.*)$/gm)].map(([, url = '']) =>
    path.relative(ROOT, fileURLToPath(url)),
  );
  expect(loaded).toContain('packages/stix2-ts/src/pattern.ts');
  // Of the rest of src only the release, the decoding of UTF-8 and what texts may be printed, which load nothing themselves.
  const SMALL = new Set([
    'src/config/release.ts',
    'src/outside/utf8-text.ts',
    'src/exchange/text/terminal-text.ts',
    'src/exchange/indicator/csv-text.ts',
  ]);
  const others = loaded.filter(
    (each) =>
      !/^(bin|scripts\/setup|src\/cli|packages\/stix2-ts|node_modules\/commander)\//.test(each) &&
      !SMALL.has(each),
  );
  expect(others).toEqual([]);
});

test('docs/WORKBENCH.md shows the real output', async () => {
  const steps = stepsOf('docs/WORKBENCH.md');
  expect(steps.filter(({ does }) => does === 'show').length).toBeGreaterThanOrEqual(8);
  const shell = openShell({ TOCSIN_INSTALL: 'never' }, workbench.directory);
  // Runs the command without npm, which takes most of the time; the tour of README.md covers npm.
  await shell.type(`npx() { shift; '${process.execPath}' ${BIN} "$@"; }`);
  let last = '';
  for (const step of steps) {
    if (step.does === 'type') {
      const { code, output } = await shell.type(step.text);
      expect({ line: step.line, code, output }).toEqual({ line: step.line, code: 0, output });
      last = output;
    } else {
      const missing = missingFrom(last, step.text);
      expect({ line: step.line, missing, last }).toEqual({ line: step.line, missing: null, last });
    }
  }
});
