// Errors of use and refusals on a terminal: no line wider than it, and nothing said twice.
import { expect, test } from '@jest/globals';
import { Command } from 'commander';
import { tellRefusals } from '../../../../src/cli/client/refusals.ts';
import { choiceOption } from '../../../../src/cli/terminal/choices.ts';
import { errorLines } from '../../../../src/cli/terminal/plain-lines.ts';
import { SECTORS } from '../../../../src/domain/sector.ts';

const terminal = { isTTY: true, columns: 80 } as NodeJS.WriteStream;
const pipe = { isTTY: false } as NodeJS.WriteStream;

test('an error that names every value that is allowed is no wider than the terminal, and one line elsewhere', () => {
  const written: string[] = [];
  const command = new Command('tocsin')
    .exitOverride()
    .configureOutput({ outputError: (text) => written.push(text) })
    .addOption(
      choiceOption(
        '--sector <id>',
        'a sector',
        SECTORS.map(({ id }) => id),
      ),
    );
  expect(() => command.parse(['--sector', 'watr'], { from: 'user' })).toThrow();
  const said = written.join('').trimEnd();
  expect(said.length).toBeGreaterThan(160);
  const lines = errorLines(said, terminal).split('\n');
  expect(lines.filter(({ length }) => length > 80)).toEqual([]);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(said);
  expect(errorLines(said, pipe)).toBe(said);
  expect(errorLines('error: one\n(Did you mean --two?)', terminal)).toBe('error: one\n(Did you mean --two?)');
});

test.each([
  ['Nothing was changed.', 'tocsin: Nothing was changed.\n'],
  ['It was not recalled.', 'tocsin: It was not recalled. Nothing was written.\n'],
])('%s is said once', (what, first) => {
  const written: unknown[] = [];
  const { write } = process.stderr;
  const refusal = { code: 'NAME_MALFORMED', message: 'It is empty.', path: '$.name', remedy: 'Write it.' };
  process.stderr.write = (text) => written.push(text) > 0;
  try {
    expect(tellRefusals([refusal], what)).toBe(1);
  } finally {
    process.stderr.write = write;
  }
  expect(written[0]).toBe(first);
});
