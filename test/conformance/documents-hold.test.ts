// The documents are consistent: links resolve, named tests and cited numbers exist, the module map is complete, figures
// match the code, and drawn boxes line up.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { MAX_PAGE_SIZE } from '../../src/domain/limit/page-size.ts';
import { TEXT_LIMITS } from '../../src/domain/warning-rules.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const below = (folder: string, isWanted: (name: string) => boolean): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));

const isMarkdown = (name: string): boolean => name.endsWith('.md');
const documents = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'packages/stix2-ts/README.md',
  'packages/stix2-ts/CHANGELOG.md',
  ...['docs', 'bench', 'data', 'seeds', 'src', 'test'].flatMap((folder) => below(folder, isMarkdown)),
];

/** A letter and a number as a word of its own; UN M49 is a standard for areas. */
const CITATION = /(?<!UN |[\w.$/-])[IMTB]\d{1,2}(?![\w$:-])/g;

const proseOf = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** GitHub's anchors of headings. */
const anchorsOf = (file: string): Set<string> =>
  new Set(
    [...proseOf(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

test('every link inside the project resolves', () => {
  const links = documents.flatMap((file) =>
    [...proseOf(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => ({ file, to })),
  );
  const inside = links.filter(({ to }) => !/^[a-z]+:/.test(to));
  expect(inside.length).toBeGreaterThan(20);
  const broken = inside.filter(({ file, to }) => {
    const [target = '', anchor] = to.split('#');
    const found = target === '' ? file : path.join(path.dirname(file), target);
    if (!existsSync(path.join(ROOT, found))) return true;
    return anchor !== undefined && isMarkdown(found) && !anchorsOf(found).has(anchor);
  });
  expect(broken).toEqual([]);
});

test('what a decision names as its enforcement exists', () => {
  const decisions = below('docs/decisions', isMarkdown);
  const named = decisions.flatMap((file) => {
    const [, enforcement = ''] = /Enforced by: ([\s\S]*?)\n\n/.exec(read(file)) ?? [];
    const places = [...enforcement.matchAll(/`([\w./*-]+\/[\w./*-]*|[\w.-]+\.(?:cjs|json))`/g)].map(
      ([, place = '']) => place,
    );
    return places.map((place) => ({ file, place }));
  });
  expect(new Set(named.map(({ file }) => file))).toEqual(new Set(decisions));
  const isThere = ({ place }: { place: string }): boolean =>
    [place, `${place}.ts`, `${place}.test.ts`].some((each) =>
      existsSync(path.join(ROOT, each.replace(/\*.*$/, ''))),
    );
  expect(named.filter((each) => !isThere(each))).toEqual([]);
});

test('the map of docs/ARCHITECTURE.md names every module, and no other', () => {
  const rows = read('docs/ARCHITECTURE.md').matchAll(/^\| ((?:`[\w.-]+`(?:, )?)+) \|/gm);
  const named = [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w.-]+)`/g)].map(([, name]) => name),
  );
  const modules = [
    ...readdirSync(path.join(ROOT, 'src')),
    ...readdirSync(path.join(ROOT, 'packages')),
    'workers',
    'seeds',
  ];
  expect(named.toSorted()).toEqual(modules.toSorted());
});

const ofSources = (...folders: string[]): string[] =>
  folders.flatMap((folder) => below(folder, (name) => /\.(?:ts|tsx|mjs|md|graphql)$/.test(name)));

test('every cited number of an invariant, library fact, test or benchmark is defined', () => {
  const page = 'docs/invariants.md';
  const defined = new Set([...read(page).matchAll(/^\| ([IMTB]\d+) \|/gm)].map(([, number = '']) => number));
  expect(defined.size).toBeGreaterThan(60);
  const files = ofSources(
    'src',
    'workers',
    'seeds',
    'schema',
    'scripts',
    'test',
    'bench',
    'docs',
    'packages/stix2-ts',
  );
  const cited = [...files, 'README.md', 'CONTRIBUTING.md', 'SECURITY.md']
    .filter(
      (file) => file !== page && !file.includes('/node_modules/') && !/\/fixtures\/|\.generated\./.test(file),
    )
    .flatMap((file) => [...read(file).matchAll(CITATION)].map(([number]) => ({ file, number })));
  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter(({ number }) => !defined.has(number))).toEqual([]);
});

test('docs/invariants.md names tests and benchmarks that exist', () => {
  const places = [...read('docs/invariants.md').matchAll(/`((?:test|bench|docs)\/[\w./*-]+)`/g)].map(
    ([, place = '']) => place,
  );
  expect(places.length).toBeGreaterThan(10);
  expect(places.filter((place) => globSync(place, { cwd: ROOT }).length === 0)).toEqual([]);
});

test('docs/held.md names for each fault tests that exist', () => {
  const rows = read('docs/held.md')
    .split('\n')
    .filter((line) => /^\| [^|]+ \| [^|]+ \| .*\|$/.test(line) && !line.endsWith('| test |'));
  expect(rows.length).toBeGreaterThan(30);
  const named = rows.map((line) => ({
    line,
    tests: [...(line.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }));
  const isTest = (file: string): boolean =>
    /^test\/(?:.+\.test|prove\/suites\/.+)\.ts$/.test(file) && existsSync(path.join(ROOT, file));
  expect(named.filter(({ tests }) => tests.length === 0 || !tests.every(isTest))).toEqual([]);
});

test('each number is defined once, and without a gap', () => {
  const numbers = [...read('docs/invariants.md').matchAll(/^\| ([IM])(\d+) \|/gm)];
  for (const letter of ['I', 'M']) {
    const ofLetter = numbers.filter(([, each]) => each === letter).map(([, , number]) => Number(number));
    expect(ofLetter.toSorted((a, b) => a - b)).toEqual(ofLetter.map((_, index) => index + 1));
  }
});

test('every decision has a number of its own, the same in name and heading', () => {
  const decisions = below('docs/decisions', isMarkdown)
    .map((file) => path.basename(file))
    .sort();
  const numbers = decisions.map((file) => file.slice(0, 4));
  expect(numbers).toEqual(decisions.map((_, index) => String(index + 1).padStart(4, '0')));
  for (const file of decisions)
    expect([file, read(`docs/decisions/${file}`).startsWith(`# ${file.slice(0, 4)} `)]).toEqual([file, true]);
});

test('every decision that is cited by its number is there', () => {
  const decisions = below('docs/decisions', isMarkdown).map((file) => path.basename(file).slice(0, 4));
  const files = ofSources('src', 'workers', 'schema', 'test', 'bench', 'docs');
  const cited = files
    .filter((file) => !/\/fixtures\//.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/decisions?[/ ](\d{4})/g)].map(([, number = '']) => ({ file, number })),
    );
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter(({ number }) => !decisions.includes(number))).toEqual([]);
});

test('the page limit is written in one place, and the documents state it', () => {
  const files = ofSources('src').filter((file) => !file.startsWith('src/domain/problem-codes/'));
  expect(files.filter((file) => read(file).includes("'PAGE_TOO_LARGE'"))).toEqual([
    'src/domain/limit/page-size.ts',
  ]);
  const stated = [
    ...ofSources('schema').flatMap((file) => [
      ...read(file).matchAll(/"Rows per page, at most (\d+)\."\n\s+first:/g),
    ]),
    ...read('docs/INTEGRATING.md').matchAll(/`first` is at most (\d+)|^\| a page \| (\d+) \|/gm),
    ...read('docs/invariants.md').matchAll(/pages of at most (\d+)/g),
  ].map(([, first, second]) => Number(first ?? second));
  expect(stated.length).toBeGreaterThan(12);
  expect(new Set(stated)).toEqual(new Set([MAX_PAGE_SIZE]));
});

const pagesIn = (file: string): { file: string; size: number }[] =>
  [...read(file).matchAll(/\bfirst: (?:Int = )?(\d+)|\b(?:[A-Z]+_)*PAGE = (\d+)/g)].map(([, ...size]) => ({
    file,
    size: Number(size.find((each) => each !== undefined)),
  }));

test('our own clients, and pages without a size, ask for no more than the page limit', () => {
  const files = [
    'src/operations/operations.ts',
    ...below('schema', (name) => name.endsWith('.graphql')),
    ...below('src/console', (name) => /(?<!\.generated)\.(?:graphql|ts|tsx)$/.test(name)),
    ...below('src/cli', (name) => name.endsWith('.ts')),
    ...below('seeds/examples', (name) => name.endsWith('.mjs')),
    'src/graphql/limits/cost.ts',
  ];
  const asked = files.flatMap(pagesIn);
  const clients = [
    'src/operations',
    'src/console/operations',
    'src/console/views',
    'src/cli',
    'seeds/examples',
  ];
  for (const from of ['schema', ...clients])
    expect([from, asked.some(({ file }) => file.startsWith(from))]).toEqual([from, true]);
  expect(asked.filter(({ size }) => size > MAX_PAGE_SIZE)).toEqual([]);
});

test('the lengths of texts are those of the rules, in the contract and in the form', () => {
  const schema = read('schema/publish.graphql');
  const lengthsOf = (field: string, within = schema): number[] =>
    [...within.matchAll(new RegExp(`at most ([\\d,]+) characters[^"]*"\\n\\s+${field}: `, 'g'))].map(
      ([, length = '']) => Number(length.replace(',', '')),
    );
  const inputOf = (name: string): string => schema.split(`input ${name} {`)[1]?.split('\n}')[0] ?? '';
  for (const field of ['headline', 'summary', 'exercise'] as const) {
    const lengths = lengthsOf(field);
    expect([field, lengths.length > 1, new Set(lengths)]).toEqual([
      field,
      true,
      new Set([TEXT_LIMITS[field]]),
    ]);
  }
  expect(lengthsOf('text', inputOf('ActionInput'))).toEqual([TEXT_LIMITS.action]);
  expect(lengthsOf('\\w+', inputOf('ContactPointInput'))).toEqual(Array(3).fill(TEXT_LIMITS.contact));
  const inForm = [...read('src/console/views/publish/fields/text-fields.tsx').matchAll(/max=\{(\d+)\}/g)];
  const { headline, summary, action, contact } = TEXT_LIMITS;
  expect(inForm.map(([, length]) => Number(length))).toEqual([headline, summary, action, contact]);
});

test('tests ask for the largest page, and for one row more, by the constant', () => {
  const files = [
    ...below('test', (name) => name.endsWith('.ts')),
    ...below('bench', (name) => name.endsWith('.ts')),
  ];
  const asked = files.filter((file) => !file.includes('/fixtures/')).flatMap(pagesIn);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter(({ size }) => size === MAX_PAGE_SIZE || size === MAX_PAGE_SIZE + 1)).toEqual([]);
});

test('docs/ARCHITECTURE.md places every folder of service, and no other', () => {
  const [, list = ''] =
    /## How `service` is divided[\s\S]*?```\n([\s\S]*?)```/.exec(read('docs/ARCHITECTURE.md')) ?? [];
  const placed = list
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (/^((?:[\w.-]+ · )*[\w.-]+)/.exec(line)?.[1] ?? '').split(' · '));
  expect(placed.toSorted()).toEqual(readdirSync(path.join(ROOT, 'src/service')).toSorted());
});

const VERTICAL = new Set('│├┤┬┴┼▲▼◀▶');

/** Boxes with misaligned sides, by the position of their upper left corner. */
const crookedBoxes = (picture: string): string[] => {
  const lines = picture.split('\n').map((line) => [...line]);
  const crooked: string[] = [];
  lines.forEach((line, top) => {
    line.forEach((character, left) => {
      if (character !== '┌') return;
      const right = line.indexOf('┐', left);
      let row = top + 1;
      while (VERTICAL.has(lines[row]?.[left] ?? '') && VERTICAL.has(lines[row]?.[right] ?? '')) row += 1;
      if (lines[row]?.[left] !== '└' || lines[row]?.[right] !== '┘') crooked.push(`${top + 1}:${left + 1}`);
    });
  });
  return crooked;
};

test('pictures are aligned', () => {
  const pictures = documents.flatMap((file) =>
    [...read(file).matchAll(/^```\w*\n([\s\S]*?)^```$/gm)]
      .filter(([, text = '']) => text.includes('┌'))
      .map(([, text = '']) => ({ file, crooked: crookedBoxes(text) })),
  );
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter(({ crooked }) => crooked.length > 0)).toEqual([]);
  expect(crookedBoxes('┌──┐\n│  │\n└──┘')).toEqual([]);
  expect(crookedBoxes('┌──┐\n │  │\n└──┘')).toEqual(['1:1']);
});
