// Reads the STIX objects of a warning, and single objects by id. Each is decided separately for this reader.

import { bundleOf } from 'stix2-ts/bundle';
import { isIdentifier } from 'stix2-ts/identifier';
import { predefinedMarking } from 'stix2-ts/marking';
import { markingReferencesOf, referencesOf } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Partition, PartitionToRead } from '../../domain/exercise/partition.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { doesBetrayPublisher } from '../../policy/view.ts';
import { ObjectId } from '../../store/connect.ts';
import { copiesIn } from '../../store/object/copies.ts';
import { type ObjectKey, type ObjectRow, textOf } from '../../store/objects.ts';
import { cursorProblem, openBlock, sealBlock } from '../cursor.ts';
import type { Item } from '../item/item.ts';
import type { RowToRead, Through } from './decided-rows.ts';
import { readableRows } from './read-rows.ts';
import { hexOf, latestRow } from './version/latest-row.ts';
import { atTheirNewest, type Held } from './version/newest.ts';
import { type VisibleObject, visibleObject } from './visible-object.ts';

export type ObjectPage = {
  readonly objects: readonly { readonly cursor: string; readonly object: VisibleObject }[];
  readonly hasNextPage: boolean;
};

export type ObjectDeps = Pick<
  Hub,
  'objects' | 'warnings' | 'directory' | 'config' | 'cursorKey' | 'context' | 'clock'
>;

const bindingOf = (item: Item): string => `objects:${item.summary.id}.${item.summary.version}`;

export const readObjects = async (
  hub: ObjectDeps,
  actor: Actor,
  item: Item,
  request: { readonly first: number; readonly after: string | null },
): Promise<Outcome<ObjectPage>> => {
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  let after: ObjectId | undefined;
  if (request.after !== null) {
    const block = openBlock(hub.cursorKey, bindingOf(item), request.after);
    if (block === null) return refused(cursorProblem(hub.cursorKey, bindingOf(item), request.after));
    after = new ObjectId(block);
  }
  const page: { cursor: string; object: VisibleObject }[] = [];
  for (;;) {
    const limit = request.first + 1;
    const rows = await hub.objects.ofWarning(item.summary.id, item.summary.version, limit, after);
    for (const { held, object } of await atTheirNewest(hub, actor, await readableOf(hub, actor, rows, item), {
      item,
      ceiling: null,
    })) {
      if (doesBetrayHere(actor, item, () => JSON.stringify(object.object))) continue;
      if (page.length === request.first) return accepted({ objects: page, hasNextPage: true });
      page.push({ cursor: sealBlock(hub.cursorKey, bindingOf(item), held.id), object });
    }
    if (rows.length < limit) return accepted({ objects: page, hasNextPage: false });
    after = rows.at(-1)?._id;
  }
};

/** Rows decided through this warning. A row that came with another warning of the same source counts too. */
export const readableOf = async (
  hub: ObjectDeps,
  actor: Actor,
  rows: readonly ObjectRow[],
  item: Item,
): Promise<Held[]> => {
  const via = { warning: item.summary.id, version: item.summary.version };
  const held = rows.map((row) => ({ ...row, via }));
  const readable = await readableRows(hub, actor, held, item.access.exercise);
  return rows.flatMap((row) => {
    const through = readable.get(row._id.toHexString());
    return through === undefined || doesBetrayHere(actor, item, () => textOf(row)) ? [] : [{ row, through }];
  });
};

/** An object that the reader may read elsewhere could still reveal here who published this warning. */
export const doesBetrayHere = (actor: Actor, { access }: Item, text: () => string): boolean =>
  doesBetrayPublisher(actor, access, text);

/**
 * For each STIX id the version that counts for the reader, across all sources within the partition. The id of a copy that
 * this reader gets leads to the copy.
 */
export const readObjectsByIds = async (
  hub: ObjectDeps,
  actor: Actor,
  stixIds: readonly string[],
  partition: PartitionToRead,
): Promise<Map<string, VisibleObject>> => {
  const ids = [...new Set(stixIds)].filter(isIdentifier);
  const keys =
    ids.length === 0
      ? []
      : await hub.objects.keysOfAny(
          ids,
          ids.flatMap((id) => copiesIn(id) ?? []),
        );
  const readable = await readableRows(hub, actor, [...keys, ...standInsFor(ids, keys)], partition);
  const throughOf = (key: ObjectKey): Through | undefined => readable.get(hexOf(key));
  const isReal = (key: ObjectKey): boolean => throughOf(key)?.content.access.exercise === null;
  const latest: ObjectKey[] = [];
  for (const rows of Map.groupBy(
    keys.filter((key) => readable.has(hexOf(key))),
    ({ stixId }) => stixId,
  ).values()) {
    const row = await latestRow(hub, rows.some(isReal) ? rows.filter(isReal) : rows, readable);
    if (row !== undefined) latest.push(row);
  }
  const bodies = latest.length === 0 ? [] : await hub.objects.byIds(latest.map(({ _id }) => _id));
  const found = bodies.flatMap((row) => {
    const through = throughOf(row);
    return through === undefined ? [] : [visibleObject(row, through)];
  });
  const asked = new Set(ids);
  return new Map(
    found.flatMap((each) =>
      [each.id, each.object.id].filter((id) => asked.has(id)).map((id) => [id, each] as const),
    ),
  );
};

/**
 * A row for each id that has none. Nothing holds it, so it takes the way of a hidden row: an absent id then costs the
 * queries of a hidden one (I34).
 */
export const standInsFor = (ids: readonly string[], keys: readonly ObjectKey[]): RowToRead[] => {
  const found = new Set(keys.map(({ stixId }) => stixId));
  return ids
    .filter((id) => !found.has(id))
    .map((stixId) => ({ _id: new ObjectId(), stixId, warning: '', version: 0, tlp: null }));
};

export const readObject = async (
  hub: ObjectDeps,
  actor: Actor,
  stixId: string,
  partition: PartitionToRead,
): Promise<VisibleObject | null> =>
  (await readObjectsByIds(hub, actor, [stixId], partition)).get(stixId) ?? null;

/**
 * Every object of the warning that this reader may see, as one bundle with the marking definitions it refers to. Each
 * object comes at its newest version that is marked no more strictly than the warning, because a bundle is passed on.
 */
export const bundleOfWarning = async (hub: ObjectDeps, actor: Actor, item: Item) => {
  const objects = new Map<string, StixObject>();
  let after: ObjectId | undefined;
  for (;;) {
    const rows = await hub.objects.ofWarning(item.summary.id, item.summary.version, BUNDLE_BATCH, after);
    const held = await readableOf(hub, actor, rows, item);
    for (const { object } of await atTheirNewest(hub, actor, held, { item, ceiling: item.summary.tlp })) {
      if (doesBetrayHere(actor, item, () => JSON.stringify(object.object))) continue;
      objects.set(`${object.id} ${String(object.object['modified'] ?? '')}`, object.object);
    }
    if (rows.length < BUNDLE_BATCH) break;
    after = rows.at(-1)?._id;
  }
  const [definitions, others] = [true, false].map((wanted) =>
    [...objects.values()].filter(({ type }) => (type === 'marking-definition') === wanted),
  ) as [StixObject[], StixObject[]];
  const { exercise } = item.access;
  return bundleOf([...(await definitionsFor(hub, actor, { definitions, others, exercise })), ...others]);
};

const BUNDLE_BATCH = 500;

type Bundled = {
  readonly definitions: readonly StixObject[];
  readonly others: readonly StixObject[];
  readonly exercise: Partition;
};

/**
 * The marking definitions that these objects refer to, directly or through other definitions, so that a bundle
 * explains its own markings. Others are left out: they could hint at what is withheld.
 */
const definitionsFor = async (
  hub: ObjectDeps,
  actor: Actor,
  { definitions, others, exercise }: Bundled,
): Promise<StixObject[]> => {
  const held = new Map(definitions.map((each) => [each.id, each]));
  const found = new Map<string, StixObject>();
  let wanted = new Set(others.flatMap(namedBy));
  while (wanted.size > 0) {
    const missing = [...wanted].filter((id) => !held.has(id) && predefinedMarking(id) === null);
    const stored = await readObjectsByIds(hub, actor, missing, exercise);
    const next: StixObject[] = [];
    for (const id of wanted) {
      const definition = held.get(id) ?? predefinedMarking(id) ?? stored.get(id)?.object;
      if (definition === undefined || found.has(id)) continue;
      found.set(id, definition);
      next.push(definition);
    }
    wanted = new Set(next.flatMap(namedBy).filter((id) => !found.has(id)));
  }
  return [...found.values()];
};

const namedBy = (object: StixObject): string[] =>
  [...markingReferencesOf(object), ...referencesOf(object)].flatMap(({ id }) =>
    id.startsWith('marking-definition--') ? [id] : [],
  );
