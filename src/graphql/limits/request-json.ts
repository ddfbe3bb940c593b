// JSON of a request, looked at before it is parsed: depth, keys, long strings, keys that poison prototypes (M13, M14).

import { type JsonReading, parseJson, parseJsonInSlices } from 'stix2-ts/json';
import { yieldToEventLoop } from '../../service/yield-to-event-loop.ts';
import { type Checked, checked, refuse } from '../errors.ts';
import type { Limits } from './limits.ts';

type JsonBounds = Pick<Limits, 'jsonDepth' | 'jsonKeys' | 'jsonValues' | 'stringLength'>;

/** For what is short by another limit: the URL, a frame of a WebSocket. */
export const parseRequestJson = (text: string, limits: JsonBounds): Checked<unknown> =>
  checkedReading(parseJson(text, boundsOf(limits)));

/** For bodies, in slices: other requests wait for some milliseconds at most. */
export const parseBodyJson = async (text: string, limits: JsonBounds): Promise<Checked<unknown>> =>
  checkedReading(await parseJsonInSlices(text, boundsOf(limits), yieldToEventLoop));

const boundsOf = ({ jsonDepth: depth, jsonKeys: keys, jsonValues: values, stringLength }: JsonBounds) => ({
  depth,
  keys,
  values,
  stringLength,
});

const checkedReading = (reading: JsonReading): Checked<unknown> => {
  if (reading.ok) return checked(reading.value);
  // JSON.parse quotes the text in its message; what the client sent is not repeated to it.
  const message = reading.code === 'JSON_SYNTAX' ? 'The text is not JSON' : `The JSON has ${reading.message}`;
  return refuse(reading.code, `${message}, at ${reading.path}.`);
};
