// Reads an object's markings into domain terms: who may have it (TLP, IEP), while what is in force, and how it may be
// used. Nothing is decided here.

import type { ExchangePolicy } from 'stix2-ts/marking';
import { combineMarkings, readMarkings, tlpOfMarking } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import { type Handling, NO_HANDLING, type Permission, type PermittedActions } from '../../domain/handling.ts';
import type { EffectiveTlp, Validity } from '../../domain/marking.ts';

export type Marks = {
  /** Null when nothing marks it; UNKNOWN when a marking cannot be understood. */
  readonly tlp: EffectiveTlp | null;
  readonly validity?: Validity;
  readonly handling: Handling;
  readonly statements: readonly string[];
};

export type MarksOf = (object: StixObject) => Marks;

export const NO_MARKS: Marks = { tlp: null, handling: NO_HANDLING, statements: [] };

/**
 * A reader of markings as of now: a validity that has begun keeps only its end. A translation contains the text of
 * the object it translates, so that object's markings, where it is among those given, apply too.
 */
export const openMarks = (
  definitions: ReadonlyMap<string, StixObject>,
  nowMs: number,
  objects: readonly StixObject[] = [],
): MarksOf => {
  const translatedBy = openTranslated(objects);
  const alone = new Map<string, Marks>();
  const held = new WeakMap<StixObject, Marks>();
  const read = (object: StixObject): Marks => {
    const marks = held.get(object) ?? marksOf([object, ...translatedBy(object)], definitions, nowMs);
    held.set(object, marks);
    return marks;
  };
  return (object) => {
    const references = object['object_marking_refs'];
    const isMore = object['granular_markings'] !== undefined || object['labels'] !== undefined;
    if (isMore || object.type === 'language-content') return read(object);
    if (references === undefined) return NO_MARKS;
    if (!Array.isArray(references)) return read(object);
    // The objects of a large bundle usually share one or two markings.
    const key = references.join(' ');
    const known = alone.get(key) ?? (references.length === 1 ? ofTlp(references[0]) : null) ?? read(object);
    alone.set(key, known);
    return known;
  };
};

const ofTlp = (id: string): Marks | null => {
  const tlp = tlpOfMarking(id);
  return tlp === null ? null : { ...NO_MARKS, tlp };
};

/** All given versions of the object that a language-content refers to, since it need not say which one it means. */
const openTranslated = (objects: readonly StixObject[]): ((object: StixObject) => readonly StixObject[]) => {
  const wanted = new Set(
    objects.flatMap((object) => (object.type === 'language-content' ? [object['object_ref']] : [])),
  );
  const byId = Map.groupBy(
    objects.filter(({ id }) => wanted.has(id)),
    ({ id }) => id,
  );
  return (object) =>
    object.type === 'language-content' ? (byId.get(String(object['object_ref'])) ?? []) : [];
};

const marksOf = (
  objects: readonly StixObject[],
  definitions: ReadonlyMap<string, StixObject>,
  nowMs: number,
): Marks => {
  const { tlp, policy, pap, statements, unknown } = objects
    .map((object) => readMarkings(object, definitions))
    .reduce(combineMarkings);
  const handling =
    policy === null && pap === null
      ? NO_HANDLING
      : policy === null
        ? { ...NO_HANDLING, pap }
        : { ...handlingOf(policy, nowMs), pap };
  const validity = policy === null ? undefined : validityOf(policy, nowMs);
  // What has ended does not come back into force.
  const isOver = validity !== undefined && validity.untilMs !== null && validity.untilMs <= nowMs;
  return {
    tlp: unknown.length > 0 || isOver ? 'UNKNOWN' : tlp,
    ...(validity === undefined ? {} : { validity }),
    handling,
    statements,
  };
};

const inCapitals = (word: string): string => word.toUpperCase().replaceAll('-', '_');

const handlingOf = (policy: ExchangePolicy, nowMs: number): Handling => ({
  ...NO_HANDLING,
  permittedActions: inCapitals(policy.permittedActions) as PermittedActions,
  encryptInTransit: inCapitals(policy.encryptInTransit) as Permission,
  affectedPartyNotifications: inCapitals(policy.affectedPartyNotifications) as Permission,
  providerAttribution: inCapitals(policy.providerAttribution) as Permission,
  unmodifiedResale: inCapitals(policy.unmodifiedResale) as Permission,
  from: instantMs(policy.from, Math.ceil) > nowMs ? isoOf(instantMs(policy.from, Math.ceil)) : null,
  until: policy.until === null ? null : isoOf(instantMs(policy.until, Math.floor)),
});

const validityOf = ({ from, until }: ExchangePolicy, nowMs: number): Validity | undefined => {
  const fromMs = instantMs(from, Math.ceil);
  const untilMs = until === null ? null : instantMs(until, Math.floor);
  if (fromMs <= nowMs && untilMs === null) return undefined;
  return { fromMs: fromMs <= nowMs ? null : fromMs, untilMs };
};

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** Milliseconds of a STIX timestamp, which may have more digits and leap seconds. Starts are rounded up, ends down. */
const instantMs = (timestamp: string, round: (ms: number) => number): number =>
  Date.parse(`${timestamp.slice(0, 16)}:00Z`) + round(Number(timestamp.slice(17, -1)) * 1_000);
