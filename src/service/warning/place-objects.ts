// Which of a version's objects are new rows and which the same source has already. What exists is consulted only as far
// as the publisher may read it: a hidden twin is neither reported nor touched, the object is simply kept per source (I6).
import { createHash } from 'node:crypto';
import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf, isDated, isRevoked } from 'stix2-ts/version';
import { type Directory, ownerOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { ObjectId } from '../../store/connect.ts';
import type { ObjectKey, ObjectRow } from '../../store/objects.ts';
import { giveWay } from '../give-way.ts';
import type { MarksOf } from '../object/read-marks.ts';
import { type Line, linesOf, sameIn } from '../object/version/lines.ts';
import { judgeVersions, type Offered } from './judge-versions.ts';

/** A row to be, with the object that its body is made of at the very end: while the server takes in those before it. */
export type Fresh = { readonly row: Omit<ObjectRow, 'body'>; readonly object: StixObject };

export type Placement = {
  readonly fresh: readonly Fresh[];
  /** Rows of this source that hold the same object already. */
  readonly held: ObjectId[];
  readonly problems: readonly Problem[];
};

export type Places = {
  readonly warning: string;
  readonly version: number;
  readonly marksOf: MarksOf;
  readonly directory: Directory;
  /** Rows that have the ids of the bundle, asked for while it was validated. */
  readonly asked: { readonly ids: ReadonlySet<string>; readonly rows: Promise<readonly ObjectKey[]> };
  /** The JSON path of an object in the publisher's input, for problems. */
  readonly pathOf: (object: StixObject) => string;
};

const modifiedOf = (object: StixObject): string => {
  const modified = object['modified'];
  if (typeof modified === 'string') return modified;
  return `~${createHash('sha256').update(JSON.stringify(object)).digest('base64url').slice(0, 22)}`;
};

const PLACES_PER_SLICE = 250;

export const placeObjects = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'clock'>,
  actor: Actor,
  objects: readonly StixObject[],
  places: Places,
): Promise<Placement> => {
  const { directory, asked, pathOf } = places;
  const further = [...new Set(objects.map(({ id }) => id))].filter((id) => !asked.ids.has(id));
  const [early, late] = await Promise.all([
    asked.rows,
    further.length === 0 ? [] : hub.objects.keysBeside(actor.member.id, further),
  ]);
  const existing = [...early, ...late];
  const byId = new Map(
    [...Map.groupBy(existing, ({ stixId }) => stixId)].map(([id, rows]) => [id, linesOf(rows)]),
  );
  const fresh: Fresh[] = [];
  const held = new Map<string, ObjectId>();
  const offered: Offered[] = [];
  const counts = new Map<string, number>();
  const tooMany: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, object] of objects.entries()) {
    if (index % PLACES_PER_SLICE === PLACES_PER_SLICE - 1) await giveWay();
    const modified = modifiedOf(object);
    const key = `${object.id} ${modified}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const lines = byId.get(object.id);
    const owner = ownerOf(directory, object.id, creatorOf(object));
    if (lines !== undefined || (owner !== null && owner !== actor.member.id)) {
      offered.push({ object, modified, lines: lines ?? [], owner });
    }
    const line = lines?.find(({ source }) => source === actor.member.id);
    const own = line === undefined ? undefined : heldIn(line, modified);
    if (own !== undefined) {
      held.set(own._id.toHexString(), own._id);
      continue;
    }
    const ordinal = counts.get(object.id) ?? ordinalAfter(line);
    counts.set(object.id, ordinal + 1);
    if (ordinal >= MAX_VERSIONS) tooMany.push(tooManyVersions(object, pathOf(object)));
    fresh.push({ row: rowOf(object, actor.member.id, modified, ordinal, places), object });
  }
  const problems = await judgeVersions(hub, actor, offered, pathOf);
  return { fresh, held: [...held.values()], problems: [...problems, ...tooMany] };
};

const rowOf = (
  object: StixObject,
  source: string,
  modified: string,
  ordinal: number,
  { warning, version, marksOf, directory }: Places,
): Fresh['row'] => {
  const { tlp, validity } = marksOf(object);
  const isOwned = ownerOf(directory, object.id, creatorOf(object)) !== null;
  return {
    _id: new ObjectId(),
    stixId: object.id,
    modified,
    source,
    ordinal,
    type: object.type,
    warning,
    version,
    tlp,
    ...(validity === undefined ? {} : { validity }),
    ...(isRevoked(object) ? { revoked: isOwned ? 'OWNER' : 'SOURCE' } : {}),
  };
};

/** The very version among the rows of its source; what has no date is told by its digest. */
const heldIn = (line: Line, modified: string): ObjectKey | undefined =>
  isDated(modified) ? sameIn(line, modified)[0] : line.undated.get(modified);

/** What is written stands on the rows that it was judged by: whoever added one meanwhile has taken the ordinal. */
const ordinalAfter = (line: Line | undefined): number =>
  [...(line?.dated ?? []), ...(line?.undated.values() ?? [])].reduce(
    (next, row) => Math.max(next, row.ordinal + 1),
    0,
  );

/** A day's version each for a quarter of a century; all of them are read when the next is judged. */
const MAX_VERSIONS = 10_000;

const tooManyVersions = ({ id }: StixObject, path: string): Problem =>
  problem(
    'TOO_MANY_VERSIONS',
    path,
    `You have published ${MAX_VERSIONS} versions of ${id}, as many as one source may.`,
    'Publish a new object with an id of its own.',
  );
