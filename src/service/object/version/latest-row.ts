// Which of an object's versions counts for a reader: the newest, whatever the order in which they came. What its owner
// revoked stays revoked. Of an object that belongs to nobody here a revocation ends the line of the source that told it and
// no other. What is hidden from the reader changes nothing (docs/decisions/0009).

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, latestOf, newestFirst } from 'stix2-ts/version';
import { ownerOf } from '../../../domain/directory.ts';
import type { Hub } from '../../../hub.ts';
import { type ObjectKey, textOf } from '../../../store/objects.ts';
import type { Through } from '../readable-rows.ts';
import { historiesOf } from './histories.ts';

export type Deps = Pick<Hub, 'objects' | 'directory'>;

export const hexOf = ({ _id }: Pick<ObjectKey, '_id'>): string => _id.toHexString();

/** Newest first; of one version that of the smaller source, so that the order of arrival decides nothing. */
export const inOrder = (a: ObjectKey, b: ObjectKey): number =>
  newestFirst(a.modified, b.modified) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);

/**
 * Whose word a thing is to its reader: its publisher's, or that of its warning alone where the publisher is not to be
 * named. That one revokes what another told would tell that both are of one publisher.
 */
export const lineThrough = ({
  warning,
  content: { summary, access },
}: Pick<Through, 'warning' | 'content'>): string =>
  summary.publisher.id === access.publisher ? access.publisher : warning;

const earliest = (rows: readonly ObjectKey[]): ObjectKey | undefined =>
  rows.reduce<ObjectKey | undefined>(
    (first, row) => (first === undefined || hexOf(row) < hexOf(first) ? row : first),
    undefined,
  );

/** Rows of one id whose creators are compared, and of these so many at each end of one source's line. */
const MAX_VERSIONS = 100;
const MAX_AT_AN_END = 10;

/** An owner's revocation decides alone, and one of a line only where no other is left. */
const weightOf = ({ revoked }: ObjectKey): number =>
  revoked === 'SOURCE' ? 2 : revoked === undefined ? 1 : 0;

/** What could count of each source, by turns: a flood takes the place of nobody's rows but of those of its own source. */
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
 * Of rows with one STIX id those of one creator: of who told it first among them. Others cannot take an id over, not even
 * where they knew nothing of the first. One source makes no such claim against itself.
 */
const lineOf = async (hub: Deps, rows: readonly ObjectKey[]): Promise<History> => {
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
 * Of rows with one STIX id, all of them readable, the one that counts. Among what the line `of` brought (the publisher of a
 * warning) its own revocation counts: what it does not stand by any more no other's word replaces.
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
  const history = await lineOf(hub, dated);
  const sorted = history.rows.toSorted(inOrder);
  const revocations = sorted.filter(({ revoked }) => revoked !== undefined);
  const lineIdOf = (row: ObjectKey): string => {
    const through = readable.get(hexOf(row));
    return through === undefined ? row.source : lineThrough(through);
  };
  const ended = new Set(revocations.map(lineIdOf));
  const isOwners = await ownersIn(hub, revocations, history.object);
  const counting = [
    revocations.filter(isOwners),
    revocations.filter((row) => lineIdOf(row) === of),
    sorted.filter((row) => !ended.has(lineIdOf(row))),
    revocations,
  ].find((some) => some.length > 0);
  return latestOf(
    (counting ?? []).map((row) => ({ row, modified: row.modified, isRevoked: row.revoked !== undefined })),
  )?.row;
};

/** Rows from before it was kept do not say whose revocation theirs is: there the directory does, as it is now. */
const ownersIn = async (
  hub: Deps,
  revocations: readonly ObjectKey[],
  object: StixObject | null,
): Promise<(row: ObjectKey) => boolean> => {
  const isUnasserted = object !== null && revocations.some(({ revoked }) => revoked === true);
  const owner = isUnasserted ? ownerOf(await hub.directory.current(), object.id, creatorOf(object)) : null;
  return ({ revoked }) => revoked === 'OWNER' || (revoked === true && owner !== null);
};
