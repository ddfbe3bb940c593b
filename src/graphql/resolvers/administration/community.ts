// Communities and who is in them; and to whom a member is listed.
import type { Directory } from '../../../domain/directory.ts';
import type { Member } from '../../../domain/member.ts';
import { ruleInWords } from '../../../domain/partnership/community-rules.ts';
import { accepted, type Outcome, type Problem } from '../../../domain/problem.ts';
import { rollOf } from '../../../policy/communities.ts';
import { isListedTo } from '../../../policy/naming.ts';
import {
  changeCommunity,
  createCommunity,
  createdBefore,
  type Kept,
} from '../../../service/community/keep-community.ts';
import {
  acceptIntoCommunity,
  type CommunityInvitation,
  inviteToCommunity,
  joinCommunity,
  leaveCommunity,
  removeFromCommunity,
  type Standing,
} from '../../../service/community/memberships.ts';
import {
  readCommunities,
  readCommunity,
  requestsOf,
  standingOf,
} from '../../../service/community/read-memberships.ts';
import { changeListing } from '../../../service/member/change-listing.ts';
import { shownOnce } from '../../../service/record/once.ts';
import { act, actOnce, actOrTry } from '../../act.ts';
import { given } from '../../present/given.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const directoryOf = ({ hub }: RequestContext): Promise<Directory> => hub.directory.current();

const refusalsOf = (problems: readonly Problem[], { observe }: RequestContext): readonly Problem[] => {
  for (const { code } of problems) observe.refused(code);
  return problems;
};

const kept = (outcome: Outcome<Kept>, context: RequestContext) =>
  outcome.ok
    ? { ...outcome.value, refusals: [] }
    : { community: null, fitting: null, refusals: refusalsOf(outcome.problems, context) };

const membership = (outcome: Outcome<Standing>, context: RequestContext) =>
  outcome.ok
    ? { state: outcome.value.state, refusals: [] }
    : { state: null, refusals: refusalsOf(outcome.problems, context) };

const NO_CODE = shownOnce(
  '$.code',
  'Make another invitation under a new Idempotency-Key; this one ends by itself.',
);

export const communityResolvers = {
  Query: {
    communities: (_, __, { hub, actor }) => readCommunities(hub, actor),
    community: async (_, { slug }, context) => {
      const found = await readCommunity(context.hub, context.actor, (each) => each.slug === slug);
      if (found === null) context.foundNothing();
      return found;
    },
  },
  Mutation: {
    createCommunity: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const { dryRun, rule, ...others } = input;
      const wanted = { ...given(others), rule: rule == null ? null : given(rule) };
      const outcome = await underKey({
        act: () => createCommunity(hub, actor, wanted, { isTrial: dryRun === true }),
        again: () => createdBefore(hub, actor, input.slug),
      });
      return kept(outcome, context);
    }),
    changeCommunity: act('REQUEST', async (_, { input: { dryRun, rule, ...input } }, context) => {
      const change = { ...given(input), ...(rule === undefined ? {} : { rule: rule && given(rule) }) };
      return kept(
        await changeCommunity(context.hub, context.actor, change, { isTrial: dryRun === true }),
        context,
      );
    }),
    inviteToCommunity: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const asked = { community: input.community, member: input.member ?? null };
      const outcome = await underKey<CommunityInvitation | null>({
        act: () => inviteToCommunity(hub, actor, asked),
        again: async () => accepted(null),
      });
      if (outcome.ok && outcome.value === null) return { code: null, expiresAt: null, refusals: [NO_CODE] };
      return outcome.ok
        ? { code: outcome.value?.code ?? null, expiresAt: outcome.value?.expiresAt ?? null, refusals: [] }
        : { code: null, expiresAt: null, refusals: refusalsOf(outcome.problems, context) };
    }),
    joinCommunity: act('REQUEST', async (_, { input }, context) => {
      const asked = { community: input.community, code: input.code ?? null };
      return membership(await joinCommunity(context.hub, context.actor, asked), context);
    }),
    leaveCommunity: actOrTry('REQUEST', async (_, { input }, context) =>
      membership(await leaveCommunity(context.hub, context.actor, input.community), context),
    ),
    acceptIntoCommunity: actOrTry('REQUEST', async (_, { input }, context) =>
      membership(await acceptIntoCommunity(context.hub, context.actor, input), context),
    ),
    removeFromCommunity: actOrTry('REQUEST', async (_, { input }, context) =>
      membership(await removeFromCommunity(context.hub, context.actor, input), context),
    ),
    changeListing: act('REQUEST', async (_, { input }, context) => {
      const change = { isUnlisted: input.isUnlisted, listedTo: input.listedTo ?? [] };
      const outcome = await changeListing(context.hub, context.actor, change);
      return outcome.ok
        ? { isUnlisted: outcome.value.isUnlisted === true, refusals: [] }
        : { isUnlisted: null, refusals: refusalsOf(outcome.problems, context) };
    }),
  },
  Community: {
    managers: async ({ managers }, _, context) => {
      const directory = await directoryOf(context);
      return managers.flatMap((id): Member[] => {
        const member = directory.members.get(id);
        return member !== undefined && isListedTo(directory, member, context.actor.member.id) ? [member] : [];
      });
    },
    members: async (community, _, context) => rollOf(await directoryOf(context), context.actor, community),
    membership: (community, _, { hub, actor }) => standingOf(hub, actor, community),
    requests: (community, _, { hub, actor }) => requestsOf(hub, actor, community),
  },
  CommunityRule: { inWords: (rule) => ruleInWords(rule) },
} satisfies Partial<Resolvers>;
