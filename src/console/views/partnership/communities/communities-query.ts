// Communities that the reader may see.
import { ask } from '../../../app/ask.ts';
import {
  CommunitiesDocument,
  OneCommunityDocument,
  type OneCommunityQuery,
  type ShownCommunityFragment,
} from '../../../operations/graphql.generated.ts';

export type Community = ShownCommunityFragment;
export type Whole = NonNullable<OneCommunityQuery['community']>;

type Signal = { readonly signal: AbortSignal };

export const communitiesQuery = {
  queryKey: ['communities'],
  queryFn: async ({ signal }: Signal): Promise<readonly Community[]> =>
    (await ask(CommunitiesDocument, {}, { signal })).communities,
};

/** Null where there is none that the reader may see. */
export const communityQuery = (slug: string) => ({
  queryKey: ['communities', slug],
  queryFn: async ({ signal }: Signal): Promise<Whole | null> =>
    (await ask(OneCommunityDocument, { slug }, { signal })).community,
});
