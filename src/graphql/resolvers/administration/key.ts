// Keys of persons, machines and screens: made, rotated and ended.
import { SCOPES, type Scope } from '../../../domain/access/scopes.ts';
import { writtenIn } from '../../../domain/directory.ts';
import type { Outcome, Problem } from '../../../domain/problem.ts';
import { type MadeKey, makeKey, mayLimitToRanges } from '../../../service/access/make-key.ts';
import { endKey, keyMadeBefore, rotateKey, shownKey, shownKeys } from '../../../service/access/own-keys.ts';
import { shownOnce } from '../../../service/record/once.ts';
import { act, actOnce } from '../../act.ts';
import { given } from '../../present/given.ts';
import { valueIn } from '../../present/page.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const refusedKey = (problems: readonly Problem[], { observe }: RequestContext) => {
  for (const { code } of problems) observe.refused(code);
  return { key: null, token: null, refusals: problems };
};

type Made = Pick<MadeKey, 'key'> & { readonly token: string | null };

/** Without a token where it was made before, under the same Idempotency-Key. */
const madeKey = (outcome: Outcome<Made>, context: RequestContext) => {
  if (!outcome.ok) return refusedKey(outcome.problems, context);
  const { key, token } = outcome.value;
  const shown = shownKey(key, context.hub.clock.now());
  return { key: shown, token, refusals: token === null ? [NO_TOKEN] : [] };
};

const NO_TOKEN = shownOnce('$.token', 'Rotate the key for one with another token, or revoke it.');

export const keyResolvers = {
  Query: {
    keys: async (_, { whose }, { hub, actor }) => valueIn(await shownKeys(hub, actor, whose ?? 'OWN')),
    keyScopes: () => [...SCOPES],
    mayLimitKeysToRanges: (_, __, { hub }) => mayLimitToRanges(hub),
  },
  Mutation: {
    createKey: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      // Unknown scopes are refused by the act, with where they stand.
      const draft = { ...given(input), scopes: (input.scopes ?? []) as readonly Scope[] };
      return madeKey(
        await underKey<Made>({
          act: () => makeKey(hub, actor, draft),
          again: (id) => keyMadeBefore(hub, actor, id),
        }),
        context,
      );
    }),
    rotateKey: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const { id, overlapHours } = input;
      return madeKey(
        await underKey<Made>({
          act: () => rotateKey(hub, actor, { id, overlapHours: overlapHours ?? 24 }),
          again: (made) => keyMadeBefore(hub, actor, made),
        }),
        context,
      );
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
