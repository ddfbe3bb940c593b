// A reviewer decides whether two objects describe one entity. Only objects and evidence that the reviewer may read
// are used or shown. A ruling is about both names, or both ids where the names are equal, and holds for everybody
// until a reviewer rules otherwise. Each ruling is an entry in the record.

import { aliasesOf, entityKey, goesByAlias } from 'stix2-ts/entity';
import { type Partition, REAL_FIRST } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Event } from '../../domain/record/entry.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { EntityPairRow, Sides } from '../../store/entity/entity-pairs.ts';
import type { PairState } from '../../store/pairs.ts';
import { reviewPage } from '../duplicate/review-page.ts';
import { type ObjectDeps, readObjectsByIds } from '../object/read-objects.ts';
import type { VisibleObject } from '../object/visible-object.ts';
import { newEntry } from '../record/append-entry.ts';
import { pairIdOf, partitionOf, sidesOf } from '../ruling/pair-of-entities.ts';
import { type Evidence, evidenceFor, readEntities, type SeenEntity } from './read-entities.ts';

type Deps = ObjectDeps & Pick<Hub, 'entityPairs' | 'entries' | 'database' | 'entropy'>;

export type ObjectPair = Omit<Evidence, 'state'> & {
  readonly state: PairState;
  readonly objects: readonly [VisibleObject, VisibleObject];
};

export const listObjectProposals = (
  hub: Deps,
  actor: Actor,
  partition: Partition,
  first: number,
): Promise<Outcome<ObjectPair[]>> =>
  reviewPage(hub, actor, first, {
    read: (batch, after) => hub.entityPairs.proposed(partitionOf(partition), batch, after),
    seen: (rows) => proposedAmong(hub, actor, partition, rows),
    batch: 20,
    most: 1_000,
  });

const proposedAmong = async (
  hub: Deps,
  actor: Actor,
  partition: Partition,
  rows: readonly EntityPairRow[],
): Promise<ObjectPair[]> => {
  const keys = rows.flatMap(({ sides }) => sides);
  const entities = await readEntities(hub, actor, keys, partition);
  return rows.flatMap(({ sides }) => {
    const [one, other] = sides.map((key) => entities.get(key));
    const evidence = one === undefined || other === undefined ? null : evidenceFor(one, other);
    // Pairs that the names visible to this reader already join need no review.
    if (one === undefined || other === undefined || evidence?.state !== 'PROPOSED') return [];
    return [{ ...evidence, objects: [one.object, other.object] as const }];
  });
};

/** Two objects named by a reviewer, and the readable evidence that they are the same. */
type Named = {
  readonly objects: readonly [VisibleObject, VisibleObject];
  readonly sides: Sides;
  readonly exercise: string | null;
  readonly evidence: Evidence | null;
};

const readNamed = async (
  hub: Deps,
  actor: Actor,
  one: VisibleObject,
  other: VisibleObject,
): Promise<Named | null> => {
  const objects = [one, other] as const;
  const [first, second] = objects.map(({ object }) => entityKey(object));
  const { exercise } = one.through.content.access;
  const isSameTraffic = exercise === other.through.content.access.exercise;
  if (first == null || second == null || !goesByAlias(one.type) || one.id === other.id || !isSameTraffic)
    return null;
  const entities = await readEntities(hub, actor, [first, second], exercise);
  const as = (key: string, object: VisibleObject): SeenEntity => {
    const own = aliasesOf(object.object).map((alias) => [alias.key, alias.name] as const);
    const aliases = new Map([...(entities.get(key)?.aliases ?? []), ...own]);
    return { key, name: String(object.object['name']), aliases, object };
  };
  return {
    objects,
    // Two with one name are identified by their ids.
    sides: first === second ? sidesOf(one.id, other.id) : sidesOf(first, second),
    exercise,
    evidence: evidenceFor(as(first, one), as(second, other)),
  };
};

type Ruling = {
  readonly event: Event;
  readonly from: readonly PairState[];
  readonly to: 'ACCEPTED' | 'APART';
  readonly otherwise: () => Problem;
};

const linked = (): Problem =>
  problem(
    'DUPLICATE_LINKED',
    '$.other',
    'These two already count as one.',
    'Undo that with undoObjectMerge.',
  );

const ACCEPT: Ruling = {
  event: 'duplicate.accepted',
  // A reviewer who found two distinct may have erred: the pair is not proposed again, but can still be accepted.
  from: ['PROPOSED', 'LINKED', 'APART'],
  to: 'ACCEPTED',
  otherwise: linked,
};
const REJECT: Ruling = { event: 'duplicate.rejected', from: ['PROPOSED'], to: 'APART', otherwise: linked };
const UNDO: Ruling = {
  event: 'duplicate.undone',
  from: ['LINKED', 'ACCEPTED'],
  to: 'APART',
  otherwise: () =>
    problem(
      'DUPLICATE_NOT_LINKED',
      '$.other',
      'These two are proposed, and do not count as one: there is nothing to undo.',
      'Say that they differ with rejectObjectDuplicate.',
    ),
};

const unrelated = (): Problem =>
  problem(
    'DUPLICATE_UNRELATED',
    '$.other',
    'Nothing that you may read shows a name that these two share.',
    'If they are the same, publish one of them with a name of the other among its aliases.',
  );

/**
 * Whoever reads both objects sees from their sources that two are the same. That they are distinct is shown only
 * where something would join them.
 */
const stateOf = (known: PairState | undefined, evidence: Evidence | null): PairState | null =>
  known === 'ACCEPTED' || (known === 'APART' && evidence !== null) ? known : (evidence?.state ?? null);

/** Repeating a ruling changes nothing and is not refused. */
const rule = async (
  hub: Deps,
  actor: Actor,
  pair: { readonly one: string; readonly other: string },
  ruling: Ruling,
): Promise<Outcome<ObjectPair>> => {
  const found = await readObjectsByIds(hub, actor, [pair.one, pair.other], REAL_FIRST);
  const [one, other] = [found.get(pair.one), found.get(pair.other)];
  if (one === undefined) return notFound('$.one');
  if (other === undefined) return notFound('$.other');
  const permission = mayAct(actor, 'duplicate.review', null);
  if (!permission.allowed) return refused(permission.problem);
  const named = await readNamed(hub, actor, one, other);
  if (named === null) return refused(unrelated());
  const { sides, exercise, evidence, objects } = named;
  const row = { _id: pairIdOf(sides, partitionOf(exercise)), sides, exercise: partitionOf(exercise) };
  const state = await hub.database.transaction(async (session): Promise<PairState | null> => {
    const before = stateOf((await hub.entityPairs.byId(row._id, session))?.state, evidence);
    if (before === null) return null;
    if (!ruling.from.includes(before)) return before;
    const decided = { ...row, state: ruling.to, at: hub.clock.now(), decidedBy: actor.member.id };
    await hub.entityPairs.decide(decided, session);
    const subject = { pair: row._id, members: [actor.member.id] };
    await hub.entries.append([newEntry(hub, { event: ruling.event, subject, exercise })], session);
    return ruling.to;
  });
  if (state === null) return refused(unrelated());
  const { sharedNames, reasons } = evidence ?? { sharedNames: [], reasons: [] };
  return state === ruling.to
    ? accepted({ state, sharedNames, reasons, objects })
    : refused(ruling.otherwise());
};

type Two = { readonly one: string; readonly other: string };

export const acceptObjectDuplicate = (hub: Deps, actor: Actor, two: Two): Promise<Outcome<ObjectPair>> =>
  rule(hub, actor, two, ACCEPT);

export const rejectObjectDuplicate = (hub: Deps, actor: Actor, two: Two): Promise<Outcome<ObjectPair>> =>
  rule(hub, actor, two, REJECT);

export const undoObjectMerge = (hub: Deps, actor: Actor, two: Two): Promise<Outcome<ObjectPair>> =>
  rule(hub, actor, two, UNDO);
