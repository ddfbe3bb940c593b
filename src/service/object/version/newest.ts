// The objects of a warning at the versions that count for its reader (latest-row.ts), and which of these may go out
// in its bundle.

import { isDated, isSameVersion } from 'stix2-ts/version';
import { type EffectiveTlp, isAtMost } from '../../../domain/marking.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import type { ObjectId } from '../../../store/connect.ts';
import type { ObjectKey, ObjectRow } from '../../../store/objects.ts';
import type { Item } from '../../item/item.ts';
import type { Through } from '../decided-rows.ts';
import { readableRows } from '../read-rows.ts';
import { type VisibleObject, visibleObject } from '../visible-object.ts';
import { hexOf, historyIdThrough, type Deps as LatestDeps, latestRow } from './latest-row.ts';

type Deps = LatestDeps & Pick<Hub, 'warnings' | 'clock'>;

export type Held = { readonly row: ObjectRow; readonly through: Through };
export type Shown = { readonly held: ObjectId; readonly object: VisibleObject };

/**
 * The objects that a warning holds, each id once, at the version that counts for the reader within the same traffic.
 * With `ceiling` (for output under one marking) only versions that are marked no more strictly are used. An object
 * that was revoked under a stricter marking is left out, since earlier versions must not be used either.
 */
export const atTheirNewest = async (
  hub: Deps,
  actor: Actor,
  held: readonly Held[],
  { item, ceiling }: { readonly item: Item; readonly ceiling: EffectiveTlp | null },
): Promise<Shown[]> => {
  const asHeld = held.map(({ row, through }) => ({ held: row._id, object: visibleObject(row, through) }));
  const dated = held.map(({ row }) => row).filter(({ modified }) => isDated(modified));
  const ids = [...new Set(dated.map(({ stixId }) => stixId))];
  const here = new Set(held.map(({ row }) => hexOf(row)));
  const others = (ids.length === 0 ? [] : await hub.objects.keysOf(ids)).filter(
    (key) => !here.has(hexOf(key)),
  );
  if (others.length === 0 && ids.length === dated.length) return asHeld;
  // Rows that the warning holds on another page are read through it too.
  const inItem = new Set([...here, ...(await heldBy(hub, item, others))]);
  const via = { warning: item.summary.id, version: item.summary.version };
  const asked = others.map((key) => (inItem.has(hexOf(key)) ? { ...key, via } : key));
  const readable = await readableRows(hub, actor, asked, item.access.exercise);
  for (const { row, through } of held) readable.set(hexOf(row), through);
  const seen = [...dated, ...others].filter((key) => readable.has(hexOf(key)));
  const byId = Map.groupBy(seen, ({ stixId }) => stixId);
  const isOpen = (key: ObjectKey): boolean => {
    const through = readable.get(hexOf(key));
    if (ceiling === null || here.has(hexOf(key))) return true;
    return through !== undefined && isAtMost(through.content.summary.tlp, ceiling);
  };
  const publisher = historyIdThrough({ warning: item.summary.id, content: item });
  const chosen = await chosenOf(hub, byId, { readable, publisher, isOpen });
  const standIns = [...chosen.values()].flatMap((key) => (key === null || here.has(hexOf(key)) ? [] : [key]));
  const bodies = new Map(
    (await hub.objects.byIds(standIns.map(({ _id }) => _id))).map((row) => [hexOf(row), row]),
  );
  return asHeld.flatMap((each, index) => {
    const row = held[index]?.row;
    const key = row === undefined || !isDated(row.modified) ? undefined : chosen.get(row.stixId);
    if (row === undefined || key === undefined) return [each];
    // If the warning holds several versions, the last to arrive represents them all.
    const rivals = (byId.get(row.stixId) ?? []).filter((rival) => inItem.has(hexOf(rival)));
    if (key === null || rivals.some((rival) => hexOf(rival) > hexOf(row))) return [];
    // If one version has two contents, the one that revokes prevails here too.
    const isAsGood = (row.revoked === undefined) === (key.revoked === undefined);
    if (isAsGood && isSameVersion(key.modified, row.modified)) return [each];
    const body = bodies.get(hexOf(key)) ?? held.find((other) => hexOf(other.row) === hexOf(key))?.row;
    const through = readable.get(hexOf(key));
    if (body === undefined || through === undefined) return [];
    return [{ held: row._id, object: visibleObject(body, through) }];
  });
};

type Choice = {
  readonly readable: ReadonlyMap<string, Through>;
  /** Whose history the warning belongs to. */
  readonly publisher: string;
  readonly isOpen: (key: ObjectKey) => boolean;
};

/** The version that counts, for ids with more than one; null where a revocation applies that may not go out. */
const chosenOf = async (
  hub: Deps,
  byId: ReadonlyMap<string, readonly ObjectKey[]>,
  { readable, publisher, isOpen }: Choice,
): Promise<Map<string, ObjectKey | null>> => {
  const historyIdOf = (key: ObjectKey): string | undefined => {
    const through = readable.get(hexOf(key));
    return through === undefined ? undefined : historyIdThrough(through);
  };
  const chosen = new Map<string, ObjectKey | null>();
  for (const [id, versions] of byId) {
    if (versions.length < 2) continue;
    const latest = await latestRow(hub, versions, readable, publisher);
    if (latest === undefined || isOpen(latest)) {
      chosen.set(id, latest ?? null);
      continue;
    }
    // An ended history stays ended, even if the revocation itself may not go out.
    const ended = new Set(versions.filter(({ revoked }) => revoked !== undefined).map(historyIdOf));
    const rest = versions.filter(
      (key) => isOpen(key) && (key.revoked !== undefined || !ended.has(historyIdOf(key))),
    );
    const open = await latestRow(hub, rest, readable, publisher);
    const isGone = latest.revoked !== undefined && open?.revoked === undefined;
    chosen.set(id, isGone ? null : (open ?? null));
  }
  return chosen;
};

/** Which of these rows the warning holds too, on other pages of its objects. */
const heldBy = async (
  hub: Deps,
  { summary, access }: Item,
  rows: readonly ObjectKey[],
): Promise<Set<string>> => {
  const possible = rows.filter(({ source }) => source === access.publisher);
  if (possible.length === 0) return new Set();
  const linked = new Set(
    (await hub.objects.linkedIn(summary.id, summary.version)).map((id) => id.toHexString()),
  );
  return new Set(
    possible
      .filter(
        (row) => linked.has(hexOf(row)) || (row.warning === summary.id && row.version === summary.version),
      )
      .map(hexOf),
  );
};
