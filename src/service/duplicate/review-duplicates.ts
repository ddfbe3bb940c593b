// A reviewer decides whether two warnings are duplicates. Only pairs that the reviewer may read on both sides are
// shown. A pair found distinct is never proposed again. Each decision is an entry in the record.

import type { Partition } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Event } from '../../domain/record/entry.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { REAL } from '../../store/feed.ts';
import type { PairRow, PairState } from '../../store/pairs.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';
import { newEntry } from '../record/append-entry.ts';
import { reasonsOf } from './read-related.ts';
import { reviewPage } from './review-page.ts';

type Deps = Pick<
  Hub,
  'warnings' | 'pairs' | 'entries' | 'database' | 'clock' | 'entropy' | 'cursorKey' | 'config'
>;

export type ReviewedPair = {
  readonly id: string;
  readonly state: PairState;
  readonly warnings: readonly [Item, Item];
  readonly reasons: readonly string[];
  readonly score: number;
};

/** Both sides as this reader sees them; null when it may not see one of them. */
const readPair = async (hub: Deps, actor: Actor, pair: PairRow): Promise<ReviewedPair | null> => {
  const items = await readWarnings(hub, actor, pair.warnings);
  return pairSeen(pair, items);
};

const pairSeen = (pair: PairRow, items: ReadonlyMap<string, Item>): ReviewedPair | null => {
  const [one, other] = pair.warnings.map((id) => items.get(id));
  if (one === undefined || other === undefined) return null;
  const { _id: id, state, score } = pair;
  return {
    id,
    state,
    score: Math.round(score * 100) / 100,
    warnings: [one, other],
    reasons: reasonsOf(pair, [one, other]),
  };
};

export const listProposals = (
  hub: Deps,
  actor: Actor,
  partition: Partition,
  first: number,
): Promise<Outcome<ReviewedPair[]>> =>
  reviewPage(hub, actor, first, {
    read: (batch, after) => hub.pairs.proposed(partition ?? REAL, batch, after),
    seen: async (pairs) => {
      const items = await readWarnings(
        hub,
        actor,
        pairs.flatMap(({ warnings }) => warnings),
      );
      const seen = pairs.flatMap((pair) => pairSeen(pair, items) ?? []);
      return seen.filter(({ warnings }) => warnings.every(({ state }) => state !== 'CANCELLED'));
    },
    batch: 200,
    most: 2_000,
  });

type Ruling = {
  readonly event: Event;
  readonly from: readonly PairState[];
  readonly to: PairState;
  readonly otherwise: (state: PairState) => Problem;
};

const linked = (): Problem =>
  problem('DUPLICATE_LINKED', '$.id', 'These two are already linked.', 'Undo that with undoMerge.');

const ACCEPT: Ruling = {
  event: 'duplicate.accepted',
  // A reviewer who found two distinct may have erred: the pair is not proposed again, but can still be accepted.
  from: ['PROPOSED', 'LINKED', 'APART'],
  to: 'ACCEPTED',
  otherwise: linked,
};
const REJECT: Ruling = {
  event: 'duplicate.rejected',
  from: ['PROPOSED'],
  to: 'APART',
  otherwise: linked,
};
const UNDO: Ruling = {
  event: 'duplicate.undone',
  from: ['FOLDED', 'LINKED', 'ACCEPTED'],
  to: 'APART',
  otherwise: () =>
    problem(
      'DUPLICATE_NOT_LINKED',
      '$.id',
      'These two are proposed, not linked: there is nothing to undo.',
      'Say that they differ with rejectDuplicate.',
    ),
};

/** Repeating a ruling changes nothing and is not refused. */
const rule = async (hub: Deps, actor: Actor, id: string, ruling: Ruling): Promise<Outcome<ReviewedPair>> => {
  const pair = await hub.pairs.byId(id);
  const seen = pair === null ? null : await readPair(hub, actor, pair);
  if (pair === null || seen === null) return notFound('$.id');
  const permission = mayAct(actor, 'duplicate.review', null);
  if (!permission.allowed) return refused(permission.problem);
  const { exercise } = seen.warnings[0].access;
  const state = await hub.database.transaction(async (session): Promise<PairState> => {
    const isDone = await hub.pairs.decide(
      id,
      { from: ruling.from, to: ruling.to, by: actor.member.id },
      session,
    );
    if (!isDone) return (await hub.pairs.byId(id, session))?.state ?? 'APART';
    const subject = { pair: id, members: [actor.member.id] };
    await hub.entries.append([newEntry(hub, { event: ruling.event, subject, exercise })], session);
    return ruling.to;
  });
  return state === ruling.to ? accepted({ ...seen, state }) : refused(ruling.otherwise(state));
};

export const acceptDuplicate = (hub: Deps, actor: Actor, id: string): Promise<Outcome<ReviewedPair>> =>
  rule(hub, actor, id, ACCEPT);

export const rejectDuplicate = (hub: Deps, actor: Actor, id: string): Promise<Outcome<ReviewedPair>> =>
  rule(hub, actor, id, REJECT);

export const undoMerge = (hub: Deps, actor: Actor, id: string): Promise<Outcome<ReviewedPair>> =>
  rule(hub, actor, id, UNDO);
