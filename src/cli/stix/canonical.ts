// `tocsin stix canonical`: the one text of a JSON value (RFC 8785), byte for byte, for hashing, signing and comparing.
import type { Command } from 'commander';
import { canonical } from 'stix2-ts/json';
import { CliFault } from '../terminal/fault.ts';
import { nameOf, readJson } from './read-input.ts';
import { tellRounding } from './rounding.ts';

export const addCanonical = (stix: Command): void => {
  stix
    .command('canonical')
    .description('the RFC 8785 form of a file, to hash or to sign: without a line end, except on a terminal')
    .argument('<file>', 'any JSON; - reads standard input')
    .option('--json', 'the same (it is JSON already), ended as a line')
    .action(show);
};

const show = async (file: string, options: { readonly json?: true }): Promise<void> => {
  const { value, text } = await readJson(file);
  const end = options.json === true || process.stdout.isTTY ? '\n' : '';
  process.stdout.write(formOf(value, file) + end);
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
      'Take it out: a number must fit a double, and \\ud800 to \\udfff must stand in pairs.',
      1,
      error,
    );
  }
};
