// Decides which objects of a version are new rows and which the same source already has, under the same marking and with
// its publisher named or unnamed alike. Existing rows are considered only as far as the publisher may read them: a hidden
// duplicate is neither reported nor touched, and the object is stored for this source (I6).
import { createHash } from 'node:crypto';
import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isRevoked } from 'stix2-ts/version';
import type { AccessFacts } from '../../domain/access-facts.ts';
import { directorySeenBy, ownerOf } from '../../domain/directory.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ObjectId } from '../../store/connect.ts';
import { copiesOf } from '../../store/object/copies.ts';
import { isContainer } from '../../store/object/references.ts';
import type { ObjectKey, ObjectRow } from '../../store/objects.ts';
import type { Marks, MarksOf } from '../object/read-marks.ts';
import { type History, historiesOf, sameIn } from '../object/version/histories.ts';
import { isOfThirdParty, type Offered } from '../object/version/select-rows.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import type { VersionToMark } from './marking-of.ts';

/** An object of a version and its JSON path in the publisher's input; null for objects made by the hub. */
export type ToPlace = { readonly object: StixObject; readonly path: string | null };

/** A row to insert, with its object. The body is made last, while the server takes in the rows before it. */
export type Fresh = { readonly row: Omit<ObjectRow, 'body'>; readonly object: StixObject };

/**
 * A version of a third party's object that this source has told before. Its content may differ: the source passes on what
 * it got from one tool and then from another.
 */
type ToldAgain = {
  readonly offered: Offered;
  /** This source's rows of it, in whatever standing. */
  readonly rows: readonly ObjectKey[];
  /** Whether one of them is in the standing of the new version. */
  readonly isHere: (row: ObjectKey) => boolean;
  /** The row for it: with `twin` where its content is not the first that the source told. */
  readonly fresh: (twin: string | undefined) => Fresh;
};

export type Placement = {
  readonly fresh: readonly Fresh[];
  /** Rows of this source that hold the same object already. */
  readonly held: readonly ObjectId[];
  readonly toldAgain: readonly ToldAgain[];
  /** The publisher's objects that match existing rows or belong to another member, and so must be judged. */
  readonly offered: readonly Offered[];
  readonly problems: readonly Problem[];
};

const modifiedOf = (object: StixObject): string => {
  const modified = object['modified'];
  return typeof modified === 'string' ? modified : `~${digestOf(object)}`;
};

const digestOf = (object: StixObject): string =>
  createHash('sha256').update(JSON.stringify(object)).digest('base64url').slice(0, 22);

const PLACES_PER_SLICE = 250;

export type VersionToPlace = VersionToMark & { readonly access: AccessFacts };

/** What distinguishes the rows of one source that hold one version of an object. */
type Standing = Pick<ObjectRow, 'voice' | 'under'>;

const standingOf = ({ assertion, access }: VersionToPlace): Standing => ({
  ...(access.unnamed === undefined ? {} : { voice: assertion.id }),
  under: access.tlp,
});

/**
 * `existing` are the rows with the ids of these objects, whoever may read them. The references of fresh rows are filled in
 * by `placeReferences`, so that the placement can be judged while they are looked up.
 */
export const placeObjects = async (
  objects: readonly ToPlace[],
  existing: readonly ObjectKey[],
  version: VersionToPlace,
  marksOf: MarksOf,
): Promise<Placement> => {
  const source = version.assertion.publisher.id;
  const standing = standingOf(version);
  const isSame = (row: ObjectKey): boolean =>
    row.source === source && row.voice === standing.voice && row.under === standing.under;
  const rowsById = Map.groupBy(existing, ({ stixId }) => stixId);
  const directory = directorySeenBy(version.directory, source);
  const byId = new Map([...rowsById].map(([id, rows]) => [id, historiesOf(rows)]));
  const fresh: Fresh[] = [];
  const held = new Map<string, ObjectId>();
  const offered: Offered[] = [];
  const toldAgain: ToldAgain[] = [];
  const counts = new Map<string, number>();
  const tooMany: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, { object, path }] of objects.entries()) {
    if (index % PLACES_PER_SLICE === PLACES_PER_SLICE - 1) await yieldToEventLoop();
    const modified = modifiedOf(object);
    const key = `${object.id} ${modified}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const histories = byId.get(object.id);
    const owner = ownerOf(directory, object.id, creatorOf(object));
    const isOthers = owner !== null && owner !== source;
    const judged =
      path !== null && (histories !== undefined || isOthers)
        ? { object, modified, histories: histories ?? [], owner, path }
        : null;
    if (judged !== null) offered.push(judged);
    const history = histories?.find((each) => each.source === source);
    const freshRow = (twin?: string): Fresh => {
      const ordinal = counts.get(object.id) ?? ordinalAfter(history);
      counts.set(object.id, ordinal + 1);
      const isMany = path !== null && ordinal >= MAX_VERSIONS;
      if (isMany && versionsIn(history) + ordinal - ordinalAfter(history) >= MAX_VERSIONS)
        tooMany.push(tooManyVersions(object, path));
      const facts = { modified, ordinal, isOwned: owner !== null };
      const row = { ...rowOf(object, version, marksOf(object), facts), ...standing };
      return { row: twin === undefined ? row : { ...row, twin }, object };
    };
    const told = history === undefined ? [] : heldIn(history, modified);
    const first = told.find(isSame);
    if (told.length > 0 && judged !== null && isDated(modified) && isOfThirdParty(object, owner))
      toldAgain.push({ offered: judged, rows: told, isHere: isSame, fresh: freshRow });
    else if (first === undefined) fresh.push(freshRow());
    else held.set(first._id.toHexString(), first._id);
  }
  return { fresh, held: [...held.values()], toldAgain, offered, problems: tooMany };
};

/**
 * With what was told again: `rowWith` finds the first of some rows that has the content already. What has none here is a new
 * row beside the others, since nobody here can say which content of a third party's object is right. One content has one
 * `twin` in every standing: a reader of several is shown each content once.
 */
export const settled = (
  placement: Placement,
  rowWith: (offered: Offered, rows: readonly ObjectKey[]) => ObjectKey | undefined,
): Placement => {
  const held = [...placement.held];
  const fresh = [...placement.fresh];
  for (const again of placement.toldAgain) {
    const { offered, rows, isHere } = again;
    const row = rowWith(offered, rows.filter(isHere));
    const alike = row ?? rowWith(offered, rows);
    const twin = alike === undefined ? digestOf(offered.object) : alike.twin;
    if (row === undefined) fresh.push(again.fresh(twin));
    else held.push(row._id);
  }
  return { ...placement, fresh, held, toldAgain: [] };
};

/** `referencesOf` gives the stored text of an object's references. */
export const placeReferences = async (
  { fresh }: Placement,
  referencesOf: (object: StixObject) => string,
): Promise<void> => {
  for (const [index, { row, object }] of fresh.entries()) {
    if (index % PLACES_PER_SLICE === PLACES_PER_SLICE - 1) await yieldToEventLoop();
    row.references = referencesOf(object);
  }
};

type RowFacts = { readonly modified: string; readonly ordinal: number; readonly isOwned: boolean };

const rowOf = (
  object: StixObject,
  { assertion }: VersionToMark,
  { tlp, validity }: Marks,
  { modified, ordinal, isOwned }: RowFacts,
): Fresh['row'] => ({
  _id: new ObjectId(),
  stixId: object.id,
  modified,
  source: assertion.publisher.id,
  ordinal,
  type: object.type,
  warning: assertion.id,
  version: assertion.version,
  tlp,
  ...(validity === undefined ? {} : { validity }),
  ...(isRevoked(object) ? { revoked: isOwned ? 'OWNER' : 'SOURCE' } : {}),
  references: '',
  ...(isContainer(object.type) ? { copies: copiesOf(object.id) } : {}),
});

/** The exact version among the rows of its source; undated objects are identified by their digest. */
const heldIn = (history: History, modified: string): readonly ObjectKey[] =>
  isDated(modified) ? sameIn(history, modified) : history.undated.filter((row) => row.modified === modified);

/**
 * Ties the new row to the rows it was judged against: a concurrent writer takes the same ordinal, and one of the two
 * fails.
 */
const ordinalAfter = (history: History | undefined): number =>
  [...(history?.dated ?? []), ...(history?.undated ?? [])].reduce(
    (next, row) => Math.max(next, row.ordinal + 1),
    0,
  );

/** Not of rows: each unnamed warning holds rows of its own. */
const versionsIn = (history: History | undefined): number =>
  new Set([...(history?.dated ?? []), ...(history?.undated ?? [])].map(({ modified }) => modified)).size;

/** One version a day for a quarter of a century; all of them are read when the next is judged. */
const MAX_VERSIONS = 10_000;

const tooManyVersions = ({ id }: StixObject, path: string): Problem =>
  problem(
    'TOO_MANY_VERSIONS',
    path,
    `You have published ${MAX_VERSIONS} versions of ${id}, the most that one source may publish.`,
    'Publish a new object with a new id.',
  );
