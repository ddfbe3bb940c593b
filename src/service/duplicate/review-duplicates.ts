// A reviewer decides whether two warnings are duplicates. Only pairs that the reviewer may read on both sides are
// shown. A pair found distinct is never proposed again. A ruling is reversed by its maker or a manager of the maker's
// member, and by nobody else. Each decision is an entry in the record.

import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Event } from '../../domain/record/entry.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { makerOf, mayReverse } from '../../policy/ruling.ts';
import { REAL } from '../../store/feed.ts';
import type { PairRow, PairState } from '../../store/pairs.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';
import { newEntry } from '../record/append-entry.ts';
import { rulingOfAnother } from '../ruling/ruling-of-another.ts';
import { reasonsOf } from './read-related.ts';
import { type ReviewPage, type ReviewRequest, reviewPage } from './review-page.ts';

type Deps = Pick<
  Hub,
  'warnings' | 'pairs' | 'entries' | 'database' | 'clock' | 'entropy' | 'cursorKey' | 'config' | 'storage'
>;

export type ReviewedPair = {
  readonly id: string;
  readonly state: PairState;
  readonly warnings: readonly [Item, Item];
  readonly reasons: readonly string[];
  readonly score: number;
};

/** Both sides as this reader sees them; null when it may not see one of them. The queries are the same for no pair (I34). */
const readPair = async (hub: Deps, actor: Actor, pair: PairRow | null): Promise<ReviewedPair | null> => {
  const items = await readWarnings(hub, actor, pair?.warnings ?? []);
  return pair === null ? null : pairSeen(pair, items);
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

/** For reviewers who may read both sides; null for anyone else. */
export const readDuplicate = async (hub: Deps, actor: Actor, id: string): Promise<ReviewedPair | null> => {
  const seen = await readPair(hub, actor, await hub.pairs.byId(id));
  return mayAct(actor, 'duplicate.review', null).allowed ? seen : null;
};

export const listProposals = (
  hub: Deps,
  actor: Actor,
  request: ReviewRequest,
): Promise<Outcome<ReviewPage<ReviewedPair>>> =>
  reviewPage(hub, actor, request, {
    type: 'duplicate',
    read: (batch, after) => hub.pairs.proposed(request.partition ?? REAL, batch, after),
    seen: async (pairs) => {
      const items = await readWarnings(
        hub,
        actor,
        pairs.flatMap(({ warnings }) => warnings),
      );
      const seen = pairs.flatMap((pair) => pairSeen(pair, items) ?? []);
      return new Map(
        seen
          .filter(({ warnings }) => warnings.every(({ state }) => state !== 'CANCELLED'))
          .map((pair) => [pair.id, pair]),
      );
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

/** Back to the reviewers. What a rule joined it would join again, so that can only be found distinct. */
const REOPEN: Ruling = {
  event: 'duplicate.undone',
  from: ['ACCEPTED'],
  to: 'PROPOSED',
  otherwise: (state) =>
    problem(
      'DUPLICATE_NOT_ACCEPTED',
      '$.reopen',
      state === 'APART'
        ? 'A reviewer found these two distinct.'
        : 'No reviewer accepted these two: a rule joined them.',
      state === 'APART'
        ? 'Join them with acceptDuplicate.'
        : 'Undo it without `reopen`: they are then distinct.',
    ),
};

const isRuled = ({ state }: PairRow): boolean => state === 'ACCEPTED' || state === 'APART';

/** Repeating a ruling changes nothing and is not refused. */
const rule = async (hub: Deps, actor: Actor, id: string, ruling: Ruling): Promise<Outcome<ReviewedPair>> => {
  const seen = await readPair(hub, actor, await hub.pairs.byId(id));
  if (seen === null) return notFound('$.id');
  const permission = mayAct(actor, 'duplicate.review', null);
  if (!permission.allowed) return refused(permission.problem);
  await hub.storage.require('WORK');
  const { exercise } = seen.warnings[0].access;
  const broken = await hub.database.transaction(async (session): Promise<Problem | null> => {
    const current = await hub.pairs.byId(id, session);
    // The worker has dropped a pair that no longer holds.
    if (current === null) return ruling.otherwise('PROPOSED');
    if (current.state === ruling.to) return null;
    if (!ruling.from.includes(current.state)) return ruling.otherwise(current.state);
    if (isRuled(current) && !mayReverse(actor, current)) return rulingOfAnother('$.id');
    const made = { to: ruling.to, by: actor.member.id, maker: makerOf(actor) };
    await hub.pairs.decide(id, { from: [current.state], ...made }, session);
    const subject = { pair: id, members: [actor.member.id] };
    await hub.entries.append([newEntry(hub, { event: ruling.event, subject, exercise })], session);
    return null;
  });
  return broken === null ? accepted({ ...seen, state: ruling.to }) : refused(broken);
};

export const acceptDuplicate = (hub: Deps, actor: Actor, id: string): Promise<Outcome<ReviewedPair>> =>
  rule(hub, actor, id, ACCEPT);

export const rejectDuplicate = (hub: Deps, actor: Actor, id: string): Promise<Outcome<ReviewedPair>> =>
  rule(hub, actor, id, REJECT);

/** `isReopened`: a pair that a reviewer accepted is proposed again; else the two stay distinct. */
export const undoMerge = (
  hub: Deps,
  actor: Actor,
  id: string,
  isReopened = false,
): Promise<Outcome<ReviewedPair>> => rule(hub, actor, id, isReopened ? REOPEN : UNDO);
