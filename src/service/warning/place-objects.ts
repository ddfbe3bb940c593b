// Which of a version's objects are new rows and which the same source has already. What exists is consulted only as far
// as the publisher may read it: a hidden twin is neither reported nor touched, the object is simply kept per source (I6).
import { createHash } from 'node:crypto';
import type { Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { creatorOf, isRevoked, isSameVersion } from '../../stix/version.ts';
import { ObjectId } from '../../store/connect.ts';
import { bytesOf, type ObjectRow } from '../../store/objects.ts';
import type { MarksOf } from '../object/read-marks.ts';
import { judgeVersions, type Offered } from './judge-versions.ts';

export type Placement = {
  readonly fresh: ObjectRow[];
  /** Rows of this source that hold the same object already. */
  readonly held: ObjectId[];
  readonly problems: readonly Problem[];
  /** Texts of the fresh objects, for the record's commitment. */
  readonly texts: readonly string[];
};

export type Places = {
  readonly warning: string;
  readonly version: number;
  readonly marksOf: MarksOf;
  readonly directory: Directory;
  /** The JSON path of an object in the publisher's input, for problems. */
  readonly pathOf: (object: StixObject) => string;
};

const modifiedOf = (object: StixObject, text: string): string => {
  const modified = object['modified'];
  if (typeof modified === 'string') return modified;
  return `~${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
};

export const placeObjects = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'clock'>,
  actor: Actor,
  objects: readonly StixObject[],
  places: Places,
): Promise<Placement> => {
  const { warning, version, marksOf, directory, pathOf } = places;
  const existing = await hub.objects.keysOf([...new Set(objects.map(({ id }) => id))]);
  const byId = Map.groupBy(existing, ({ stixId }) => stixId);
  const fresh: ObjectRow[] = [];
  const texts: string[] = [];
  const held = new Map<string, ObjectId>();
  const offered: Offered[] = [];
  const seen = new Set<string>();
  for (const object of objects) {
    const text = JSON.stringify(object);
    const modified = modifiedOf(object, text);
    const key = `${object.id} ${modified}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const rows = byId.get(object.id);
    const owner = ownerOf(object, directory);
    if (rows !== undefined || (owner !== null && owner !== actor.member.id)) {
      offered.push({ object, modified, rows: rows ?? [], owner });
    }
    const own = rows?.find((row) => row.source === actor.member.id && isSameVersion(row.modified, modified));
    if (own !== undefined) {
      held.set(own._id.toHexString(), own._id);
      continue;
    }
    const { tlp, validity } = marksOf(object);
    texts.push(text);
    fresh.push({
      _id: new ObjectId(),
      stixId: object.id,
      modified,
      source: actor.member.id,
      type: object.type,
      warning,
      version,
      tlp,
      ...(validity === undefined ? {} : { validity }),
      ...(isRevoked(object) ? { revoked: true } : {}),
      body: bytesOf(text),
    });
  }
  const problems = await judgeVersions(hub, actor, offered, pathOf);
  return { fresh, held: [...held.values()], problems, texts };
};

/** The member whose object it is: its creator, or the member that an identity stands for. */
const ownerOf = (object: StixObject, { byIdentity }: Directory): string | null =>
  (byIdentity.get(creatorOf(object) ?? '') ?? byIdentity.get(object.id))?.id ?? null;
