// Reads the input of a mutation from a file, YAML or JSON; `-` is standard input.
import { parse, YAMLParseError } from 'yaml';
import { CliFault } from '../terminal/fault.ts';
import { reasonOf } from './hub-client.ts';
import { fileName, readUtf8File } from './read-utf8-file.ts';

export const readDraftFile = (file: string): Readonly<Record<string, unknown>> => {
  const name = fileName(file);
  const value = parsed(name, readUtf8File(file));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new CliFault(`${name} is not a draft.`, 'It does not consist of named fields.', EXAMPLE, 2);
};

const EXAMPLE = 'tocsin warning new writes one to fill in; seeds/examples/warning.json is another.';

/** JSON first: a bundle may be large, and YAML takes its time. Of both, the fault is that of the format it looks like. */
const parsed = (name: string, text: string): unknown => {
  const isJson = /^\s*[{[]/.test(text);
  try {
    return isJson ? JSON.parse(text) : parse(text);
  } catch (error) {
    const why = error instanceof YAMLParseError ? error.message.split('\n')[0] : reasonOf(error);
    throw new CliFault(`${name} is not ${isJson ? 'JSON' : 'YAML'}.`, why ?? '', EXAMPLE, 2, error);
  }
};
