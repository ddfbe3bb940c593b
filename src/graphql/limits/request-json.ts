// JSON of a request, looked at before it is parsed: depth, keys, long strings, keys that poison prototypes (M13, M14).

import { parseJson } from '../../stix/json-scan.ts';
import { type Checked, checked, refuse } from '../errors.ts';
import type { Limits } from './limits.ts';

type JsonBounds = Pick<Limits, 'jsonDepth' | 'jsonKeys' | 'stringLength'>;

export const parseRequestJson = (text: string, limits: JsonBounds): Checked<unknown> => {
  const { jsonDepth: depth, jsonKeys: keys, stringLength } = limits;
  const reading = parseJson(text, { depth, keys, stringLength });
  if (reading.ok) return checked(reading.value);
  // JSON.parse quotes the text in its message; what the client sent is not repeated to it.
  const message = reading.code === 'JSON_SYNTAX' ? 'The text is not JSON' : `The JSON has ${reading.message}`;
  return refuse(400, reading.code, `${message}, at ${reading.path}.`);
};
