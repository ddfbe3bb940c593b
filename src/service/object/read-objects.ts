// Reads the STIX objects of a warning, and single objects by id. Each is decided separately for this reader.

import { isIdentifier } from 'stix2-ts/identifier';
import type { PartitionToRead } from '../../domain/exercise/partition.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { EffectiveTlp } from '../../domain/marking.ts';
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
import { atTheirNewest, type Held, type Shown } from './version/newest.ts';
import { type VisibleObject, visibleObject } from './visible-object.ts';

export type ObjectPage = {
  readonly objects: readonly { readonly cursor: string; readonly object: VisibleObject }[];
  readonly hasNextPage: boolean;
};

export type ObjectDeps = Pick<
  Hub,
  'objects' | 'warnings' | 'directory' | 'feed' | 'config' | 'cursorKey' | 'context' | 'clock'
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
    for (const { held, object } of await objectsOfItem(hub, actor, rows, item)) {
      if (page.length === request.first) return accepted({ objects: page, hasNextPage: true });
      page.push({ cursor: sealBlock(hub.cursorKey, bindingOf(item), held.id), object });
    }
    if (rows.length < limit) return accepted({ objects: page, hasNextPage: false });
    after = rows.at(-1)?._id;
  }
};

/**
 * Rows that a warning holds as its reader sees them, each at the version that counts; what the reader may not read is absent.
 * With `ceiling` only versions that are marked no more strictly.
 */
export const objectsOfItem = async (
  hub: ObjectDeps,
  actor: Actor,
  rows: readonly ObjectRow[],
  { ceiling = null, ...item }: Item & { readonly ceiling?: EffectiveTlp | null },
): Promise<Shown[]> => {
  const shown = await atTheirNewest(hub, actor, await readableOf(hub, actor, rows, item), { item, ceiling });
  return shown.filter(({ object }) => !doesBetrayHere(actor, item, () => JSON.stringify(object.object)));
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
