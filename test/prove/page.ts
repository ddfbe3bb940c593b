// docs/proved.md: one row per suite, from the last run in which all of it ran. A row that this run did not make stays as
// it is, with the commit at which it was made.
import type { Sum } from './progress.ts';
import type { Suite } from './suite.ts';

export type Proved = {
  readonly suite: Pick<Suite, 'id' | 'promise' | 'chunks'>;
  readonly sum: Sum;
  readonly commit: string;
  readonly seed: number;
  /** YYYY-MM-DD. */
  readonly date: string;
};

const HEAD = [
  '| suite | holds when nothing fails | commit | date | seed | chunks | counted | failures | highest figures | seconds |',
  '|---|---|---|---|---|---|---|---|---|---|',
];
const ROW = /^\| ([\w-]+) \|(?!-)/;
const FAILURE = /^- ([\w-]+): /;
/** Of each suite; all of them are in the output of the run. */
const FAILURES_SHOWN = 10;

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

const figuresOf = ({ figures }: Sum): string =>
  [...figures].map(([name, figure]) => `${name} ${Math.round(figure * 1_000) / 1_000}`).join(', ');

export const rowOf = ({ suite, sum, commit, seed, date }: Proved): string => {
  const facts = [commit, date, seed, suite.chunks, sum.counted, sum.failures.length, figuresOf(sum)];
  const cells = [suite.id, suite.promise, ...facts, Math.round(sum.seconds)];
  return `| ${cells.map((cell) => inCell(String(cell))).join(' | ')} |`;
};

const failuresOf = ({ suite, sum }: Proved): string[] =>
  sum.failures
    .slice(0, FAILURES_SHOWN)
    .map((line) => `- ${suite.id}: \`${line.replaceAll(/[`\n]/g, ' ').slice(0, 400)}\``);

const linesOf = (page: string, pattern: RegExp): [string, string][] =>
  page.split('\n').flatMap((line) => {
    const [, id] = pattern.exec(line) ?? [];
    return id === undefined || id === 'suite' ? [] : [[id, line] as [string, string]];
  });

/** The new page: of `known` suites the fresh rows, else the rows of the page before. */
export const pageWith = (before: string, fresh: readonly Proved[], known: readonly string[]): string => {
  const freshIds = new Set(fresh.map(({ suite }) => suite.id));
  const kept = new Map(linesOf(before, ROW).filter(([id]) => !freshIds.has(id)));
  const made = new Map(fresh.map((proved) => [proved.suite.id, rowOf(proved)]));
  const rows = known.flatMap((id) => made.get(id) ?? kept.get(id) ?? []);
  const failed = [
    ...linesOf(before, FAILURE).filter(([id]) => !freshIds.has(id) && known.includes(id)),
    ...fresh.flatMap((proved) => failuresOf(proved).map((line): [string, string] => [proved.suite.id, line])),
  ].sort(([one], [other]) => known.indexOf(one) - known.indexOf(other));
  return [
    '# What was proved',
    '',
    'Made by `npm run prove`, which runs the suites of `test/prove/suites` at their full counts. `npm test`, and so CI, runs a small',
    'seeded share of T1 over HTTP, T2 and the declared edges, and of those that are quick; `npm test -- --long` a share of the others,',
    'which no CI runs. A row is from the last run that was whole, at the commit it names.',
    '',
    ...HEAD,
    ...rows,
    '',
    ...(failed.length === 0 ? [] : ['## Failures', '', ...failed.map(([, line]) => line), '']),
  ].join('\n');
};
