// Counts what became of the files of an import, and says it: results, what was refused or held with its reason, and what
// was put right on the way.
import path from 'node:path';
import type { Outcome, Problem } from '../../domain/problem.ts';
import { IMPORT_RESULTS, type Imported, type ImportResult } from '../../service/import/import-result.ts';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';

type Case = { readonly file: string; readonly problem: Problem };

export type Tally = {
  readonly results: Record<ImportResult, number>;
  readonly refused: Case[];
  readonly held: Case[];
  readonly findings: Case[];
  /** Why each that ended here did, and each that ended before it came. */
  readonly ended: Case[];
  readonly neverHere: Case[];
  /** What is new, with its warning. */
  readonly taken: { readonly file: string; readonly warning: string }[];
  notifies: number;
  isStopped: boolean;
  readonly startedAt: number;
};

export const newTally = (): Tally => ({
  results: { NEW: 0, UPDATED: 0, CANCELLED: 0, SILENT: 0, UNCHANGED: 0, OUTDATED: 0, HELD: 0, SKIPPED: 0 },
  refused: [],
  held: [],
  findings: [],
  ended: [],
  neverHere: [],
  taken: [],
  notifies: 0,
  isStopped: false,
  startedAt: performance.now(),
});

export const note = (tally: Tally, file: string, outcome: Outcome<Imported>, isJson: boolean): void => {
  if (!outcome.ok) {
    const [problem] = outcome.problems;
    if (problem !== undefined) tally.refused.push({ file, problem });
    if (isJson) printJson({ file, result: 'REFUSED', refusals: outcome.problems });
    return;
  }
  const { result, notifies, reason, findings, warning } = outcome.value;
  tally.results[result] += 1;
  if (notifies) tally.notifies += 1;
  if ((result === 'NEW' || result === 'UPDATED') && warning !== null) tally.taken.push({ file, warning });
  if (result === 'HELD' && reason !== null) tally.held.push({ file, problem: reason });
  if (reason?.code === ENDED) tally.neverHere.push({ file, problem: reason });
  for (const problem of findings) {
    const isOfEnd = result === 'CANCELLED' && problem.code === ENDED;
    (isOfEnd ? tally.ended : tally.findings).push({ file, problem });
  }
  if (isJson) printJson({ file, ...outcome.value });
};

const ENDED = 'CSAF_WITHDRAWN';

/** How many files were read and not refused. */
export const takenOf = ({ results }: Tally): number =>
  IMPORT_RESULTS.reduce((sum, result) => sum + results[result], 0);

const WORDS: Readonly<Record<ImportResult, string>> = {
  NEW: 'new',
  UPDATED: 'updated',
  CANCELLED: 'cancelled',
  SILENT: 'reissued without news',
  UNCHANGED: 'unchanged',
  OUTDATED: 'older than what the hub has',
  HELD: 'held',
  SKIPPED: 'no advisory',
};

export const summarise = (tally: Tally, total: number, isTrial: boolean): void => {
  const seconds = (performance.now() - tally.startedAt) / 1_000;
  const done = takenOf(tally) + tally.refused.length;
  const verb = isTrial ? 'Would import' : 'Read';
  print(
    styled(
      'bold',
      `${verb} ${count(done, 'file')} of ${total}: ${[...partsOf(tally), `${tally.refused.length} refused`].join(', ')}.`,
    ),
  );
  print(
    `${seconds.toFixed(1)} s, ${(done / Math.max(seconds, 0.001)).toFixed(1)} files/s. ${notifiedText(tally)}`,
  );
  if (tally.refused.length > 0 && takenOf(tally) > 0)
    print('Some were taken, so this ends with 0; with --strict it ends with 1 where any was refused.');
  if (tally.isStopped) print('Stopped before the end; the same command continues from here.');
  tellTaken(tally.taken, isTrial);
  list('Refused:', tally.refused, 3);
  list(isTrial ? 'Would be cancelled:' : 'Cancelled:', tally.ended, 10);
  list('Taken back by its issuer, and never here:', tally.neverHere, 3);
  list('Held, and not published:', tally.held, 10);
  list('Published, with a remark:', tally.findings, 1);
};

const partsOf = ({ results, neverHere }: Tally): string[] => {
  const counted = { ...results, SKIPPED: results.SKIPPED - neverHere.length };
  const parts = IMPORT_RESULTS.map((result) => [counted[result], WORDS[result]] as const);
  return [...parts, [neverHere.length, 'taken back and never here'] as const]
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`);
};

const MOST_TAKEN = 5;

/** What a person would look at next. */
const tellTaken = (taken: Tally['taken'], isTrial: boolean): void => {
  if (taken.length === 0 || isTrial) return;
  print('\nNew or updated:');
  for (const { file, warning } of taken.slice(0, MOST_TAKEN)) print(`  ${warning}  ${path.basename(file)}`);
  const more = taken.length - MOST_TAKEN;
  print(`  ${more > 0 ? `… and ${more} more. ` : ''}One in full: tocsin warning show ID`);
};

/** By code: each with its first files, and what to do. */
const list = (heading: string, all: readonly Case[], shown: number): void => {
  if (all.length === 0) return;
  print(`\n${heading}`);
  for (const [code, cases] of Map.groupBy(all, ({ problem }) => problem.code)) {
    print(`\n${styled('yellow', code)} × ${cases.length}`);
    for (const { file, problem } of cases.slice(0, shown)) {
      printSentence(`${path.basename(file)} at ${problem.path}: ${problem.message}`, '  ');
    }
    if (cases.length > shown) print(`  … and ${cases.length - shown} more (--json lists them all)`);
    printSentence(`What to do: ${cases[0]?.problem.remedy ?? ''}`, '  ');
  }
};

const notifiedText = ({ notifies }: Tally): string =>
  notifies === 0
    ? 'History notifies nobody.'
    : `${count(notifies, 'warning notifies', 'warnings notify')} recipients.`;
