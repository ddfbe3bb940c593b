// Keys of persons, machines and screens: made, rotated and ended.
import { SCOPES, type Scope } from '../../../domain/access/scopes.ts';
import { writtenIn } from '../../../domain/directory.ts';
import type { Problem } from '../../../domain/problem.ts';
import { makeKey } from '../../../service/access/make-key.ts';
import { endKey, rotateKey, shownKey, shownKeys } from '../../../service/access/own-keys.ts';
import { act } from '../../act.ts';
import { given } from '../../present/given.ts';
import { valueIn } from '../../present/page.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const refusedKey = (problems: readonly Problem[], { observe }: RequestContext) => {
  for (const { code } of problems) observe.refused(code);
  return { key: null, token: null, refusals: problems };
};

export const keyResolvers = {
  Query: {
    keys: async (_, { whose }, { hub, actor }) => valueIn(await shownKeys(hub, actor, whose ?? 'OWN')),
    keyScopes: () => [...SCOPES],
  },
  Mutation: {
    createKey: act('REQUEST', async (_, { input }, context) => {
      // Unknown scopes are refused by the act, with where they stand.
      const draft = { ...given(input), scopes: (input.scopes ?? []) as readonly Scope[] };
      const made = await makeKey(context.hub, context.actor, draft);
      if (!made.ok) return refusedKey(made.problems, context);
      const { key, token } = made.value;
      return { key: shownKey(key, context.hub.clock.now()), token, refusals: [] };
    }),
    rotateKey: act('REQUEST', async (_, { input }, context) => {
      const { id, overlapHours } = input;
      const rotated = await rotateKey(context.hub, context.actor, { id, overlapHours: overlapHours ?? 24 });
      if (!rotated.ok) return refusedKey(rotated.problems, context);
      const { key, token } = rotated.value;
      return { key: shownKey(key, context.hub.clock.now()), token, refusals: [] };
    }),
    revokeKey: act('REQUEST', async (_, { input }, context) => {
      const ended = await endKey(context.hub, context.actor, input.id, {
        isTrial: input.dryRun === true,
      });
      if (!ended.ok) return refusedKey(ended.problems, context);
      return { key: ended.value.key, token: null, refusals: [] };
    }),
  },
  AccessKey: {
    keyId: ({ id }) => id,
    person: async ({ personId }, _, { hub }) => writtenIn(await hub.directory.current(), personId),
  },
} satisfies Partial<Resolvers>;
