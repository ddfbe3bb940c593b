// Reads a page of proposals: checks who may ask, and reads rows until the page is full. The reviewer may not read
// most of them, so the number of rows scanned is bounded too.
import type { Actor } from '../../domain/member.ts';
import { pageSizeProblem } from '../../domain/page-size.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';

export type Proposals<Row, Proposal> = {
  /** In stable order, after this id. */
  read(batch: number, after: string | undefined): Promise<readonly Row[]>;
  /** The rows of which the reviewer may see both sides. */
  seen(rows: readonly Row[]): Promise<readonly Proposal[]>;
  readonly batch: number;
  /** Limit of rows scanned for one page. */
  readonly most: number;
};

export const reviewPage = async <Row extends { readonly _id: string }, Proposal>(
  hub: Pick<Hub, 'config'>,
  actor: Actor,
  first: number,
  { read, seen, batch, most }: Proposals<Row, Proposal>,
): Promise<Outcome<Proposal[]>> => {
  const permission = mayAct(actor, 'duplicate.review', null);
  if (!permission.allowed) return refused(permission.problem);
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const proposals: Proposal[] = [];
  let after: string | undefined;
  for (let scanned = 0; scanned < most; scanned += batch) {
    const rows = await read(batch, after);
    proposals.push(...(await seen(rows)));
    if (rows.length < batch || proposals.length >= first) break;
    after = rows.at(-1)?._id;
  }
  return accepted(proposals.slice(0, first));
};
