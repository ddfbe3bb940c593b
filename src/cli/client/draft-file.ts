// Reads the input of a mutation from a JSON file; `-` is standard input.
import { CliFault } from '../terminal/fault.ts';
import { reasonOf } from './hub-client.ts';
import { fileName, readUtf8File } from './read-utf8-file.ts';

export const readDraftFile = (file: string): Readonly<Record<string, unknown>> => {
  const name = fileName(file);
  const value = parse(name, readUtf8File(file));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new CliFault(`${name} is not a draft.`, 'It is JSON, but not an object.', EXAMPLE, 2);
};

const EXAMPLE = 'See seeds/examples/warning.json for an example.';

const parse = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliFault(`${name} is not JSON.`, reasonOf(error), EXAMPLE, 2, error);
  }
};
