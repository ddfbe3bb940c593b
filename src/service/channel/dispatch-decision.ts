// Whether a version goes to an endpoint now, in its digest, or not at all. Its owner's subscriptions decide; without any,
// whatever is addressed to the member goes at once.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Hub } from '../../hub.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';

export const DISPATCH_DECISIONS = ['NOW', 'DIGEST', 'NOT'] as const;
export type DispatchDecision = (typeof DISPATCH_DECISIONS)[number];

/** An endpoint of an addressed member, and why the member has the version. */
export type DispatchTarget = { readonly endpoint: Endpoint; readonly reason: Reason };

export type DispatchQuestion = {
  readonly row: Pick<WarningRow, 'warning' | 'version'>;
  readonly content: Content;
  readonly targets: readonly DispatchTarget[];
  readonly now: Date;
};

/** By id of the endpoint; one without an answer gets NOT. */
export type DecideDispatch = (
  hub: Hub,
  question: DispatchQuestion,
) => Promise<ReadonlyMap<string, DispatchDecision>>;

/** A paused endpoint gets corrections of what went out, and nothing new. */
export const decideDispatch: DecideDispatch = async (_, { row, targets }) =>
  new Map(
    targets.map(({ endpoint: { id, state } }) => [
      id,
      state === 'PAUSED' && row.version === 1 ? 'NOT' : 'NOW',
    ]),
  );
