// Which of a version's objects are new rows and which the same source has already. Consults only what the publisher may
// read: a hidden twin is neither reported nor touched, the object is simply kept per source (I6).
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { canonical } from '../../stix/canonical.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { ObjectId } from '../../store/connect.ts';
import { bytesOf, type ObjectKey, type ObjectRow, textOf } from '../../store/objects.ts';
import { readableRows } from '../object/readable-rows.ts';
import { ownTlp } from './compose-objects.ts';

export type Placement = {
  readonly fresh: ObjectRow[];
  /** Rows of this source that hold the same object already. */
  readonly held: ObjectId[];
  readonly problems: readonly Problem[];
  /** Texts of the fresh objects, for the record's commitment. */
  readonly texts: readonly string[];
};

type Target = { readonly warning: string; readonly version: number };

const modifiedOf = (object: StixObject, text: string): string => {
  const modified = object['modified'];
  if (typeof modified === 'string') return modified;
  return `~${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
};

/** `pathOf` gives the JSON path of an object in the publisher's input, for problems. */
export const placeObjects = async (
  hub: Pick<Hub, 'objects' | 'warnings'>,
  actor: Actor,
  objects: readonly StixObject[],
  definitions: ReadonlyMap<string, StixObject>,
  target: Target,
  pathOf: (id: string) => string,
): Promise<Placement> => {
  const existing = await hub.objects.keysOf([...new Set(objects.map(({ id }) => id))]);
  const byVersion = Map.groupBy(existing, ({ stixId, modified }) => `${stixId} ${modified}`);
  const fresh: ObjectRow[] = [];
  const texts: string[] = [];
  const held = new Map<string, ObjectId>();
  const contested: { object: StixObject; rivals: ObjectKey[] }[] = [];
  const seen = new Set<string>();
  for (const object of objects) {
    const text = JSON.stringify(object);
    const modified = modifiedOf(object, text);
    const key = `${object.id} ${modified}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const rivals = byVersion.get(key) ?? [];
    if (rivals.length > 0) contested.push({ object, rivals });
    const own = rivals.find(({ source }) => source === actor.member.id);
    if (own !== undefined) {
      held.set(key, own._id);
      continue;
    }
    texts.push(text);
    fresh.push({
      _id: new ObjectId(),
      stixId: object.id,
      modified,
      source: actor.member.id,
      type: object.type,
      ...target,
      tlp: ownTlp(object, definitions),
      body: bytesOf(text),
    });
  }
  const problems = contested.length === 0 ? [] : await conflictsOf(hub, actor, contested, pathOf);
  return { fresh, held: [...held.values()], problems, texts };
};

/** STIX 2.1 §3.6: the same (id, modified) is the same content for ever. Judged only against what may be read. */
const conflictsOf = async (
  hub: Pick<Hub, 'objects' | 'warnings'>,
  actor: Actor,
  contested: readonly { object: StixObject; rivals: ObjectKey[] }[],
  pathOf: (id: string) => string,
): Promise<Problem[]> => {
  const keys = contested.flatMap(({ rivals }) => rivals);
  // Its own rows a publisher may always be told of; whether it may read others' is worth asking only where there are any.
  const foreign = keys.filter(({ source }) => source !== actor.member.id);
  const readable = foreign.length === 0 ? new Map() : await readableRows(hub, actor, foreign);
  const bodies = new Map(
    (await hub.objects.byIds(keys.map(({ _id }) => _id))).map((row) => [row._id.toHexString(), row]),
  );
  return contested.flatMap(({ object, rivals }) => {
    const differs = rivals.some((rival) => {
      if (rival.source !== actor.member.id && !readable.has(rival._id.toHexString())) return false;
      const row = bodies.get(rival._id.toHexString());
      return row !== undefined && canonical(JSON.parse(textOf(row))) !== canonical(object);
    });
    return differs
      ? [
          problem(
            'OBJECT_CONFLICT',
            pathOf(object.id),
            `${object.id} exists at this modified with other content (STIX 2.1 §3.6).`,
            'Give the changed object a later modified, or a new id if you are not its creator.',
          ),
        ]
      : [];
  });
};
