// The table of results and the facts needed to interpret it. Written to results.md and results.json.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import type { Row, Spread } from './figures.ts';

export type Facts = Readonly<Record<string, string | number>>;

const git = (...args: string[]): string => {
  try {
    return execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

export const factsOf = (more: Facts): Facts => {
  const isChanged = git('status', '--porcelain', '--', '../src', '../workers', '.') !== '';
  const [cpu] = cpus();
  return {
    commit: `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${isChanged ? ' and changes' : ''}`,
    date: new Date().toISOString(),
    processors: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`,
    'memory GiB': Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    'load before': loadavg()[0]?.toFixed(2) ?? '',
    ...more,
  };
};

const number = (value: number): string => {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
};

const spread = (value: Spread | null): string =>
  value === null ? '' : `${number(value.median)} [${number(value.min)} ${number(value.max)}]`;

const cellsOf = (row: Row): string[] => [
  row.id,
  row.what,
  `${spread(row.ours)} ${row.unit}`,
  spread(row.rival),
  spread(row.compared),
  row.target,
  row.verdict === 'report' ? '' : row.verdict,
];

const HEAD = ['', 'what', 'Tocsin', 'rival', 'compared', 'target', ''];

/** Aligned columns for a terminal. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const markdown = (rows: readonly Row[], facts: Facts): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Results of the benchmark',
    '',
    'Made by `npm run bench`; how to read it: README.md. Median [min max] over the repetitions; each target is compared with',
    'the rival measured in turn with Tocsin in the same run. `short` misses its target by less than 15 %, `FAILS` by more.',
    '',
    ...Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`),
    '',
    line(HEAD),
    line(HEAD.map(() => '---')),
    ...rows.map((row) => line(cellsOf(row))),
    '',
  ].join('\n');
};

export const keep = (rows: readonly Row[], facts: Facts): void => {
  const file = (name: string): string => path.join(import.meta.dirname, name);
  writeFileSync(file('results.md'), markdown(rows, facts));
  writeFileSync(file('results.json'), `${JSON.stringify({ facts, rows }, null, 2)}\n`);
};
