// Whatever others wrote reaches a terminal without what moves its cursor, rings its bell or turns a line around; and there is no
// other way to it than src/cli/terminal/output.ts, which every command uses.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import * as output from '../../../../src/cli/terminal/output.ts';
import { forTerminal } from '../../../../src/exchange/text/terminal-text.ts';

const BELOW = path.join(import.meta.dirname, '../../../../src/cli');
const HOSTILE =
  'a\u001b[2J\u001b]0;title\u0007b\u009b31mc\u202ed\u2066e\u0000f\rg\u0008h\u007fi\u001b[8mj\u200ek\ufeff';
/** C0 but a line's end, C1, DEL, and what turns the direction. */
const ACTED_ON = /(?!\n|\r\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const [stdout, stderr] = [process.stdout.write, process.stderr.write];
const restore = (): void => {
  process.stdout.write = stdout;
  process.stderr.write = stderr;
};
afterEach(restore);

/** What both streams get meanwhile. */
const written = (act: () => void): string => {
  let text = '';
  const take = (chunk: unknown): boolean => {
    text += String(chunk);
    return true;
  };
  process.stdout.write = take as typeof stdout;
  process.stderr.write = take as typeof stderr;
  try {
    act();
  } finally {
    restore();
  }
  return text;
};

test('lines, pieces, rows and JSON have nothing that a terminal acts on', () => {
  const ways: Record<string, () => void> = {
    print: () => output.print(HOSTILE),
    printText: () => output.printText(`${HOSTILE}\n`),
    printCsv: () => output.printCsv([HOSTILE, '=1+1', 'a "quoted" text']),
    printJson: () => output.printJson({ [HOSTILE]: HOSTILE }),
    tell: () => output.tell(HOSTILE),
    tellText: () => output.tellText(HOSTILE),
  };
  for (const [name, way] of Object.entries(ways)) {
    const text = written(way);
    expect([name, ACTED_ON.exec(text)?.[0]]).toEqual([name, undefined]);
    expect(text).toContain('title');
  }
});

test('JSON says the same, and lines and tabs stay', () => {
  expect(JSON.parse(written(() => output.printJson({ text: HOSTILE })))).toEqual({ text: HOSTILE });
  expect(written(() => output.print('one\n\ttwo\r\nthree'))).toBe('one\n\ttwo\nthree\n');
  expect(written(() => output.printCsv(['a', 'b\u001b,"c"']))).toBe('a,"b,""c"""\r\n');
});

test('on a terminal with colours the styles of this program stay, and nothing else of what moves or hides', () => {
  const styled =
    '\u001b[1mbold\u001b[22m \u001b[2mdim\u001b[22m \u001b[31mred\u001b[39m \u001b[7mturned\u001b[27m';
  expect(forTerminal(styled, true)).toBe(styled);
  expect(forTerminal(styled, false)).toBe(styled.replaceAll('\u001b', ''));
  const kept = forTerminal(`\u001b[1m${HOSTILE}\u001b[22m`, true);
  expect(kept.startsWith('\u001b[1ma') && kept.endsWith('\u001b[22m')).toBe(true);
  expect(ACTED_ON.exec(kept.slice('\u001b[1m'.length, -'\u001b[22m'.length))).toBeNull();
  // Hidden, blinking, black, other colours, several at once; a style that is begun twice.
  for (const style of ['8', '5', '30', '38;5;0', '40', '1;8', '0', '', '91'])
    expect(forTerminal(`a\u001b[${style}mb`, true)).toBe(`a[${style}mb`);
  expect(forTerminal('a\u001b\u001b[1mb', true)).toBe('a\u001b[1mb');
});

test('no other file of the command line writes to a terminal', () => {
  const files = readdirSync(BELOW, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const writing = files.filter((name) =>
    /process\.std(?:out|err)\.write|console\./.test(readFileSync(path.join(BELOW, name), 'utf8')),
  );
  expect(writing).toEqual(['terminal/output.ts']);
});
