// `tocsin stix pattern`: validates patterns, shows where one is broken, and prints the normal form shared by all
// equivalent patterns.
import type { Command } from 'commander';
import type { Misreading } from 'stix2-ts/pattern';
import { parsePattern, patternKey } from 'stix2-ts/pattern';
import { CliFault } from '../terminal/fault.ts';
import { print, printJson, styled, tell } from '../terminal/output.ts';
import { type Line, linesOf } from './lines.ts';
import { conclude, eachFile, type Verdict } from './outcome.ts';
import { brokenText } from './pattern-fault.ts';
import { readText, standardInput } from './read-input.ts';
import { shortened, visible } from './visible.ts';

export const addPattern = (stix: Command): void => {
  stix
    .command('pattern')
    .description('validate patterns: shows where one is broken, or its normal form')
    .argument('[pattern...]', 'patterns, each as one argument; - reads one from standard input')
    .option('--lines', 'read patterns from standard input instead, one JSON string per line')
    .option(
      '--json',
      'one line per pattern: {pattern, valid, error: {offset, found, expected} | null, normalForm}',
    )
    .action(readPatterns);
};

type Options = { readonly lines?: true; readonly json?: true };

type Report = {
  /** Null for a line that is not a JSON string. */
  readonly pattern: string | null;
  readonly valid: boolean;
  /** `offset` counts UTF-16 units from 0, as JavaScript, Java and C# do. */
  readonly error: Misreading | null;
  readonly normalForm: string | null;
};

const readPatterns = async (patterns: string[], options: Options): Promise<void> => {
  if (patterns.length > 0 === (options.lines === true)) throw wrongUsage();
  if (options.lines === true) {
    for await (const line of linesOf(standardInput())) conclude(reportLine(line, options));
    return;
  }
  await eachFile(patterns, async (pattern) =>
    reportPattern(pattern === '-' ? (await readText('-')).text.trimEnd() : pattern, options),
  );
};

const wrongUsage = (): CliFault =>
  new CliFault(
    'It is not clear which patterns are meant.',
    'Give patterns as arguments, or --lines and none.',
    'For example: tocsin stix pattern "[url:value = \'https://example.com/\']"',
    2,
  );

const reportLine = ({ number, text }: Line, options: Options): Verdict => {
  const pattern = text === null ? null : stringIn(text);
  if (pattern !== null) return reportPattern(pattern, options);
  const found = text === null ? 'a line longer than any pattern' : shortened(text, 80);
  const error = { offset: 0, found, expected: 'a JSON string' };
  if (options.json === true) printJson({ pattern, valid: false, error, normalForm: null } satisfies Report);
  tell(
    `tocsin: line ${number} is not a pattern.\n  Why: found ${visible(found)}, expected a JSON string.\n  What to do: write each pattern in quotation marks on a line of its own, as jq -c does.`,
  );
  return 'UNREADABLE';
};

const stringIn = (text: string): string | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const reportPattern = (pattern: string, options: Options): Verdict => {
  const report = reportOn(pattern);
  if (options.json === true) printJson(report);
  else print(textOf(pattern, report));
  return report.valid ? 'GOOD' : 'NOT_GOOD';
};

const reportOn = (pattern: string): Report => {
  const reading = parsePattern(pattern);
  if (reading.ok) return { pattern, valid: true, error: null, normalForm: patternKey(pattern) };
  const { offset, found, expected } = reading;
  return { pattern, valid: false, error: { offset, found, expected }, normalForm: null };
};

const textOf = (pattern: string, { error, normalForm }: Report): string => {
  if (error !== null) return `${styled('red', 'not valid')}\n${brokenText(pattern, error)}`;
  return `${styled('green', 'valid')}  ${visible(pattern)}\n${styled('dim', 'means')}  ${visible(normalForm ?? '')}`;
};
