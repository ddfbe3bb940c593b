// The identity provider of the reader's organisation; null where none is registered.
import { ask } from '../../../../app/ask.ts';
import {
  OwnIdentityProviderDocument,
  type OwnIdentityProviderQuery,
} from '../../../../operations/graphql.generated.ts';

export type Known = NonNullable<OwnIdentityProviderQuery['identityProvider']>;

export const providerQuery = {
  queryKey: ['identity-provider'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Known | null> =>
    (await ask(OwnIdentityProviderDocument, {}, { signal })).identityProvider,
};
