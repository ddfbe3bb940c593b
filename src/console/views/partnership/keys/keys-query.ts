// Keys, of oneself or of one's member, what they can be limited to, and machines without one.
import { ask } from '../../../app/ask.ts';
import {
  AccessKeysDocument,
  KeyRangesDocument,
  KeyScopesDocument,
  type KeysOf,
  MachinesDocument,
  type ShownKeyFragment,
} from '../../../operations/graphql.generated.ts';

export type Key = ShownKeyFragment;
/** The dialog that is open. */
export type OpenKey = { readonly act: 'rotate' | 'end'; readonly key: Key } | { readonly act: 'make' } | null;

export const keysQuery = (whose: KeysOf) => ({
  queryKey: ['access-keys', whose],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly Key[]> =>
    (await ask(AccessKeysDocument, { whose }, { signal })).keys,
});

export const scopesQuery = {
  queryKey: ['key-scopes'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await ask(KeyScopesDocument, {}, { signal })).keyScopes,
  staleTime: Number.POSITIVE_INFINITY,
};

/** Whether the hub can hold a key to networks. */
export const rangesQuery = {
  queryKey: ['key-ranges'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await ask(KeyRangesDocument, {}, { signal })).mayLimitKeysToRanges,
  staleTime: Number.POSITIVE_INFINITY,
};

export const machinesQuery = {
  queryKey: ['machines'],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await ask(MachinesDocument, {}, { signal })).machines,
};
