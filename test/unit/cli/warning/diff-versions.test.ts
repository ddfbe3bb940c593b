// What `tocsin warning diff` shows of long values: never two lines that are equal where something differs.
import { expect, test } from '@jest/globals';
import { differenceText, readDifference } from '../../../../src/cli/warning/versions/diff-versions.ts';

const side = (version: number) => ({ version, markingInWords: 'TLP:GREEN', headline: 'Gateways' });
const NOTHING = { from: side(1), to: side(2), inWords: [], changes: [], objects: [], exercise: null };
const linesOf = (changes: Partial<typeof NOTHING> | object): string[] =>
  differenceText({ ...NOTHING, ...changes }, 80)
    .split('\n')
    .filter((line) => /^ *[-+] /.test(line))
    .map((line) => line.trim());

const action = (end: string) => ({ text: `${'Disconnect the gateway. '.repeat(5)}${end}`, by: null });

test('of a list the entries that differ are shown, cut to where they do', () => {
  const before = [action('One.'), action('Two.'), action('Three.')];
  const after = [action('One.'), action('Two.'), action('Four.')];
  const [gone = '', come = '', ...more] = linesOf({ changes: [{ field: 'actions', before, after }] });
  expect(more).toEqual([]);
  expect([gone, come]).toEqual([expect.stringContaining('Three.'), expect.stringContaining('Four.')]);
  const isLong = [{ ...action('One.'), text: 'x'.repeat(400) }];
  const other = [{ ...action('One.'), text: `${'x'.repeat(399)}y` }];
  const cut = linesOf({ changes: [{ field: 'actions', before: isLong, after: other }] });
  expect(cut).toEqual([expect.stringMatching(/^- …x+"/), expect.stringMatching(/^\+ …x+y"/)]);
});

test('a list of which one side is longer, has nothing, or is in another order', () => {
  const entries = ['CVE-2024-1', 'CVE-2024-2', 'CVE-2024-2'];
  const of = (before: unknown, after: unknown) => linesOf({ changes: [{ field: 'cves', before, after }] });
  expect(of(entries, entries.slice(0, 2))).toEqual(['- "CVE-2024-2"']);
  expect(of(null, entries.slice(0, 2))).toEqual(['+ "CVE-2024-1"', '+ "CVE-2024-2"']);
  const many = Array.from({ length: 40 }, (_, at) => `CVE-2024-${at}`);
  const [one, other] = of(many, [...many.slice(0, 38), 'CVE-2024-39', 'CVE-2024-38']);
  expect(one?.slice(1)).not.toBe(other?.slice(1));
});

test('a long value of an object is cut to where it differs, and every place is listed', () => {
  const pattern = (end: string) => `[${'x'.repeat(1_500)} = '${end}']`;
  const object = (end: string, labels: number) => ({
    ...{ type: 'indicator', id: 'indicator--1', pattern: pattern(end) },
    ...Object.fromEntries(Array.from({ length: labels }, (_, at) => [`x_${at}`, end])),
  });
  const [before, after] = [object('one', 120), object('two', 120)];
  const changed = { change: 'CHANGED', objectId: 'indicator--1', type: 'indicator', before, after };
  const lines = linesOf({ objects: [changed] });
  expect(lines).toHaveLength(2 * 121);
  expect(lines.slice(0, 2)).toEqual([expect.stringContaining("'one'"), expect.stringContaining("'two'")]);
});

test('all pages are of the version that was the current one at the first', async () => {
  const asked: object[] = [];
  let current = 2;
  const ask = async (_: string, variables: object) => {
    asked.push(variables);
    const to = (variables as { to: number | null }).to ?? current;
    // A correction comes between the pages.
    current += 1;
    const pageInfo = { hasNextPage: asked.length < 3, endCursor: `after-${asked.length}` };
    const { objects: _none, exercise, ...rest } = NOTHING;
    return { warning: { exercise, difference: { ...rest, to: side(to), objects: { pageInfo, edges: [] } } } };
  };
  const id = 'warning--1';
  const read = await readDifference({ ask } as never, { id, from: 1, to: undefined });
  expect(read.to.version).toBe(2);
  expect(asked).toEqual([
    { id, from: 1, to: null, after: null },
    { id, from: 1, to: 2, after: 'after-1' },
    { id, from: 1, to: 2, after: 'after-2' },
  ]);
});
