// `tocsin stix canonical`: prints the canonical form of a JSON value (RFC 8785), for hashing, signing and comparing.
import type { Command } from 'commander';
import { canonical } from 'stix2-ts/json';
import { CliFault } from '../terminal/fault.ts';
import { printExactly } from '../terminal/output.ts';
import { nameOf, readJson } from './read-input.ts';
import { tellRounding } from './rounding.ts';

export const addCanonical = (stix: Command): void => {
  stix
    .command('canonical')
    .description(
      'the RFC 8785 form of a file, to hash or sign; without a final newline, except on a terminal',
    )
    .argument('<file>', 'any JSON; - reads standard input')
    .option('--json', 'the same (it is JSON already), with a final newline')
    .action(show);
};

const show = async (file: string, options: { readonly json?: true }): Promise<void> => {
  const { value, text } = await readJson(file);
  const end = options.json === true || process.stdout.isTTY ? '\n' : '';
  printExactly(formOf(value, file) + end);
  tellRounding(file, text);
};

const formOf = (value: unknown, file: string): string => {
  try {
    return canonical(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliFault(
      `${nameOf(file)} has no RFC 8785 form.`,
      `It holds ${error.message}.`,
      'Remove it: a number must fit a double, and surrogates (\\ud800 to \\udfff) must be paired.',
      1,
      error,
    );
  }
};
