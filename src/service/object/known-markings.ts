// Finds marking definitions that a bundle refers to but does not contain, among what its publisher may read in the same
// traffic, with those that mark them in turn. They say how the bundle is marked, and do not become part of it. An id with
// several contents that do not mark alike is skipped, unless the publisher's own row settles it.

import { canonical } from 'stix2-ts/json';
import { predefinedMarking, readMarkings } from 'stix2-ts/marking';
import { markingReferencesOf } from 'stix2-ts/references';
import { isStixObject, type StixObject } from 'stix2-ts/stix-object';
import type { Partition } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import { seenRows } from './seen-rows.ts';

type Deps = Pick<Hub, 'objects' | 'warnings' | 'clock' | 'directory'>;

/** Limit of the depth to which definitions mark other definitions. */
const MAX_ROUNDS = 5;
const MAX_WANTED = 1_000;

export const knownMarkings = async (
  hub: Deps,
  actor: Actor,
  bundle: unknown,
  partition: Partition,
): Promise<Map<string, StixObject>> => {
  const known = new Map<string, StixObject>();
  const objects = (bundle as { objects?: unknown } | null)?.objects;
  if (!Array.isArray(objects)) return known;
  const seen = new Set(objects.flatMap((object) => (isStixObject(object) ? [object.id] : [])));
  let wanted = wantedBy(objects, seen);
  for (let round = 0; round < MAX_ROUNDS && wanted.length > 0; round += 1) {
    const found = await definitionsOf(hub, actor, wanted.slice(0, MAX_WANTED), partition);
    for (const each of found) known.set(each.id, each);
    wanted = wantedBy(found, seen);
  }
  return known;
};

const wantedBy = (objects: readonly unknown[], seen: Set<string>): string[] => {
  const wanted = objects
    .flatMap((object) => markingReferencesOf(object).map(({ id }) => id))
    .filter((id) => !seen.has(id) && predefinedMarking(id) === null);
  for (const id of wanted) seen.add(id);
  return [...new Set(wanted)];
};

const definitionsOf = async (
  hub: Deps,
  actor: Actor,
  ids: readonly string[],
  partition: Partition,
): Promise<StixObject[]> => {
  const keys = await hub.objects.keysBeside(actor.member.id, ids);
  const seen = await seenRows(hub, actor, keys, partition);
  const found = await hub.objects.byIds(
    keys.filter(({ _id }) => seen.has(_id.toHexString())).map(({ _id }) => _id),
  );
  const rows = found.filter((row) => seen.get(row._id.toHexString())?.isSeen(() => textOf(row)) === true);
  return [...Map.groupBy(rows, ({ stixId }) => stixId).values()].flatMap((each) => theOne(each, actor));
};

const theOne = (rows: readonly ObjectRow[], actor: Actor): StixObject[] => {
  const own = rows.filter(({ source }) => source === actor.member.id);
  const objects = (own.length > 0 ? own : rows)
    .map((row) => JSON.parse(textOf(row)) as StixObject)
    .map((object) => [canonical(object), object] as const)
    // Whoever told it first: the order of arrival decides nothing.
    .sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  const [first] = objects;
  return first !== undefined && new Set(objects.map(([, each]) => effectOf(each))).size === 1
    ? [first[1]]
    : [];
};

/** What the definition means for what it marks: tools describe one marking differently. */
const effectOf = (definition: StixObject): string =>
  canonical([
    readMarkings({ object_marking_refs: [definition.id] }, new Map([[definition.id, definition]])),
    markingReferencesOf(definition).map(({ id }) => id),
  ]);
