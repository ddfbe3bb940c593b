// Reads the input of a mutation from a JSON file; `-` is standard input.
import { readFileSync } from 'node:fs';
import { CliFault } from '../terminal/fault.ts';
import { reasonOf } from './hub-client.ts';

export const readDraftFile = (file: string): Readonly<Record<string, unknown>> => {
  const name = file === '-' ? 'The input' : file;
  const value = parse(name, read(name, file));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new CliFault(`${name} is not a draft.`, 'It is JSON, but not an object.', EXAMPLE, 2);
};

const EXAMPLE = 'See seeds/examples/warning.json for an example.';

const read = (name: string, file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CliFault(`${name} cannot be read.`, reasonOf(error), 'Check the path.', 2, error);
  }
};

const parse = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliFault(`${name} is not JSON.`, reasonOf(error), EXAMPLE, 2, error);
  }
};
