// `tocsin stix diff`: shows what changed between two versions of an object or bundle, path by path.
import type { Command } from 'commander';
import { type Change, type Difference, differenceOf, mostChanges } from 'stix2-ts/difference';
import { isRecord, textOf } from 'stix2-ts/stix-object';
import { compareTimestamps, isTimestamp } from 'stix2-ts/value';
import { count, print, printJson, styled } from '../terminal/output.ts';
import { changedText } from './changed-text.ts';
import { conclude } from './outcome.ts';
import { nameOf, readJson } from './read-input.ts';
import { tellRounding } from './rounding.ts';
import { shortened, visible } from './visible.ts';

export const addDiff = (stix: Command): void => {
  stix
    .command('diff')
    .description('what changed between two versions of an object; exit 1 when anything changed')
    .argument('<a>', 'the version before: an object, a list or a bundle; - reads standard input')
    .argument('<b>', 'the version after')
    .option('--json', 'one line: {same, whole, changes: [{change, path, before?, after?}], remarks}')
    .action(diff);
};

const diff = async (a: string, b: string, options: { readonly json?: true }): Promise<void> => {
  const before = await valueIn(a);
  const after = await valueIn(b);
  const difference = differenceOf(before, after);
  const { changes, isWhole } = difference;
  const remarks = remarksOn(before, after, changes.length === 0);
  if (options.json === true) printJson({ same: changes.length === 0, whole: isWhole, changes, remarks });
  else
    print(
      [`${nameOf(a)} → ${nameOf(b)}: ${summaryOf(difference)}`, ...remarks, ...changes.map(linesOf)].join(
        '\n',
      ),
    );
  conclude(changes.length === 0 ? 'GOOD' : 'NOT_GOOD');
};

const valueIn = async (file: string): Promise<unknown> => {
  const { value, text } = await readJson(file);
  tellRounding(file, text);
  return value;
};

/** Reasons why the two objects are not successive versions of one object. */
const remarksOn = (before: unknown, after: unknown, isSame: boolean): string[] => {
  if (!isRecord(before) || !isRecord(after) || before['type'] === 'bundle') return [];
  const remarks = ['id', 'created', 'created_by_ref']
    .filter((name) => before[name] !== after[name])
    .map((name) => `Not two versions of one object: ${name} differs (§3.6).`);
  const [older, newer] = [textOf(before, 'modified'), textOf(after, 'modified')];
  if (older === undefined || newer === undefined || !isTimestamp(older) || !isTimestamp(newer))
    return remarks;
  const order = compareTimestamps(older, newer);
  if (order > 0) remarks.push('The second is the older version.');
  if (order === 0 && !isSame)
    remarks.push('One version with two contents: modified must be later when anything changes (§3.6).');
  return remarks;
};

const summaryOf = ({ changes, isWhole }: Difference): string => {
  if (changes.length === 0) return styled('green', 'the same');
  if (!isWhole) return `the first ${mostChanges} of more changes`;
  const kinds = (['added', 'removed', 'changed', 'reordered'] as const)
    .map((kind) => [kind, changes.filter(({ change }) => change === kind).length] as const)
    .filter(([, number]) => number > 0);
  return `${count(changes.length, 'change')}: ${kinds.map(([kind, number]) => `${number} ${kind}`).join(', ')}`;
};

const linesOf = (change: Change): string => {
  const path = shortened(visible(change.path), 240);
  if (change.change === 'added')
    return `  ${styled('green', `+ ${path}`)}\n      ${changedText(change.after)}`;
  if (change.change === 'removed')
    return `  ${styled('red', `- ${path}`)}\n      ${changedText(change.before)}`;
  if (change.change === 'reordered')
    return `  ${styled('yellow', `~ ${path}`)}\n      the same elements in another order`;
  const { before, after } = change;
  return `  ${styled('yellow', `~ ${path}`)}\n    - ${changedText(before, after)}\n    + ${changedText(after, before)}`;
};
