// Which ids the objects of a version hold, and which of those must be withheld from readers who may not read what they
// stand for: those that the publisher itself may read (I30). Found once, while the bundle is validated; an id that the
// publisher may not read is its own words, so that nobody learns whether it exists by naming it.

import { identifiersIn } from 'stix2-ts/references';
import { isStixObject, type StixObject } from 'stix2-ts/stix-object';
import { isSameVersion } from 'stix2-ts/version';
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Directory } from '../../domain/directory.ts';
import { REAL_FIRST } from '../../domain/exercise/partition.ts';
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { referencesIn, storedReferences } from '../../store/object/references.ts';
import { type ObjectKey, textOf } from '../../store/objects.ts';
import { isKnownToAll } from '../object/reference/known-to-all.ts';
import { seenRows } from '../object/seen-rows.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';

export type Mentions = {
  readonly idsOf: (object: StixObject) => readonly string[];
  /** Every id that is mentioned. */
  readonly all: ReadonlySet<string>;
};

const OBJECTS_PER_SLICE = 250;

/** Of a bundle that is not validated yet; none where it is too large to be accepted. */
export const mentionsIn = async (
  bundle: unknown,
  maxObjects: number,
  directory: Directory,
): Promise<Mentions> => {
  const held = new WeakMap<StixObject, readonly string[]>();
  const all = new Set<string>();
  const idsOf = (object: StixObject): readonly string[] => {
    const known = held.get(object);
    if (known !== undefined) return known;
    const ids = identifiersIn(object).filter((id) => !isKnownToAll(directory, id));
    held.set(object, ids);
    return ids;
  };
  const objects = (bundle as { readonly objects?: unknown } | null)?.objects;
  if (!Array.isArray(objects) || objects.length > maxObjects) return { idsOf, all };
  for (const [index, object] of objects.entries()) {
    if (index % OBJECTS_PER_SLICE === OBJECTS_PER_SLICE - 1) await yieldToEventLoop();
    if (isStixObject(object)) for (const id of idsOf(object)) all.add(id);
  }
  return { idsOf, all };
};

/** More ids than this are not looked up, and are withheld as if the publisher could read them. */
const MAX_LOOKED_UP = 20_000;

export type Beyond = {
  /** Ids that are mentioned and not part of the version. */
  readonly ids: readonly string[];
  /** Ids to withhold without a look. */
  readonly unasked: readonly string[];
};

export const beyondOf = ({ all }: Mentions, ids: ReadonlySet<string>): Beyond => {
  const beyond = [...all].filter((id) => !ids.has(id));
  return { ids: beyond.slice(0, MAX_LOOKED_UP), unasked: beyond.slice(MAX_LOOKED_UP) };
};

/** Of the ids that the publisher may read: by what their rows are open. */
export type Readable = ReadonlyMap<string, readonly OpenRow[]>;

type OpenRow = { readonly row: ObjectKey; readonly through: readonly AccessFacts[] };

/**
 * The ids of which the publisher may read an object, in whatever traffic. The queries are the same whatever is hidden.
 * `rows` are all rows with these ids.
 */
export const readableIds = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'clock' | 'directory'>,
  actor: Actor,
  rows: readonly ObjectKey[],
): Promise<Readable> => {
  const seen = await seenRows(hub, actor, rows, REAL_FIRST);
  const seenOf = ({ _id }: ObjectKey) => seen.get(_id.toHexString());
  const unsure = rows.filter((row) => seenOf(row)?.isSure === false);
  const bodies = unsure.length === 0 ? [] : await hub.objects.byIds(unsure.map(({ _id }) => _id));
  const texts = new Map(bodies.map((row) => [row._id.toHexString(), textOf(row)]));
  // What the publisher published itself it knows, even if it withdrew it.
  const isRead = (row: ObjectKey): boolean =>
    row.source === actor.member.id ||
    seenOf(row)?.isSeen(() => texts.get(row._id.toHexString()) ?? '') === true;
  const open = rows.filter(isRead).map((row) => ({ row, through: seenOf(row)?.through ?? [] }));
  return Map.groupBy(open, ({ row }) => row.stixId);
};

/** Whether each reader of a version with these access facts may surely read what is open so. */
export const isOpenToReaders = (access: AccessFacts, rows: readonly OpenRow[]): boolean =>
  rows.some(({ row: { tlp, validity, references }, through }) => {
    if (validity !== undefined || references !== '|') return false;
    return through.some((other) => {
      if (other.unnamed !== undefined || other.validity !== undefined) return false;
      const marking = strictest(other.tlp, tlp ?? other.tlp);
      if (isForAll(other)) return isAtMost(marking, access.tlp === 'CLEAR' ? 'CLEAR' : 'AMBER+STRICT');
      return isSameAudience(other, access) && isAtMost(marking, access.tlp);
    });
  });

const isForAll = ({ audience: { alternatives, excludes } }: AccessFacts): boolean =>
  excludes.length === 0 && alternatives.some((each) => Object.keys(each).length === 0);

const isSameAudience = (one: AccessFacts, other: AccessFacts): boolean =>
  one.publisher === other.publisher &&
  JSON.stringify([one.audience, one.cascade]) === JSON.stringify([other.audience, other.cascade]);

/**
 * Whether a row of this source that may hold the object lists an id. The row was written with an earlier version, when its
 * publisher could perhaps read more than now.
 */
export const listedIn = (
  rows: readonly ObjectKey[],
  source: string,
): ((object: StixObject, id: string) => boolean) => {
  const own = Map.groupBy(
    rows.filter((row) => row.source === source),
    ({ stixId }) => stixId,
  );
  const known = new Map<StixObject, ReadonlySet<string> | 'EVERY'>();
  const listedOf = (object: StixObject): ReadonlySet<string> | 'EVERY' => {
    const modified = object['modified'];
    const holding = (own.get(object.id) ?? []).filter(
      (row) => typeof modified !== 'string' || isSameVersion(row.modified, modified),
    );
    if (holding.some(({ references }) => references === undefined)) return 'EVERY';
    return new Set(
      holding
        .map(({ references }) => referencesIn(references ?? '|'))
        .flatMap(({ within, beyond }) => [...within, ...beyond].map(({ id }) => id)),
    );
  };
  return (object, id) => {
    if (!own.has(object.id)) return false;
    const listed = known.get(object) ?? listedOf(object);
    known.set(object, listed);
    return listed === 'EVERY' || listed.has(id);
  };
};

export type VersionReferences = {
  /** Whether each reader of the version may read the object, its references included. */
  readonly isOpen: (object: StixObject) => boolean;
  /**
   * The stored text of an object's references; `made` are ids of the version that the hub made, open to each reader. As
   * within it lists only what no act elsewhere can ever withhold.
   */
  readonly textOf: (object: StixObject, made: ReadonlySet<string>) => string;
};

type Facts = {
  readonly mentions: Mentions;
  readonly isListed: (id: string) => boolean;
  /** Whether a row that holds the object already lists the id, whatever the publisher may read now. */
  readonly isListedBefore: (object: StixObject, id: string) => boolean;
  /** Of a listed id that is not of the version: whether each reader may now surely read what it stands for. */
  readonly isOpenBeyond: (id: string) => boolean;
  /** By its marking alone. */
  readonly isOpen: (object: StixObject) => boolean;
};

/** `objects` are those of the publisher. */
export const referencesOf = (
  objects: readonly StixObject[],
  { mentions: { idsOf }, isListed, isListedBefore, isOpenBeyond, isOpen }: Facts,
): VersionReferences => {
  const isLimiting = (id: string): boolean => isListed(id) && !isOpenBeyond(id);
  const open = openAmong(objects, idsOf, { isLimiting, isOpen });
  // What stands elsewhere may be withheld later, and with it what refers to it: its own id must then stay in as well.
  const lasting = openAmong(objects, idsOf, {
    isLimiting: (id, object) => isListed(id) || isListedBefore(object, id),
    isOpen: (object) => open.has(object),
  });
  const lastingIds = new Set([...lasting].map(({ id }) => id));
  return {
    isOpen: (object) => open.has(object),
    textOf: (object, made) =>
      storedReferences(object, {
        ids: idsOf(object),
        isListed: (id) => made.has(id) || isListed(id),
        isWithin: (id) => made.has(id) || lastingIds.has(id),
      }),
  };
};

/** The largest set of open objects that refer to each other alone. */
const openAmong = (
  objects: readonly StixObject[],
  idsOf: Mentions['idsOf'],
  {
    isLimiting,
    isOpen,
  }: { readonly isLimiting: (id: string, object: StixObject) => boolean } & Pick<Facts, 'isOpen'>,
): Set<StixObject> => {
  const open = new Set(objects.filter(isOpen));
  const versions = new Map<string, number>();
  for (const { id } of open) versions.set(id, (versions.get(id) ?? 0) + 1);
  const closed = [...open].filter((object) =>
    idsOf(object).some((id) => !versions.has(id) && isLimiting(id, object)),
  );
  // Most bundles refer to nothing that is closed.
  if (closed.length === 0) return open;
  const mentionedBy = new Map<string, StixObject[]>();
  for (const object of open) {
    for (const id of idsOf(object)) {
      const others = mentionedBy.get(id);
      if (others === undefined) mentionedBy.set(id, [object]);
      else others.push(object);
    }
  }
  for (let object = closed.pop(); object !== undefined; object = closed.pop()) {
    if (!open.delete(object)) continue;
    const left = (versions.get(object.id) ?? 1) - 1;
    versions.set(object.id, left);
    if (left === 0) closed.push(...(mentionedBy.get(object.id) ?? []));
  }
  return open;
};
