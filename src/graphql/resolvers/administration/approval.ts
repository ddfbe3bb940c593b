// What needs two persons: proposed, approved, refused, withdrawn.
import type { Proposal } from '../../../domain/approval/proposal.ts';
import { writtenIn } from '../../../domain/directory.ts';
import type { Outcome } from '../../../domain/problem.ts';
import { APPROVABLES } from '../../../service/approval/approvables.ts';
import { approve, refuse, withdraw } from '../../../service/approval/decide-proposal.ts';
import { listProposals, shown } from '../../../service/approval/list-proposals.ts';
import { propose, proposedBefore } from '../../../service/approval/propose.ts';
import { readRegister } from '../../../service/approval/read-register.ts';
import { act, actOnce, actOrTry } from '../../act.ts';
import { pageOf, valueIn } from '../../present/page.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const decided = async (outcome: Outcome<Proposal>, { hub, actor, observe }: RequestContext) => {
  if (outcome.ok) {
    const { persons } = await hub.directory.current();
    return { proposal: (await shown(hub, actor, outcome.value, persons))[0] ?? null, refusals: [] };
  }
  for (const { code } of outcome.problems) observe.refused(code);
  return { proposal: null, refusals: outcome.problems };
};

export const approvalResolvers = {
  Query: {
    approvalKinds: () =>
      Object.entries(APPROVABLES).map(([kind, { about, payloadAbout, mayPropose, mayApprove }]) => ({
        kind,
        about,
        payload: payloadAbout,
        proposedBy: mayPropose,
        approvedBy: mayApprove,
      })),
    proposals: async (_, { first, after, onlyOpen }, { hub, actor, foundNothing }) => {
      const request = { first: first ?? 20, after: after ?? null, onlyOpen: onlyOpen ?? false };
      const { proposals, hasNextPage, endCursor } = valueIn(await listProposals(hub, actor, request));
      if (proposals.length === 0) foundNothing();
      const edges = proposals.map(({ cursor, proposal }) => ({ cursor, node: proposal }));
      return pageOf(edges, hasNextPage, request.after, endCursor);
    },
    register: async (_, { proposal }, { hub, actor, foundNothing }) => {
      const outcome = await readRegister(hub, actor, proposal);
      if (outcome.ok) return outcome.value;
      foundNothing();
      return null;
    },
  },
  Mutation: {
    propose: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const outcome = await underKey({
        act: () => propose(hub, actor, input),
        again: (id) => proposedBefore(hub, actor, id),
      });
      return decided(outcome, context);
    }),
    approveProposal: act('REQUEST', async (_, { input }, context) =>
      decided(await approve(context.hub, context.actor, input.id), context),
    ),
    refuseProposal: act('REQUEST', async (_, { input }, context) =>
      decided(await refuse(context.hub, context.actor, input.id), context),
    ),
    withdrawProposal: actOrTry('REQUEST', async (_, { input }, context) =>
      decided(await withdraw(context.hub, context.actor, input.id), context),
    ),
  },
  Proposal: {
    byWritten: async ({ by }, _, { hub }) => writtenIn(await hub.directory.current(), by) ?? by,
    care: (proposal, _, { loaders }) => loaders.care().load(proposal),
    decidedByWritten: async ({ decidedBy }, _, { hub }) =>
      writtenIn(await hub.directory.current(), decidedBy),
    recipients: (proposal, _, { loaders }) => loaders.recipients().load(proposal),
  },
} satisfies Partial<Resolvers>;
