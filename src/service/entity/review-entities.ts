// A reviewer decides whether two objects describe one entity. Only objects and evidence that the reviewer may read
// are used or shown. A ruling is about both names, or both ids where the names are equal, and holds for the assertions
// that the reviewer can read. Its maker may reverse it, or a manager of the maker's member, and nobody else. Each ruling
// is an entry in the record.

import { aliasesOf, entityKey, goesByAlias } from 'stix2-ts/entity';
import { type Partition, REAL_FIRST } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Event } from '../../domain/record/entry.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { makerOf, mayReverse } from '../../policy/ruling.ts';
import type { Session } from '../../store/connect.ts';
import type { EntityPairRow, Sides } from '../../store/entity/entity-pairs.ts';
import type { PairState } from '../../store/pairs.ts';
import { type ReviewPage, type ReviewRequest, reviewPage } from '../duplicate/review-page.ts';
import { type ObjectDeps, readObjectsByIds } from '../object/read-objects.ts';
import { readableRows } from '../object/read-rows.ts';
import type { VisibleObject } from '../object/visible-object.ts';
import { newEntry } from '../record/append-entry.ts';
import { pairIdOf, partitionOf, sidesOf } from '../ruling/pair-of-entities.ts';
import { type AssertedObject, assertionKey, type Rulings, rulingsAmong } from '../ruling/read-rulings.ts';
import { rulingOfAnother } from '../ruling/ruling-of-another.ts';
import { type Evidence, evidenceFor, readEntities } from './read-entities.ts';

type Deps = ObjectDeps & Pick<Hub, 'entityPairs' | 'entries' | 'database' | 'entropy' | 'storage'>;

export type ObjectPair = Omit<Evidence, 'state'> & {
  readonly state: PairState;
  readonly objects: readonly [VisibleObject, VisibleObject];
};

export const listObjectProposals = (
  hub: Deps,
  actor: Actor,
  request: ReviewRequest,
): Promise<Outcome<ReviewPage<ObjectPair>>> =>
  reviewPage(hub, actor, request, {
    type: 'object-duplicate',
    read: (batch, after) => hub.entityPairs.proposed(partitionOf(request.partition), batch, after),
    seen: async (rows) => new Map(await proposedAmong(hub, actor, request.partition, rows)),
    batch: 20,
    most: 400,
  });

const proposedAmong = async (
  hub: Deps,
  actor: Actor,
  partition: Partition,
  rows: readonly EntityPairRow[],
): Promise<(readonly [string, ObjectPair])[]> => {
  const keys = rows.flatMap(({ sides }) => sides);
  const entities = await readEntities(hub, actor, keys, partition);
  const rulings = rulingsAmong(
    await hub.entityPairs.ruledOn([...entities.keys()], partitionOf(partition)),
    keys,
  );
  return rows.flatMap(({ _id, sides }) => {
    const [one, other] = sides.map((key) => entities.get(key));
    const evidence = one === undefined || other === undefined ? null : evidenceFor(one, other);
    // Pairs that the names visible to this reader already join need no review.
    if (one === undefined || other === undefined || evidence?.state !== 'PROPOSED') return [];
    const of = ({ assertions, object }: typeof one) =>
      assertions.filter(({ stixId }) => stixId === object.id);
    if (verdictOn(rulings, of(one), of(other)) !== undefined) return [];
    return [[_id, { ...evidence, objects: [one.object, other.object] as const }] as const];
  });
};

/** On two objects: the ruling on any of their assertions. */
const verdictOn = (rulings: Rulings, one: readonly AssertedObject[], other: readonly AssertedObject[]) =>
  one.flatMap((a) => other.flatMap((b) => rulings.verdictOn(a, b) ?? []))[0];

/** Two objects named by a reviewer, and the readable evidence that they are the same. */
type Named = {
  readonly objects: readonly [VisibleObject, VisibleObject];
  readonly sides: Sides;
  readonly exercise: string | null;
  readonly evidence: Evidence | null;
  /** Those of each object itself. */
  readonly asserted: readonly [readonly AssertedObject[], readonly AssertedObject[]];
  /** Keys of all assertions that a ruling would hold for. */
  readonly covered: readonly string[];
};

const readNamed = async (
  hub: Deps,
  actor: Actor,
  one: VisibleObject,
  other: VisibleObject,
): Promise<Named | null> => {
  const [first, second] = [one, other].map(({ object }) => entityKey(object));
  const { exercise } = one.through.content.access;
  const isSameTraffic = exercise === other.through.content.access.exercise;
  if (first == null || second == null || !goesByAlias(one.type) || one.id === other.id || !isSameTraffic)
    return null;
  const entities = await readEntities(hub, actor, [first, second], exercise);
  const as = (key: string, object: VisibleObject) => {
    const own = aliasesOf(object.object).map((alias) => [alias.key, alias.name] as const);
    const aliases = new Map([...(entities.get(key)?.aliases ?? []), ...own]);
    return { key, name: String(object.object['name']), aliases };
  };
  const asserted = await assertedOf(hub, actor, [one, other], [first, second]);
  // Two with one name are identified by their ids, and so are their assertions.
  const isOneName = first === second;
  const named = isOneName ? [] : [first, second].flatMap((key) => entities.get(key)?.assertions ?? []);
  return {
    objects: [one, other],
    sides: isOneName ? sidesOf(one.id, other.id) : sidesOf(first, second),
    exercise,
    evidence: evidenceFor(as(first, one), as(second, other)),
    asserted,
    covered: [...new Set([...asserted.flat(), ...named].map(({ key }) => key))],
  };
};

/** The assertions of two objects that the reviewer may read. */
const assertedOf = async (
  hub: Deps,
  actor: Actor,
  objects: readonly [VisibleObject, VisibleObject],
  entities: readonly [string, string],
): Promise<Named['asserted']> => {
  const keys = await hub.objects.keysOf(objects.map(({ id }) => id));
  const { exercise } = objects[0].through.content.access;
  const readable = await readableRows(hub, actor, keys, exercise);
  const of = (index: 0 | 1): AssertedObject[] =>
    keys.flatMap(({ _id, stixId }) => {
      const through = readable.get(_id.toHexString());
      if (stixId !== objects[index].id || through === undefined) return [];
      return [{ stixId, entity: entities[index], key: assertionKey(stixId, through) }];
    });
  return [of(0), of(1)];
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

type Ruled = { readonly state: PairState | null; readonly problem?: Problem };

/** Repeating a ruling is not refused; it then also holds for what its maker can read by now. */
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
  await hub.storage.require('WORK');
  const { evidence, objects } = named;
  const ruled = await hub.database.transaction((session) =>
    ruleWithin(hub, actor, { named, ruling }, session),
  );
  if (ruled.problem !== undefined) return refused(ruled.problem);
  if (ruled.state === null) return refused(unrelated());
  const { sharedNames, reasons } = evidence ?? { sharedNames: [], reasons: [] };
  return accepted({ state: ruled.state, sharedNames, reasons, objects });
};

const ruleWithin = async (
  hub: Deps,
  actor: Actor,
  { named, ruling }: { readonly named: Named; readonly ruling: Ruling },
  session: Session,
): Promise<Ruled> => {
  const { sides, exercise, evidence, asserted } = named;
  const rows = await hub.entityPairs.rulingsOn(sides, partitionOf(exercise), session);
  const standing = firstOn(rows, asserted);
  const before = stateOf(standing?.state, evidence);
  if (before === null) return { state: null };
  const own = rows.find(({ decidedBy }) => decidedBy === actor.member.id);
  if (before === ruling.to) {
    // The member's own word may be another one, which an earlier ruling goes before.
    if (own !== undefined && own.state !== ruling.to) return { state: before };
  } else {
    if (!ruling.from.includes(before)) return { state: before, problem: ruling.otherwise() };
    const isOthers = standing !== undefined && standing !== own;
    const isReversed = own !== undefined && own.state !== ruling.to;
    if (isOthers || (isReversed && !mayReverse(actor, own)))
      return { state: before, problem: rulingOfAnother('$.other') };
  }
  // Of two rulings the earlier counts, so no two may be made at one moment.
  const lastMs = Math.max(0, ...rows.map(({ at }) => at.getTime()));
  const at = new Date(Math.max(hub.clock.now().getTime(), lastMs + 1));
  const next = nextRuling(actor, named, { own, to: ruling.to, at });
  await hub.entityPairs.decide(next, session);
  if (own?.state !== ruling.to) {
    const subject = { pair: next._id, members: [actor.member.id] };
    await hub.entries.append([newEntry(hub, { event: ruling.event, subject, exercise })], session);
  }
  const after = [...rows.filter((row) => row !== own), next].sort((a, b) => a.at.getTime() - b.at.getTime());
  return { state: stateOf(firstOn(after, asserted)?.state, evidence) };
};

/** The earliest of these rulings that holds for two objects, by any of their assertions. */
const firstOn = (
  rows: readonly EntityPairRow[],
  [one, other]: Named['asserted'],
): EntityPairRow | undefined =>
  rows.find((row) => {
    const rulings = rulingsAmong([row], row.sides);
    return verdictOn(rulings, one, other) !== undefined;
  });

type Change = {
  readonly own: EntityPairRow | undefined;
  readonly to: Ruling['to'];
  readonly at: Date;
};

/** One ruling per member and pair. Repeated, it keeps its maker and place, and holds for what was readable each time. */
const nextRuling = (
  actor: Actor,
  { sides, exercise, covered }: Named,
  { own, to, at }: Change,
): EntityPairRow => {
  const partition = partitionOf(exercise);
  const isRepeated = own?.state === to;
  const before = own === undefined ? [] : own.assertions;
  return {
    _id: own?._id ?? pairIdOf(sides, partition, actor.member.id),
    sides,
    exercise: partition,
    state: to,
    at: isRepeated ? own.at : at,
    decidedBy: actor.member.id,
    maker: isRepeated ? (own.maker ?? makerOf(actor)) : makerOf(actor),
    // A ruling of an older release holds for all assertions, and still does when it is repeated.
    ...(isRepeated && before === undefined
      ? {}
      : { assertions: [...new Set([...(before ?? []), ...covered])] }),
  };
};

type Two = { readonly one: string; readonly other: string };

export const acceptObjectDuplicate = (hub: Deps, actor: Actor, two: Two): Promise<Outcome<ObjectPair>> =>
  rule(hub, actor, two, ACCEPT);

export const rejectObjectDuplicate = (hub: Deps, actor: Actor, two: Two): Promise<Outcome<ObjectPair>> =>
  rule(hub, actor, two, REJECT);

export const undoObjectMerge = (hub: Deps, actor: Actor, two: Two): Promise<Outcome<ObjectPair>> =>
  rule(hub, actor, two, UNDO);
