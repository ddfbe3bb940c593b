// Which version of an object counts for a reader: the newest, in whatever order they arrived. What its owner revoked
// stays revoked. Where an object has no owner here, a revocation ends only the history of the source that sent it.
// What is hidden from the reader changes nothing (docs/decisions/0009).

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, latestOf, newestFirst } from 'stix2-ts/version';
import { ownerOf } from '../../../domain/directory.ts';
import type { Hub } from '../../../hub.ts';
import { type ObjectKey, textOf } from '../../../store/objects.ts';
import type { Through } from '../decided-rows.ts';
import { historiesOf } from './histories.ts';

export type Deps = Pick<Hub, 'objects' | 'directory'>;

export const hexOf = ({ _id }: Pick<ObjectKey, '_id'>): string => _id.toHexString();

/** Newest first. Sources with the same version are sorted by id, so that the order of arrival decides nothing. */
export const inOrder = (a: ObjectKey, b: ObjectKey): number =>
  newestFirst(a.modified, b.modified) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);

/**
 * Whose history a row belongs to, for its reader: its publisher's, or that of its warning alone where the publisher
 * is unnamed. If a revocation ended another assertion of an unnamed publisher, it would reveal that both have one
 * publisher.
 */
export const historyIdThrough = ({
  warning,
  content: { summary, access },
}: Pick<Through, 'warning' | 'content'>): string =>
  summary.publisher.id === access.publisher ? access.publisher : warning;

const earliest = (rows: readonly ObjectKey[]): ObjectKey | undefined =>
  rows.reduce<ObjectKey | undefined>(
    (first, row) => (first === undefined || hexOf(row) < hexOf(first) ? row : first),
    undefined,
  );

/** Limits: rows of one id whose creators are compared, and rows taken from each end of one source's history. */
const MAX_VERSIONS = 100;
const MAX_AT_AN_END = 10;

/** An owner's revocation decides alone; that of a source counts only where no other version is left. */
const weightOf = ({ revoked }: ObjectKey): number =>
  revoked === 'SOURCE' ? 2 : revoked === undefined ? 1 : 0;

/** The candidates of each source, taken in turns, so that a flood displaces only rows of its own source. */
const rivalsOf = (rows: readonly ObjectKey[]): readonly ObjectKey[] =>
  historiesOf(rows)
    .flatMap(({ dated, revocations }) => {
      const ends = [...revocations.slice(-MAX_AT_AN_END).toReversed(), ...dated.slice(0, MAX_AT_AN_END)];
      return [...new Set(ends)].map((row, turn) => ({ row, turn }));
    })
    .sort((a, b) => a.turn - b.turn || weightOf(a.row) - weightOf(b.row) || inOrder(a.row, b.row))
    .slice(0, MAX_VERSIONS)
    .map(({ row }) => row);

type History = {
  readonly rows: readonly ObjectKey[];
  /** Null where nothing depends on it. */
  readonly object: StixObject | null;
};

/**
 * The rows with the creator of the earliest row of this STIX id. Others cannot take an id over, even if they did not
 * know of the first. Within one source there is no such conflict.
 */
const creatorHistoryOf = async (hub: Deps, rows: readonly ObjectKey[]): Promise<History> => {
  const first = earliest(rows);
  const isOfOne = rows.every(({ source, revoked }) => source === first?.source && revoked !== true);
  if (first === undefined || isOfOne) return { rows, object: null };
  const asked = [...new Set([first, ...rivalsOf(rows)])];
  const bodies = await hub.objects.byIds(asked.map(({ _id }) => _id));
  const objects = new Map(bodies.map((row) => [hexOf(row), JSON.parse(textOf(row)) as StixObject]));
  const creator = (row: ObjectKey): string | null | undefined => {
    const object = objects.get(hexOf(row));
    return object === undefined ? undefined : creatorOf(object);
  };
  return {
    rows: asked.filter((row) => creator(row) === creator(first)),
    object: objects.get(hexOf(first)) ?? null,
  };
};

/**
 * The row that counts, of readable rows with one STIX id. Within `of` (the publisher of a warning) its own revocation
 * counts: no other source's version replaces what the publisher withdrew.
 */
export const latestRow = async (
  hub: Deps,
  rows: readonly ObjectKey[],
  readable: ReadonlyMap<string, Through>,
  of?: string,
): Promise<ObjectKey | undefined> => {
  if (rows.length < 2) return rows[0];
  const dated = rows.filter(({ modified }) => isDated(modified));
  if (dated.length === 0) return earliest(rows);
  const history = await creatorHistoryOf(hub, dated);
  const sorted = history.rows.toSorted(inOrder);
  const revocations = sorted.filter(({ revoked }) => revoked !== undefined);
  const historyIdOf = (row: ObjectKey): string => {
    const through = readable.get(hexOf(row));
    return through === undefined ? row.source : historyIdThrough(through);
  };
  const ended = new Set(revocations.map(historyIdOf));
  const isOwners = await ownersIn(hub, revocations, history.object);
  const counting = [
    revocations.filter(isOwners),
    revocations.filter((row) => historyIdOf(row) === of),
    sorted.filter((row) => !ended.has(historyIdOf(row))),
    revocations,
  ].find((some) => some.length > 0);
  return latestOf(
    (counting ?? []).map((row) => ({ row, modified: row.modified, isRevoked: row.revoked !== undefined })),
  )?.row;
};

/** Some stored rows do not say whether a revocation is the owner's; for those the current directory decides. */
const ownersIn = async (
  hub: Deps,
  revocations: readonly ObjectKey[],
  object: StixObject | null,
): Promise<(row: ObjectKey) => boolean> => {
  const isOwnerUnstated = object !== null && revocations.some(({ revoked }) => revoked === true);
  const owner = isOwnerUnstated ? ownerOf(await hub.directory.current(), object.id, creatorOf(object)) : null;
  return ({ revoked }) => revoked === 'OWNER' || (revoked === true && owner !== null);
};
