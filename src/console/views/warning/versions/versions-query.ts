// The versions of an item that its reader had, and what differs between two of them.
import { infiniteQueryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask.ts';
import {
  ItemDifferenceDocument,
  type ItemDifferenceQuery,
  ItemVersionsDocument,
  type ItemVersionsQuery,
} from '../../../operations/graphql.generated.ts';

export type ItemVersion = NonNullable<ItemVersionsQuery['warning']>['versions']['edges'][number]['node'];
export type ItemDifference = NonNullable<NonNullable<ItemDifferenceQuery['warning']>['difference']>;
export type ChangedObject = ItemDifference['objects']['edges'][number]['node'];

type Paged = { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };

const nextOf = (page: Paged | undefined): string | null =>
  page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;

/** `version` is the current one, which a newer one replaces. */
export const itemVersionsQuery = (id: string, version: number) =>
  infiniteQueryOptions({
    queryKey: ['warning', id, 'versions', version],
    queryFn: async ({ signal, pageParam }) =>
      (await ask(ItemVersionsDocument, { id, after: pageParam }, { signal })).warning,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => nextOf(last?.versions),
  });

export type Range = { readonly from: number; readonly to: number };

export const itemDifferenceQuery = (id: string, { from, to }: Range) =>
  infiniteQueryOptions({
    queryKey: ['warning', id, 'difference', from, to],
    queryFn: async ({ signal, pageParam }) =>
      (await ask(ItemDifferenceDocument, { id, from, to, after: pageParam }, { signal })).warning
        ?.difference ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => nextOf(last?.objects),
  });
