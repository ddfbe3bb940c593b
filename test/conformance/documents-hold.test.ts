// The documents are consistent: links resolve, tests they name exist, the map names every module, and pictures drawn
// with lines are aligned.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

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
  'packages/stix2-ts/README.md',
  'packages/stix2-ts/CHANGELOG.md',
  ...['docs', 'bench', 'data', 'seeds', 'src', 'test'].flatMap((folder) => below(folder, isMarkdown)),
];

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

test('the map of docs/ARCHITECTURE.md names every module, and no others', () => {
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
