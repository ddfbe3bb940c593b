// Options of several values never swallow what a command itself needs, in whatever order a person writes them.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Command, type Option } from 'commander';
import { addCommands } from '../../../src/cli/commands.ts';
import { withPositionalsGivenBack } from '../../../src/cli/terminal/positional-given-back.ts';

let program: Command;
beforeAll(async () => {
  program = new Command('tocsin');
  await addCommands(program, undefined);
});

type Case = { readonly path: readonly string[]; readonly command: Command; readonly option: Option };

const casesIn = (command: Command, path: readonly string[]): Case[] => [
  ...(command.registeredArguments.some(({ required }) => required)
    ? command.options.filter(({ variadic }) => variadic).map((option) => ({ path, command, option }))
    : []),
  ...command.commands.flatMap((each) => casesIn(each, [...path, each.name()])),
];

/** What the command would be run with, without running it or checking a value. */
const parsed = async ({ path, command, option }: Case, words: readonly string[]) => {
  option.parseArg = (value: string, before: unknown) =>
    [...(Array.isArray(before) ? before : []), value] as never;
  let given: readonly unknown[] = [];
  command.action((...all: unknown[]) => {
    given = all;
  });
  for (const each of command.options) each.mandatory = false;
  command.setOptionValue(option.attributeName(), undefined);
  await program.parseAsync(withPositionalsGivenBack(program, [...path, ...words]), { from: 'user' });
  const needed = command.registeredArguments.filter(({ required }) => required).length;
  return { needed: given.slice(0, needed), values: command.getOptionValue(option.attributeName()) };
};

describe('an option of several values before what the command needs', () => {
  test('takes its own values, in every command that has one', async () => {
    const cases = casesIn(program, []);
    const names = cases.map(({ path, option }) => `${path.join(' ')} ${option.long}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'backup create --recipient',
        'backup restore --journal',
        'warning narrow --exclude',
        'warning remind --member',
      ]),
    );
    for (const each of cases) {
      const needed = each.command.registeredArguments
        .filter(({ required }) => required)
        .map((_, at) => `needed-${at}`);
      const flag = each.option.long ?? '';
      const expected = { needed, values: ['one', 'two'] };
      const orders = [
        [flag, 'one', 'two', ...needed],
        [flag, 'one', flag, 'two', ...needed],
        [...needed, flag, 'one', 'two'],
        [flag, 'one', ...needed, flag, 'two'],
      ];
      for (const order of orders)
        expect([each.path, order, await parsed(each, order)]).toEqual([each.path, order, expected]);
      const { short } = each.option;
      if (short !== undefined)
        expect(await parsed(each, [short, 'one', ...needed])).toEqual({ needed, values: ['one'] });
    }
  });

  test('the documented backup writes a file', () => {
    const given = ['backup', 'create', '--recipient', 'age1one', '/backups/hub.age'];
    expect(withPositionalsGivenBack(program, given)).toEqual([
      'backup',
      'create',
      '--recipient=age1one',
      '/backups/hub.age',
    ]);
  });

  test('an id that may be left out is no value either', () => {
    const id = 'warning--0d3b2c0e-6a3f-4a53-9f5e-7a4b8f1c2d3e';
    expect(withPositionalsGivenBack(program, ['indicator', 'list', '--sector', 'energy', id])).toEqual([
      'indicator',
      'list',
      '--sector=energy',
      id,
    ]);
  });

  test('nothing is taken from an option that would have no value left', () => {
    for (const given of [
      ['backup', 'create', '--recipient', 'age1one'],
      ['backup', 'create', '--recipient', 'age1one', '--', 'file'],
      ['warning', 'narrow', 'id', '--exclude', 'one', 'two', '--reason', 'why'],
      ['warning', 'list', '--severity', 'severe', 'extreme'],
    ])
      expect(withPositionalsGivenBack(program, given)).toEqual(given);
  });
});
