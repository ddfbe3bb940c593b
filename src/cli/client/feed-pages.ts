// Reads the newest items page by page until enough are found. Under a selective filter a page of the hub can be short
// or empty and still have a next page.
import type { HubClient } from './hub-client.ts';
import type { WarningEdge } from './warning-fields.ts';

type Page = {
  readonly feed: {
    readonly edges: readonly WarningEdge[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type FeedFound = {
  readonly edges: readonly WarningEdge[];
  /** The cursor from which older items can be read; null when there are none. */
  readonly older: string | null;
};

/** A hub allows a key bursts of 200 requests; a search leaves some for other users of the key. */
const MAX_REQUESTS = 100;

export const readFeedPages = async (
  client: Pick<HubClient, 'ask'>,
  {
    first,
    after,
    filter,
  }: { readonly first: number; readonly after: string | null; readonly filter: object },
): Promise<FeedFound> => {
  const edges: WarningEdge[] = [];
  let place = after;
  for (let request = 0; request < MAX_REQUESTS; request += 1) {
    const variables = { first: first - edges.length, after: place, filter };
    const { feed } = await client.ask<Page>('feed', variables);
    edges.push(...feed.edges);
    if (!feed.pageInfo.hasNextPage) return { edges, older: null };
    place = feed.pageInfo.endCursor;
    if (edges.length >= first) break;
  }
  return { edges, older: place };
};
