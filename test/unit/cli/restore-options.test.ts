// Which journals a restore goes by: each that is named, that of the data directory, or none, which has to be said.
import { expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addRestore } from '../../../src/cli/backup/restore.ts';

const parsed = (...args: readonly string[]): unknown => {
  const program = new Command();
  addRestore(program);
  const [restore] = program.commands;
  if (restore === undefined) throw new Error('there is no command');
  let got: unknown = null;
  restore
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .action((file: string, options: object) => {
      got = { file, ...options };
    });
  program.parse(['restore', 'hub.backup', ...args], { from: 'user' });
  return got;
};

test('journals are named one by one or together', () => {
  expect(parsed()).toEqual({ file: 'hub.backup' });
  const both = { file: 'hub.backup', journal: ['one.jsonl', 'two.jsonl'] };
  expect(parsed('--journal', 'one.jsonl', '--journal', 'two.jsonl')).toEqual(both);
  expect(parsed('--journal', 'one.jsonl', 'two.jsonl')).toEqual(both);
  expect(parsed('--without-journal')).toEqual({ file: 'hub.backup', withoutJournal: true });
});

test('a journal, and doing without, exclude each other', () => {
  expect(() => parsed('--without-journal', '--journal', 'one.jsonl')).toThrow(/cannot be used with/);
  expect(() => parsed('--without-journal', '--short-journal')).toThrow(/cannot be used with/);
  expect(parsed('--short-journal')).toEqual({ file: 'hub.backup', shortJournal: true });
});
