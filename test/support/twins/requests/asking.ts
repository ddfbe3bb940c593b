// What an operation of the script is, and what the reader has to ask with: ids that it has seen, ids of what is hidden from
// it, ids that nobody has, and cursors.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Draft } from '../../../../src/domain/warning.ts';
import type { Random } from '../../random.ts';
import type { TwinPartnership } from '../twin-partnership.ts';
import type { TwinRequest } from './send.ts';

export type ScriptState = {
  readonly random: Random;
  readonly twins: TwinPartnership;
  readonly token: string;
  /** Ids in answers so far, by prefix. */
  readonly seen: Map<string, Set<string>>;
  /** Ids of what is hidden, and the objects themselves. */
  readonly secretIds: string[];
  readonly secretObjects: StixObject[];
  /** Own warnings, with their last version and what was published. */
  readonly own: { id: string; version: number; readonly draft: Draft }[];
  /** Names of cursors, with the filter for which they are valid. */
  readonly cursors: { readonly name: string; readonly filter: object }[];
};

/** A request, and what to learn from its answer. */
export type Operation = {
  readonly name: string;
  readonly request: TwinRequest;
  readonly learn?: (answer: string) => void;
};

const ID = /\b([a-z][a-z0-9-]*)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Keeps the ids and cursors of an answer. */
export const learn = ({ seen }: ScriptState, answer: string): void => {
  for (const [id, prefix = ''] of answer.matchAll(ID)) {
    const known = seen.get(prefix) ?? new Set<string>();
    if (known.size < 400) known.add(id);
    seen.set(prefix, known);
  }
};

export const graphql = (
  { token }: Pick<ScriptState, 'token'>,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): TwinRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
  },
  body: JSON.stringify({ query, variables }),
});

export const get = ({ token }: ScriptState, path: string): TwinRequest => ({
  method: 'GET',
  path,
  headers: { authorization: `Bearer ${token}` },
  body: '',
});

const isItem = (prefix: string): boolean => prefix === 'warning' || prefix === 'practice';
const NO_OBJECTS = new Set([
  'warning',
  'practice',
  'delivery',
  'member',
  'duplicate',
  'object-duplicate',
  'bundle',
]);

/** An id: mostly one that was seen, often a hidden one, sometimes one that nobody has. */
export const idOf = (state: ScriptState, isWanted: (prefix: string) => boolean, absent: string): string => {
  const { random, seen, secretIds } = state;
  const known = [...seen].flatMap(([prefix, ids]) => (isWanted(prefix) ? [...ids] : []));
  const hidden = secretIds.filter((id) => isWanted(id.slice(0, id.indexOf('--'))));
  const draw = random.below(20);
  if (draw < 12 && known.length > 0) return random.pick(known);
  if (draw < 19 && hidden.length > 0) return random.pick(hidden);
  return `${absent}--${random.uuid()}`;
};
export const itemId = (state: ScriptState): string => idOf(state, isItem, 'warning');
export const objectId = (state: ScriptState): string =>
  idOf(state, (prefix) => !NO_OBJECTS.has(prefix), 'tool');
export const namedId = (state: ScriptState): string =>
  idOf(state, (prefix) => ['tool', 'malware'].includes(prefix), 'tool');
