// Which version of an object counts for a reader: of all that this reader may see the newest, whatever the order in which
// they came; what its creator revoked stays revoked. What is hidden from the reader changes nothing.
import { type EffectiveTlp, isAtMost } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { creatorOf, isDated, isSameVersion, latestOf, newestFirst } from '../../stix/version.ts';
import type { ObjectId } from '../../store/connect.ts';
import { type ObjectKey, type ObjectRow, textOf } from '../../store/objects.ts';
import type { Item } from '../feed/item.ts';
import { readableRows, type Through } from './readable-rows.ts';
import { type VisibleObject, visibleObject } from './visible-object.ts';

type Room = Pick<Hub, 'objects' | 'warnings' | 'clock'>;

/** Versions of one id whose creators are compared; further ones are older. */
const MAX_VERSIONS = 100;

export const hexOf = ({ _id }: Pick<ObjectKey, '_id'>): string => _id.toHexString();

/** Newest first; of one version that of the smaller source, so that the order of arrival decides nothing. */
export const inOrder = (a: ObjectKey, b: ObjectKey): number =>
  newestFirst(a.modified, b.modified) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);

const earliest = (rows: readonly ObjectKey[]): ObjectKey | undefined =>
  rows.reduce<ObjectKey | undefined>(
    (first, row) => (first === undefined || hexOf(row) < hexOf(first) ? row : first),
    undefined,
  );

/**
 * Of rows with one STIX id those of one creator: of who told it first among them. Others cannot take an id over, not even
 * where they knew nothing of the first. One source makes no such claim against itself.
 */
const lineOf = async (hub: Room, rows: readonly ObjectKey[]): Promise<readonly ObjectKey[]> => {
  const first = earliest(rows);
  if (first === undefined || rows.every(({ source }) => source === first.source)) return rows;
  const asked = rows.toSorted(inOrder).slice(0, MAX_VERSIONS);
  const bodies = await hub.objects.byIds([first, ...asked].map(({ _id }) => _id));
  const creators = new Map(
    bodies.map((row) => [hexOf(row), creatorOf(JSON.parse(textOf(row)) as StixObject)]),
  );
  return asked.filter((row) => creators.get(hexOf(row)) === creators.get(hexOf(first)));
};

/** Of rows with one STIX id, all of them readable, the one that counts. */
export const latestRow = async (hub: Room, rows: readonly ObjectKey[]): Promise<ObjectKey | undefined> => {
  if (rows.length < 2) return rows[0];
  const dated = rows.filter(({ modified }) => isDated(modified));
  if (dated.length === 0) return earliest(rows);
  const line = (await lineOf(hub, dated)).toSorted(inOrder);
  return latestOf(line.map((row) => ({ row, modified: row.modified, isRevoked: row.revoked === true })))?.row;
};

export type Held = { readonly row: ObjectRow; readonly through: Through };
export type Shown = { readonly held: ObjectId; readonly object: VisibleObject };

/**
 * The objects that a warning holds, each id once, at the version that counts for the reader within the same traffic. With
 * `ceiling` (what goes out under one marking) only versions that are read under no stricter one stand in; an object that
 * was revoked under a stricter one is left out, since what was held of it is not to be used any more.
 */
export const atTheirNewest = async (
  hub: Room,
  actor: Actor,
  held: readonly Held[],
  item: Item,
  ceiling: EffectiveTlp | null = null,
): Promise<Shown[]> => {
  const asHeld = held.map(({ row, through }) => ({ held: row._id, object: visibleObject(row, through) }));
  const dated = held.map(({ row }) => row).filter(({ modified }) => isDated(modified));
  const ids = [...new Set(dated.map(({ stixId }) => stixId))];
  const here = new Set(held.map(({ row }) => hexOf(row)));
  const others = (ids.length === 0 ? [] : await hub.objects.keysOf(ids)).filter(
    (key) => !here.has(hexOf(key)),
  );
  if (others.length === 0 && ids.length === dated.length) return asHeld;
  const readable = await readableRows(hub, actor, others, item.envelope.exercise);
  for (const { row, through } of held) readable.set(hexOf(row), through);
  const seen = [...dated, ...others].filter((key) => readable.has(hexOf(key)));
  const byId = Map.groupBy(seen, ({ stixId }) => stixId);
  const isOpen = (key: ObjectKey): boolean => {
    const through = readable.get(hexOf(key));
    if (ceiling === null || here.has(hexOf(key))) return true;
    return through !== undefined && isAtMost(through.content.card.tlp, ceiling);
  };
  const chosen = await chosenOf(hub, byId, isOpen);
  const inItem = new Set([...here, ...(await heldBy(hub, item, others))]);
  const standIns = [...chosen.values()].flatMap((key) => (key === null || here.has(hexOf(key)) ? [] : [key]));
  const bodies = new Map(
    (await hub.objects.byIds(standIns.map(({ _id }) => _id))).map((row) => [hexOf(row), row]),
  );
  return asHeld.flatMap((each, index) => {
    const row = held[index]?.row;
    const key = row === undefined || !isDated(row.modified) ? undefined : chosen.get(row.stixId);
    if (row === undefined || key === undefined) return [each];
    // Of several versions that the warning holds the one that came last stands for all.
    const rivals = (byId.get(row.stixId) ?? []).filter((rival) => inItem.has(hexOf(rival)));
    if (key === null || rivals.some((rival) => hexOf(rival) > hexOf(row))) return [];
    // One version told with two contents: the one that revokes prevails here too.
    const isAsGood = row.revoked === true || key.revoked !== true;
    if (isAsGood && isSameVersion(key.modified, row.modified)) return [each];
    const body = bodies.get(hexOf(key)) ?? held.find((other) => hexOf(other.row) === hexOf(key))?.row;
    const through = readable.get(hexOf(key));
    if (body === undefined || through === undefined) return [];
    return [{ held: row._id, object: visibleObject(body, through) }];
  });
};

/** The version that counts, of ids with more than one; null where it was revoked and that may not go out. */
const chosenOf = async (
  hub: Room,
  byId: ReadonlyMap<string, readonly ObjectKey[]>,
  isOpen: (key: ObjectKey) => boolean,
): Promise<Map<string, ObjectKey | null>> => {
  const chosen = new Map<string, ObjectKey | null>();
  for (const [id, versions] of byId) {
    if (versions.length < 2) continue;
    const latest = await latestRow(hub, versions);
    const open =
      latest === undefined || isOpen(latest) ? latest : await latestRow(hub, versions.filter(isOpen));
    const isGone = latest?.revoked === true && open?.revoked !== true;
    chosen.set(id, isGone ? null : (open ?? null));
  }
  return chosen;
};

/** Which of these rows the warning holds too, on other pages of its objects. */
const heldBy = async (
  hub: Room,
  { card, envelope }: Item,
  rows: readonly ObjectKey[],
): Promise<Set<string>> => {
  const possible = rows.filter(({ source }) => source === envelope.publisher);
  if (possible.length === 0) return new Set();
  const linked = new Set((await hub.objects.linkedIn(card.id, card.version)).map((id) => id.toHexString()));
  return new Set(
    possible
      .filter((row) => linked.has(hexOf(row)) || (row.warning === card.id && row.version === card.version))
      .map(hexOf),
  );
};
