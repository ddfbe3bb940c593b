// Reads the newest items page by page until enough are found. Under a selective filter a page of the hub can be short
// or empty and still have a next page.

import type { HubClient } from '../client/hub-client.ts';
import type { WarningEdge } from '../client/warning-fields.ts';
import type { Sieve } from './feed-sieve.ts';

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

type Wanted = {
  readonly first: number;
  readonly after: string | null;
  readonly filter: object;
  /** Only what the hub took in or changed from then on; it decides, since a new number may stand for an old time. */
  readonly since?: Date | null;
  /** What the hub does not filter by. */
  readonly sieve?: Sieve | null;
  /** How often the hub is asked at most. */
  readonly requests?: number;
};

/** Within what one operation may cost, whatever is asked of a row. */
const PAGE = 50;

export const readFeedPages = async (
  client: Pick<HubClient, 'ask'>,
  { first, after, filter, since = null, sieve = null, requests = MAX_REQUESTS }: Wanted,
): Promise<FeedFound> => {
  const edges: WarningEdge[] = [];
  let place = after;
  for (let request = 0; request < requests; request += 1) {
    const size = sieve === null ? Math.min(PAGE, first - edges.length) : PAGE;
    const { feed } = await client.ask<Page>('feed', {
      first: size,
      after: place,
      since: since?.toISOString() ?? null,
      filter,
    });
    for (const edge of feed.edges) {
      if (sieve?.keeps(edge.node) === false) continue;
      edges.push(edge);
      // The rest of the page was not shown, so older items begin here.
      if (edges.length === first) return { edges, older: isEnd(feed, edge) ? null : edge.cursor };
    }
    if (!feed.pageInfo.hasNextPage) return { edges, older: null };
    place = feed.pageInfo.endCursor;
  }
  return { edges, older: place };
};

const isEnd = ({ edges, pageInfo }: Page['feed'], edge: WarningEdge): boolean =>
  !pageInfo.hasNextPage && edge === edges.at(-1);
