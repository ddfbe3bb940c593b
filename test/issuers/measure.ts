// How well the intake reads each issuer: files, fields that are as the document says, and grades and first actions that are
// as a person reads them (test/fixtures/issuers/verdicts.json). Run by hand it writes docs/issuers.md; folders given as
// arguments are measured too, and only printed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CsafDraft } from '../../src/exchange/csaf/draft.ts';
import { readCsaf } from '../../src/exchange/csaf/read-csaf.ts';
import { utf8TextOf } from '../../src/outside/utf8-text.ts';
import { publicSet } from '../support/inputs/public-set.ts';
import { FIELDS, fieldsOf } from './fields.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures');
const PAGE = path.join(import.meta.dirname, '../../docs/issuers.md');

export type Verdict = {
  readonly severity: string;
  readonly urgency: string;
  readonly certainty: string;
  /** Regular expression that the first action matches. */
  readonly action: string;
  /** Regular expression that the summary matches. */
  readonly summary?: string;
};

export const verdicts = (): Readonly<Record<string, Verdict>> =>
  JSON.parse(readFileSync(path.join(FIXTURES, 'issuers/verdicts.json'), 'utf8'));

/** Name and text of every advisory that the repository has for this. */
export const ownFiles = (): [name: string, text: string][] => [
  ...[...publicSet('csaf-cisa'), ...publicSet('csaf-cisa-revisions')]
    .filter(([name]) => name.endsWith('.json'))
    .map(([name, text]): [string, string] => [`cisa/${name}`, text]),
  ...[...publicSet('csaf-tests')]
    .filter(([name]) => name.startsWith('examples/'))
    .map(([name, text]): [string, string] => [`oasis/${path.basename(name)}`, text]),
  ...[...publicSet('csaf-issuers')].map(([name, text]): [string, string] => [`public/${name}`, text]),
  ...filesIn(path.join(FIXTURES, 'issuers'), 'issuers').filter(([name]) => !name.endsWith('verdicts.json')),
  ...filesIn(path.join(FIXTURES, 'field-cases'), 'cases').filter(([, text]) =>
    text.includes('"csaf_version"'),
  ),
];

const filesIn = (folder: string, prefix: string): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name): [string, string][] => {
      const text = utf8TextOf(readFileSync(path.join(folder, name)));
      return text === null ? [] : [[`${prefix}/${name}`, text]];
    });

type Row = {
  files: number;
  read: number;
  fields: [right: number, all: number];
  grades: [right: number, all: number];
  actions: [right: number, all: number];
};

export type Miss = {
  readonly file: string;
  readonly what: string;
  readonly said: string;
  readonly read: string;
};

export type Measured = { readonly rows: ReadonlyMap<string, Row>; readonly misses: readonly Miss[] };

const newRow = (): Row => ({ files: 0, read: 0, fields: [0, 0], grades: [0, 0], actions: [0, 0] });

const count = (pair: [number, number], isRight: boolean): void => {
  pair[1] += 1;
  if (isRight) pair[0] += 1;
};

export const measure = (
  files: readonly (readonly [name: string, text: string])[],
  said: Readonly<Record<string, Verdict>>,
): Measured => {
  const rows = new Map<string, Row>();
  const misses: Miss[] = [];
  for (const [file, text] of files) {
    const issuer = `${issuerOf(text)}${INVENTED.test(file) ? ' (invented)' : ''}`;
    const row = rows.get(issuer) ?? newRow();
    rows.set(issuer, row);
    row.files += 1;
    const reading = readCsaf(text);
    if (!reading.ok) {
      misses.push({ file, what: 'read', said: '', read: reading.problems[0]?.message ?? '' });
      continue;
    }
    row.read += 1;
    const facts = fieldsOf(text, reading);
    for (const field of FIELDS) {
      const [stated, read] = facts[field];
      count(row.fields, stated === read);
      if (stated !== read) misses.push({ file, what: field, said: stated, read });
    }
    const verdict = said[file];
    if (verdict !== undefined) compare(row, misses, { file, verdict, draft: reading.draft });
  }
  return { rows, misses };
};

type Judged = { readonly file: string; readonly verdict: Verdict; readonly draft: CsafDraft };

const compare = (row: Row, misses: Miss[], { file, verdict, draft }: Judged): void => {
  const stated = `${verdict.severity} ${verdict.urgency} ${verdict.certainty}`;
  const read = `${draft.severity} ${draft.urgency} ${draft.certainty}`;
  count(row.grades, stated === read);
  if (stated !== read) misses.push({ file, what: 'grade', said: stated, read });
  const action = draft.actions[0]?.text ?? '';
  const isAction = new RegExp(verdict.action, 'iu').test(action);
  count(row.actions, isAction);
  if (!isAction) misses.push({ file, what: 'first action', said: verdict.action, read: action });
  if (verdict.summary === undefined) return;
  const isSummary = new RegExp(verdict.summary, 'iu').test(draft.summary);
  count(row.fields, isSummary);
  if (!isSummary) misses.push({ file, what: 'summary', said: verdict.summary, read: draft.summary });
};

/** Documents in the shape of an issuer, and field cases. */
const INVENTED = /^(?:issuers|cases)\//;

const issuerOf = (text: string): string => {
  const { document } = JSON.parse(text) as { document: { publisher: { name: string } } };
  return document.publisher.name;
};

const share = ([right, all]: readonly [number, number]): string => (all === 0 ? '–' : `${right} of ${all}`);

/** Issuers by their number of files. */
export const tableOf = ({ rows }: Measured): string => {
  const lines = [...rows]
    .toSorted(([a, one], [b, other]) => other.files - one.files || (a < b ? -1 : 1))
    .map(
      ([issuer, { files, read, fields, grades, actions }]) =>
        `| ${issuer} | ${files} | ${read} | ${share(fields)} | ${share(grades)} | ${share(actions)} |`,
    );
  const sum = (of: (row: Row) => readonly [number, number]): [number, number] =>
    [...rows.values()].map(of).reduce<[number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  const total = [...rows.values()];
  const all = total.reduce((files, row) => files + row.files, 0);
  const read = total.reduce((files, row) => files + row.read, 0);
  return [
    '| issuer | files | read | fields right | grade right | first action right |',
    '|---|---|---|---|---|---|',
    ...lines,
    `| **all ${rows.size}** | ${all} | ${read} | ${share(sum((row) => row.fields))} | ${share(sum((row) => row.grades))} | ${share(sum((row) => row.actions))} |`,
  ].join('\n');
};

const pageOf = (measured: Measured): string => `# How advisories of each issuer are read

Made by \`node --conditions=tocsin-source test/issuers/measure.ts\`; \`npm test\` checks that it is fresh. Folders given as
arguments are measured too, and only printed.

The files are those of \`test/fixtures\`: advisories of CISA and all their published states, the examples of the CSAF
committee (among them real ones of BSI, Cisco and Red Hat), real documents of Red Hat, SUSE, Siemens, Microsoft and
Open-Xchange, and, where a row says "invented", field cases and documents in the shape of thirteen issuers, which its README
describes. *Fields*: ${FIELDS.join(', ')}; read a second time straight from the JSON and
compared. *Grade* (severity, urgency, certainty together) and *first action* are compared with what a person read in
\`test/fixtures/issuers/verdicts.json\`. The grade is of the advisory alone, before any catalogue is asked.

${tableOf(measured)}

## Real files that are not kept

No file of ABB, Bosch, Huawei, NCSC-NL, Schneider Electric or SICK, and none of BSI WID but the committee's example, is in the
repository: none was found under terms that let us pass it on. Their shapes are written by us, as the README of
\`test/fixtures/issuers\` says. What public repositories of others hold was measured once, by giving its folder, and not kept
(2026-11-30, \`MaineK00n/vuls-data-update\`, newest snapshot): Cisco 2, BSI WID 1, NCSC-NL 1, SICK 1, Nozomi Networks 1 and
openEuler 3 were read, all 81 fields right. Compared by a person, their grades and first actions say what the documents say, but for one to argue
about: openEuler's CVE-2023-52920 is HIGH as a whole and scores 5.5, and is read as MODERATE. Of the same,
Fortinet 2 and Palo Alto Networks 2 were refused with their faults: products that are not defined, branches of a category that
the standard does not have, threats without details. \`--tolerate\` takes the first.
`;

export const freshPage = (measured: Measured): string => pageOf(measured);
export const page = (): string => (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '');

if (process.argv[1] === import.meta.filename) {
  const folders = process.argv.slice(2);
  const own = measure(ownFiles(), verdicts());
  writeFileSync(PAGE, pageOf(own));
  const given = measure(
    folders.flatMap((folder) => filesIn(folder, path.basename(folder))),
    verdicts(),
  );
  for (const { file, what, said, read } of [...own.misses, ...given.misses])
    process.stdout.write(`${file}: ${what}\n  said ${said.slice(0, 300)}\n  read ${read.slice(0, 300)}\n`);
  process.stdout.write(`${tableOf(own)}\n`);
  if (folders.length > 0) process.stdout.write(`\n${tableOf(given)}\n`);
}
