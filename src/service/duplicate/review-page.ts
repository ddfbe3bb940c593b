// Reads a page of proposals: checks who may ask, and reads rows until the page is full. The reviewer may not read most of
// them, so the number of rows scanned is bounded too; a page that found nothing then says where to go on (I31).

import type { Partition } from '../../domain/exercise/partition.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import { exerciseProblems } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { cursorProblem, openBlock, sealBlock, sealPlace } from '../cursor.ts';

export type ReviewRequest = {
  readonly first: number;
  readonly after: string | null;
  /** The traffic whose proposals are listed. */
  readonly partition: Partition;
};

export type ReviewPage<Proposal> = {
  readonly proposals: readonly { readonly cursor: string; readonly proposal: Proposal }[];
  readonly hasNextPage: boolean;
  /** Where the next page starts; null on the last page. */
  readonly endCursor: string | null;
};

export type Proposals<Row, Proposal> = {
  /** What the ids of the pairs begin with. */
  readonly type: 'duplicate' | 'object-duplicate';
  /** In stable order, after this id. */
  read(batch: number, after: string | undefined): Promise<readonly Row[]>;
  /** By id: the rows of which the reviewer may see both sides. */
  seen(rows: readonly Row[]): Promise<ReadonlyMap<string, Proposal>>;
  readonly batch: number;
  /** Limit of rows scanned for one page. */
  readonly most: number;
};

export const reviewPage = async <Row extends { readonly _id: string }, Proposal>(
  hub: Pick<Hub, 'config' | 'cursorKey'>,
  actor: Actor,
  request: ReviewRequest,
  { type, read, seen, batch, most }: Proposals<Row, Proposal>,
): Promise<Outcome<ReviewPage<Proposal>>> => {
  const permission = mayAct(actor, 'duplicate.review', null);
  if (!permission.allowed) return refused(permission.problem);
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const never = exerciseProblems('$.exercise', request.partition);
  if (never.length > 0) return refused(...never);
  let after: string | undefined;
  if (request.after !== null) {
    const position = openBlock(hub.cursorKey, bindingOf(type), request.after);
    if (position === null) return refused(cursorProblem(hub.cursorKey, bindingOf(type), request.after));
    after = idOf(type, position);
  }
  const seal = (id: string): string => sealBlock(hub.cursorKey, bindingOf(type), placeOf(id));
  const proposals: { cursor: string; proposal: Proposal }[] = [];
  /** A place that no proposal shows differs each time (I35). */
  const cursorAt = (id: string): string =>
    id === lastShown ? seal(id) : sealPlace(hub.cursorKey, bindingOf(type), placeOf(id));
  let lastShown: string | undefined;
  const pageUpTo = (last: string | undefined): Outcome<ReviewPage<Proposal>> =>
    accepted({
      proposals,
      hasNextPage: last !== undefined,
      endCursor: last === undefined ? null : cursorAt(last),
    });
  for (let scanned = 0; scanned < most; scanned += batch) {
    const rows = await read(batch, after);
    const open = await seen(rows);
    for (const { _id } of rows) {
      const proposal = open.get(_id);
      if (proposal === undefined) continue;
      if (proposals.length === request.first) return pageUpTo(after);
      proposals.push({ cursor: seal(_id), proposal });
      lastShown = _id;
      after = _id;
    }
    if (rows.length < batch) return pageUpTo(undefined);
    after = rows.at(-1)?._id;
  }
  return pageUpTo(after);
};

const bindingOf = (type: string): string => `reviews:${type}`;

/** In hexadecimal digits: as much of the UUID of a pair as a cursor holds, more than enough to tell pairs apart. */
const PLACE = 24;

const hexOf = (id: string): string => id.slice(id.indexOf('--') + 2).replaceAll('-', '');
const placeOf = (id: string): Buffer => Buffer.from(hexOf(id).slice(0, PLACE), 'hex');

/** The last id that a place can stand for: the page goes on after it. */
const idOf = (type: string, place: Buffer): string => {
  const hex = place.toString('hex').padEnd(32, 'f');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${type}--${parts.join('-')}`;
};
