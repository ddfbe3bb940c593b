// A file with the input of an act, as JSON; `-` is what comes by the pipe.
import { readFileSync } from 'node:fs';
import { CliFault } from '../terminal/fault.ts';
import { reasonOf } from './hub-client.ts';

export const readDraftFile = (file: string): Readonly<Record<string, unknown>> => {
  const name = file === '-' ? 'The input' : file;
  const value = parse(name, read(name, file));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new CliFault(`${name} is no draft.`, 'It holds JSON, but no object.', EXAMPLE, 2);
};

const EXAMPLE = 'seeds/examples/warning.json shows how one looks.';

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
