// The structure checks find what they are for: folders that import each other, the driver outside the store, and files
// and functions that are too large; and they report an exception that nothing needs.
import { describe, expect, test } from '@jest/globals';
import { cyclesIn, driverUses, folderImports } from '../../../scripts/structure/check-folders.mjs';
import { faultsIn, LIMITS, tooLarge } from '../../../scripts/structure/check-sizes.mjs';

const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
const cycles = (texts: Readonly<Record<string, string>>): string[][] =>
  cyclesIn(folderImports('src/service', files(texts)));

describe('folders', () => {
  const feed = { 'src/service/feed/read.ts': "import { item } from '../item/item.ts';" };

  test('one direction is no cycle, nor is a file of the same folder or of the parent', () => {
    expect(
      cycles({
        ...feed,
        'src/service/item/item.ts':
          "import './other.ts'; import '../cursor.ts'; import '../../store/feed.ts';",
        'src/service/feed/deep/one.ts': "import '../read.ts';",
      }),
    ).toEqual([]);
  });

  test('two that import each other are found, by a type import too', () => {
    const back = "import type { Feed } from '../feed/read.ts';";
    expect(cycles({ ...feed, 'src/service/item/item.ts': back })).toEqual([['feed', 'item']]);
    expect(cycles({ ...feed, 'src/service/item/deep/item.ts': back.replace('../', '../../') })).toHaveLength(
      1,
    );
  });

  test('an indirect cycle is found', () => {
    const around = cycles({
      ...feed,
      'src/service/item/item.ts': "export { x } from '../object/x.ts';",
      'src/service/object/x.ts': "const y = await import('../feed/read.ts');",
    });
    expect(around).toEqual([['feed', 'item', 'object']]);
  });

  test('a file below all folders that imports one is reported', () => {
    const imports = folderImports(
      'src/service',
      files({ 'src/service/cursor.ts': "import './feed/read.ts';" }),
    );
    expect([...(imports.get('.')?.keys() ?? [])]).toEqual(['feed']);
  });

  test('the driver is found where it is used, and only there', () => {
    expect(
      driverUses(
        files({
          'src/service/a.ts': 'await hub.feed.rows.updateMany({}, {});',
          'src/service/b.ts': 'await hub.members\n  .keys\n  .find();',
          'src/service/c.ts': 'await hub.feed.place(version, session); rows.find((row) => row.isOpen);',
        }),
      ),
    ).toEqual(['src/service/a.ts', 'src/service/b.ts']);
  });
});

describe('sizes', () => {
  const functionOf = (lines: number) => `const act = () => {\n${'  step();\n'.repeat(lines - 2)}};\n`;
  const parametersOf = (count: number) =>
    `const act = (${Array.from({ length: count }, (_, at) => `p${at}`).join(', ')}) => {};\n`;
  const sizesOf = (texts: Readonly<Record<string, string>>) =>
    tooLarge(files(texts)).map(({ limit, size }: { limit: string; size: number }) => [limit, size]);

  test('a file, a function, its parameters and a folder: at the limit and one past it', () => {
    const blank = '\n';
    expect(sizesOf({ 'src/a.ts': blank.repeat(LIMITS.file) })).toEqual([]);
    expect(sizesOf({ 'src/a.ts': blank.repeat(LIMITS.file + 1) })).toEqual([['file', 401]]);
    expect(sizesOf({ 'src/a.ts': functionOf(LIMITS.function) })).toEqual([]);
    expect(sizesOf({ 'src/a.ts': functionOf(LIMITS.function + 1) })).toEqual([['function', 61]]);
    expect(sizesOf({ 'src/a.ts': parametersOf(LIMITS.parameters) })).toEqual([]);
    expect(sizesOf({ 'src/a.ts': parametersOf(LIMITS.parameters + 1) })).toEqual([['parameters', 5]]);
    const folder = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`src/x/${at}.ts`, '']));
    expect(sizesOf(folder(LIMITS.folder))).toEqual([]);
    expect(sizesOf(folder(LIMITS.folder + 1))).toEqual([['folder', 16]]);
  });

  test('a describe block is no function, and the cells of a table are no parameters', () => {
    const chapter = functionOf(80).replace('const act = ', "describe('all', ").replace(/};\n$/, '});\n');
    expect(sizesOf({ 'test/a.test.ts': chapter })).toEqual([]);
    expect(sizesOf({ 'test/a.test.ts': 'test.each(rows)("%s", (a, b, c, d, e) => {});' })).toEqual([]);
  });

  test('an exception allows the present size, not more, and must go when nothing needs it', () => {
    const found = tooLarge(files({ 'src/a.ts': functionOf(70) }));
    const exception = { what: 'src/a.ts act', size: 70, reason: 'One text.' };
    expect(faultsIn(found, [])).toEqual(['src/a.ts:1: src/a.ts act has 70, over 60 lines of a function']);
    expect(faultsIn(found, [exception])).toEqual([]);
    expect(faultsIn(found, [{ ...exception, size: 69 }])).toEqual([
      'src/a.ts:1: src/a.ts act has 70, over the 69 that are excepted',
    ]);
    expect(faultsIn([], [exception])).toEqual(['no exception is needed for src/a.ts act']);
    expect(faultsIn(found, [{ ...exception, reason: '' }])).toEqual([
      'the exception for src/a.ts act has no reason',
    ]);
  });
});
