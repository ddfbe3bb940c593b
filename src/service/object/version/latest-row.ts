// Which version of an object counts for a reader: the newest, in whatever order they arrived. What its owner revoked
// stays revoked. Where an object has no owner here, a revocation ends only the history of the source that sent it.
// What is hidden from the reader changes nothing (docs/decisions/0009).

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isSameContent, isSameVersion, latestOf, newestFirst } from 'stix2-ts/version';
import { ownerOf } from '../../../domain/directory.ts';
import { rankOf, strictest } from '../../../domain/marking.ts';
import type { Hub } from '../../../hub.ts';
import { voiceOf } from '../../../store/object/row.ts';
import { type ObjectKey, textOf } from '../../../store/objects.ts';
import type { Through } from '../decided-rows.ts';
import { visibleObject } from '../visible-object.ts';
import { historiesOf } from './histories.ts';

export type Deps = Pick<Hub, 'objects' | 'directory' | 'feed'>;

export const hexOf = ({ _id }: Pick<ObjectKey, '_id'>): string => _id.toHexString();

/**
 * Newest first, for one reader. Of one version the least strict comes first, since the reader may pass that on furthest;
 * then whose assertion it is to that reader decides, so that the order of arrival and an unnamed publisher never do.
 */
export const orderFor =
  (readable: ReadonlyMap<string, Through>) =>
  (a: ObjectKey, b: ObjectKey): number => {
    const [one, other] = [readable.get(hexOf(a)), readable.get(hexOf(b))];
    return (
      newestFirst(a.modified, b.modified) ||
      strictnessOf(a, one) - strictnessOf(b, other) ||
      inAlphabet(speakerOf(a, one), speakerOf(b, other)) ||
      inAlphabet(hexOf(a), hexOf(b))
    );
  };

const inAlphabet = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const strictnessOf = (row: ObjectKey, through: Through | undefined): number =>
  rankOf(strictest(row.tlp ?? 'CLEAR', through?.content.access.tlp ?? 'UNKNOWN'));

/** Whose assertion a row is to its reader; one that is not readable stays with what is stored. */
const speakerOf = (row: ObjectKey, through: Through | undefined): string =>
  through === undefined ? voiceOf(row) : historyIdThrough(through);

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

type Readable = ReadonlyMap<string, Through>;

/** The candidates of each source, taken in turns, so that a flood displaces only rows of its own source. */
const rivalsOf = (rows: readonly ObjectKey[], readable: Readable): readonly ObjectKey[] => {
  const inOrder = orderFor(readable);
  return historiesOf(rows, (row) => speakerOf(row, readable.get(hexOf(row))))
    .flatMap(({ dated, revocations }) => {
      const ends = [...revocations.slice(-MAX_AT_AN_END).toReversed(), ...dated.slice(0, MAX_AT_AN_END)];
      return [...new Set(ends)].map((row, turn) => ({ row, turn }));
    })
    .sort((a, b) => a.turn - b.turn || weightOf(a.row) - weightOf(b.row) || inOrder(a.row, b.row))
    .slice(0, MAX_VERSIONS)
    .map(({ row }) => row);
};

type History = {
  readonly rows: readonly ObjectKey[];
  /** Null where nothing depends on it. */
  readonly object: StixObject | null;
};

/**
 * The rows with the creator of the earliest row of this STIX id. Others cannot take an id over, even if they did not
 * know of the first. Within one source there is no such conflict.
 */
const creatorHistoryOf = async (
  hub: Deps,
  rows: readonly ObjectKey[],
  readable: Readable,
): Promise<History> => {
  const first = earliest(rows);
  if (first === undefined) return { rows, object: null };
  const speaker = (row: ObjectKey): string => speakerOf(row, readable.get(hexOf(row)));
  const isOfOne = rows.every((row) => speaker(row) === speaker(first) && row.revoked !== true);
  if (isOfOne) return { rows, object: null };
  const asked = [...new Set([first, ...rivalsOf(rows, readable)])];
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
  readable: Readable,
  of?: string,
): Promise<ObjectKey | undefined> => {
  if (rows.length < 2) return rows[0];
  const dated = rows.filter(({ modified }) => isDated(modified));
  const inOrder = orderFor(readable);
  if (dated.length === 0) return leastStrict(rows, inOrder);
  const history = await creatorHistoryOf(hub, dated, readable);
  const sorted = history.rows.toSorted(inOrder);
  const revocations = sorted.filter(({ revoked }) => revoked !== undefined);
  const historyIdOf = (row: ObjectKey): string => speakerOf(row, readable.get(hexOf(row)));
  const ended = new Set(revocations.map(historyIdOf));
  const isOwners = await ownersIn(hub, revocations, history.object);
  const counting = [
    revocations.filter(isOwners),
    revocations.filter((row) => historyIdOf(row) === of),
    sorted.filter((row) => !ended.has(historyIdOf(row))),
    revocations,
  ].find((some) => some.length > 0);
  const latest = latestOf(
    (counting ?? []).map((row) => ({ row, modified: row.modified, isRevoked: row.revoked !== undefined })),
  )?.row;
  if (latest === undefined) return undefined;
  const told = (counting ?? []).filter(
    (row) => isSameVersion(row.modified, latest.modified) && isRevocation(row) === isRevocation(latest),
  );
  return told.length < 2 ? latest : toldFirst(hub, told, { readable, inOrder, latest });
};

const isRevocation = ({ revoked }: ObjectKey): boolean => revoked !== undefined;

type Telling = {
  readonly readable: Readable;
  readonly inOrder: (a: ObjectKey, b: ObjectKey) => number;
  /** What counts where all tell the same. */
  readonly latest: ObjectKey;
};

/**
 * Of rows that tell one version with different contents, the content that its owner tells, else that of the warning that
 * was numbered first among those the reader may read; and of that content the row that comes first in order.
 */
const toldFirst = async (
  hub: Deps,
  told: readonly ObjectKey[],
  { readable, inOrder, latest }: Telling,
): Promise<ObjectKey> => {
  const bodies = await hub.objects.byIds(told.map(({ _id }) => _id));
  // Of a copy the reader knows no more than the copy.
  const objects = new Map(
    bodies.flatMap((row) => {
      const through = readable.get(hexOf(row));
      return through === undefined ? [] : [[hexOf(row), visibleObject(row, through).object] as const];
    }),
  );
  const isAs = (row: ObjectKey, other: ObjectKey): boolean =>
    isSameContent(objects.get(hexOf(row)), objects.get(hexOf(other)));
  if (told.every((row) => isAs(row, latest))) return latest;
  const warningOf = (row: ObjectKey): string => readable.get(hexOf(row))?.warning ?? row.warning;
  const numbers = await hub.feed.firstNumbers([...new Set(told.map(warningOf))]);
  const object = objects.get(hexOf(latest));
  const owner =
    object === undefined ? null : ownerOf(await hub.directory.current(), object.id, creatorOf(object));
  const rankOfTelling = (row: ObjectKey): number =>
    owner !== null && speakerOf(row, readable.get(hexOf(row))) === owner
      ? -1
      : (numbers.get(warningOf(row)) ?? Number.MAX_SAFE_INTEGER);
  const first = told.reduce((one, other) => {
    const order = rankOfTelling(one) - rankOfTelling(other) || inOrder(one, other);
    return order <= 0 ? one : other;
  });
  return told.filter((row) => isAs(row, first)).sort(inOrder)[0] ?? first;
};

/** Of undated rows the content of the earliest, as it is most openly told. */
const leastStrict = (
  rows: readonly ObjectKey[],
  inOrder: (a: ObjectKey, b: ObjectKey) => number,
): ObjectKey | undefined => {
  const first = earliest(rows);
  return rows.filter(({ modified }) => modified === first?.modified).sort(inOrder)[0];
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
