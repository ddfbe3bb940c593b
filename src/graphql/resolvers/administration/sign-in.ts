// Ways to sign in that a member's administrator sets up: its identity provider, its machines, recovery codes.
import { isPending } from '../../../domain/access/credential.ts';
import { accepted, notFound, type Outcome } from '../../../domain/problem.ts';
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
import { type IssuedCode, issueRecovery } from '../../../service/credential/recovery/recover.ts';
import { shownOnce } from '../../../service/record/once.ts';
import { act, actOnce, actOrTry } from '../../act.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const problemsIn = <Value>(outcome: Outcome<Value>, { observe }: RequestContext) => {
  if (outcome.ok) return [];
  for (const { code } of outcome.problems) observe.refused(code);
  return outcome.problems;
};

const NO_CODE = shownOnce('$.code', 'Issue another under a new Idempotency-Key; the former one ends.');

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
    registerMachine: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const request = {
        label: input.label,
        roles: input.roles,
        certificate: input.certificate ?? null,
        subject: input.subject ?? null,
        expiresAt:
          input.expiresAt === undefined || input.expiresAt === null ? null : new Date(input.expiresAt),
      };
      const outcome = await underKey({
        act: () => registerMachine(hub, actor, request),
        again: async (id) => {
          const found = (await listMachines(hub, actor)).find((each) => each.id === id);
          return found === undefined ? notFound('$.registration') : accepted(found);
        },
      });
      return { machine: outcome.ok ? outcome.value : null, refusals: problemsIn(outcome, context) };
    }),
    removeMachine: actOrTry('REQUEST', async (_, { input }, context) => {
      const outcome = await removeMachine(context.hub, context.actor, input.registration);
      return { machine: null, refusals: problemsIn(outcome, context) };
    }),
    issueRecoveryCode: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const outcome = await underKey<IssuedCode | null>({
        act: () => issueRecovery(hub, actor, input.person),
        again: async () => accepted(null),
      });
      const issued = outcome.ok ? outcome.value : null;
      return {
        code: issued?.code ?? null,
        expiresAt: issued?.expiresAt.toISOString() ?? null,
        refusals: outcome.ok && issued === null ? [NO_CODE] : problemsIn(outcome, context),
      };
    }),
  },
  Machine: { registration: ({ id }) => id, isPending },
  IdentityProvider: {
    hasSecret: ({ clientSecret }) => clientSecret !== null,
    signInUrl: ({ id }, _, { hub }) => `${hub.origin}/sign-in/openid-connect/${id}`,
  },
} satisfies Partial<Resolvers>;
