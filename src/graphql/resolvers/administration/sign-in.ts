// Ways to sign in that a member's administrator sets up: its identity provider, its machines, recovery codes.
import { isPending } from '../../../domain/access/credential.ts';
import type { Outcome } from '../../../domain/problem.ts';
import {
  listMachines,
  registerMachine,
  removeMachine,
} from '../../../service/credential/administer-machines.ts';
import {
  readProvider,
  removeProvider,
  setProvider,
} from '../../../service/credential/administer-provider.ts';
import { issueRecovery } from '../../../service/credential/recovery/recover.ts';
import { act, actOrTry } from '../../act.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const problemsIn = <Value>(outcome: Outcome<Value>, { observe }: RequestContext) => {
  if (outcome.ok) return [];
  for (const { code } of outcome.problems) observe.refused(code);
  return outcome.problems;
};

export const signInResolvers = {
  Query: {
    identityProvider: (_, __, { hub, actor }) => readProvider(hub, actor),
    machines: (_, __, { hub, actor }) => listMachines(hub, actor),
  },
  Mutation: {
    setIdentityProvider: act('REQUEST', async (_, { input }, context) => {
      const outcome = await setProvider(context.hub, context.actor, {
        name: input.name,
        issuer: input.issuer,
        clientId: input.clientId,
        clientSecret: input.clientSecret ?? null,
        isShown: input.isShown ?? false,
        admits: input.admits ?? 'INVITED',
        groupClaim: input.groupClaim ?? null,
        groups: input.groups ?? [],
        rolesOfAll: input.rolesOfAll ?? [],
      });
      return { provider: outcome.ok ? outcome.value : null, refusals: problemsIn(outcome, context) };
    }),
    removeIdentityProvider: actOrTry('REQUEST', async (_, { input }, context) => {
      const outcome = await removeProvider(context.hub, context.actor, input.issuer);
      return { provider: null, refusals: problemsIn(outcome, context) };
    }),
    registerMachine: act('REQUEST', async (_, { input }, context) => {
      const outcome = await registerMachine(context.hub, context.actor, {
        label: input.label,
        roles: input.roles,
        certificate: input.certificate ?? null,
        subject: input.subject ?? null,
        expiresAt:
          input.expiresAt === undefined || input.expiresAt === null ? null : new Date(input.expiresAt),
      });
      return { machine: outcome.ok ? outcome.value : null, refusals: problemsIn(outcome, context) };
    }),
    removeMachine: actOrTry('REQUEST', async (_, { input }, context) => {
      const outcome = await removeMachine(context.hub, context.actor, input.registration);
      return { machine: null, refusals: problemsIn(outcome, context) };
    }),
    issueRecoveryCode: act('REQUEST', async (_, { input }, context) => {
      const outcome = await issueRecovery(context.hub, context.actor, input.person);
      return {
        code: outcome.ok ? outcome.value.code : null,
        expiresAt: outcome.ok ? outcome.value.expiresAt.toISOString() : null,
        refusals: problemsIn(outcome, context),
      };
    }),
  },
  Machine: { registration: ({ id }) => id, isPending },
  IdentityProvider: {
    hasSecret: ({ clientSecret }) => clientSecret !== null,
    signInUrl: ({ id }, _, { hub }) => `${hub.origin}/sign-in/openid-connect/${id}`,
  },
} satisfies Partial<Resolvers>;
