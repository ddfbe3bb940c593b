// Two entities as one reader sees them: the names and aliases it may read, and what follows from these. What is
// hidden from the reader is no evidence for a pair, nor against it.

import { aliasesOf, entityKey } from 'stix2-ts/entity';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Partition } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import type { ObjectKey } from '../../store/objects.ts';
import { textOf } from '../../store/objects.ts';
import { type ObjectDeps, readObjectsByIds } from '../object/read-objects.ts';
import { readableRows } from '../object/read-rows.ts';
import { hexOf, inOrder } from '../object/version/latest-row.ts';
import type { VisibleObject } from '../object/visible-object.ts';

/** Limit of objects considered per entity, so that cost does not grow with how common its name is. */
const MAX_DESCRIBING = 50;

export type SeenEntity = {
  readonly key: string;
  readonly name: string;
  /** Aliases: key and spelling. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The newest assertion, at the version that counts for this reader. */
  readonly object: VisibleObject;
};

/** By key, where the reader may read an assertion within real traffic (null) or one exercise. */
export const readEntities = async (
  hub: ObjectDeps,
  actor: Actor,
  keys: readonly string[],
  exercise: Partition,
): Promise<Map<string, SeenEntity>> => {
  const contexts = await Promise.all(
    [...new Set(keys)].map((key) => hub.context.objects.describing([], [key], MAX_DESCRIBING)),
  );
  const rows = await hub.objects.keysByIds(contexts.flat().map(({ _id }) => _id));
  const readable = await readableRows(hub, actor, rows, exercise);
  const open = rows.filter((row) => readable.has(hexOf(row))).sort(inOrder);
  const objects = new Map(
    (await hub.objects.byIds(open.map(({ _id }) => _id))).map((row) => [
      hexOf(row),
      JSON.parse(textOf(row)) as StixObject,
    ]),
  );
  const rowsByEntity = Map.groupBy(open, (row) => entityKey(objects.get(hexOf(row))) ?? '');
  const newest = [...rowsByEntity.values()].flatMap(([first]) => first?.stixId ?? []);
  const shown = await readObjectsByIds(hub, actor, newest, exercise);
  return new Map(
    [...rowsByEntity].flatMap(([key, each]) => {
      const object = shown.get(each[0]?.stixId ?? '');
      return object === undefined ? [] : [[key, seenOf(key, each, objects, object)] as const];
    }),
  );
};

const seenOf = (
  key: string,
  rows: readonly ObjectKey[],
  objects: ReadonlyMap<string, StixObject>,
  object: VisibleObject,
): SeenEntity => {
  const bodies = rows.flatMap((row) => objects.get(hexOf(row)) ?? []);
  const aliases = bodies.flatMap(aliasesOf).map((alias) => [alias.key, alias.name] as const);
  // The newest assertion decides the spelling.
  return { key, name: String(bodies[0]?.['name']), aliases: new Map(aliases.toReversed()), object };
};

export type Evidence = {
  /** LINKED: by rule, since one is known by the other's name. */
  readonly state: 'LINKED' | 'PROPOSED';
  readonly sharedNames: readonly string[];
  readonly reasons: readonly string[];
};

/** The evidence that two entities are the same; null when there is none. */
export const evidenceFor = (one: SeenEntity, other: SeenEntity): Evidence | null => {
  if (one.key === other.key) {
    const reasons = [`Both are named “${one.name}”.`];
    return { state: 'LINKED', sharedNames: [one.name], reasons };
  }
  const shared = [...one.aliases].flatMap(([key, name]) => (other.aliases.has(key) ? name : [])).sort();
  const named = [calledBy(one, other), calledBy(other, one)].flat();
  if (shared.length === 0 && named.length === 0) return null;
  return {
    state: named.length > 0 ? 'LINKED' : 'PROPOSED',
    sharedNames: shared,
    reasons: [...named, ...(shared.length === 0 ? [] : [sharing(shared, one, other)])],
  };
};

const calledBy = (one: SeenEntity, other: SeenEntity): string[] => {
  const name = one.aliases.get(other.key);
  return name === undefined ? [] : [`“${one.name}” is also called “${name}”.`];
};

const MAX_NAMED = 10;

const sharing = (shared: readonly string[], one: SeenEntity, other: SeenEntity): string => {
  const named = shared.slice(0, MAX_NAMED).map((name) => `“${name}”`);
  const more = shared.length > named.length ? ` and ${shared.length - named.length} more` : '';
  const of = (entity: SeenEntity): string =>
    `${shared.length} of ${entity.aliases.size} aliases of “${entity.name}”`;
  return `Both are also called ${named.join(', ')}${more}: ${of(one)}, ${of(other)}.`;
};
