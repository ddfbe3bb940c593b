// Checks the JSON of a request before parsing: depth, keys, long strings, prototype-polluting keys (M13, M14).

import { type JsonReading, parseJson, parseJsonInSlices } from 'stix2-ts/json';
import { yieldToEventLoop } from '../../service/yield-to-event-loop.ts';
import { type Checked, checked, refuse } from '../errors.ts';
import type { Limits } from './limits.ts';

type JsonBounds = Pick<Limits, 'jsonDepth' | 'jsonKeys' | 'jsonValues' | 'stringLength'>;

/** For texts that another limit keeps short: a URL, a WebSocket frame. */
export const parseRequestJson = (text: string, limits: JsonBounds): Checked<unknown> =>
  checkedReading(parseJson(text, boundsOf(limits)));

/** For bodies: works in slices, so that other requests wait a few milliseconds at most. */
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
  // The message of JSON.parse quotes the input, which must not be echoed to the client.
  const message = reading.code === 'JSON_SYNTAX' ? 'The text is not JSON' : `The JSON has ${reading.message}`;
  return refuse(reading.code, `${message}, at ${reading.path}.`);
};
