// The audit trail as the address filters it. A page can be short and still have a next one.
import { ask } from '../../../app/ask.ts';
import {
  type AuditFilter,
  AuditTrailDocument,
  type AuditTrailQuery,
  type ShownLineFragment,
} from '../../../operations/graphql.generated.ts';
import { endOfDay, isDay } from '../act/lists.ts';

export type Line = ShownLineFragment;
type Page = AuditTrailQuery['auditTrail'];

export type AuditSearch = {
  event?: string | undefined;
  person?: string | undefined;
  warning?: string | undefined;
  /** Days, `2026-11-28`. */
  since?: string | undefined;
  until?: string | undefined;
};

const filterOf = ({ event, person, warning, since, until }: AuditSearch): AuditFilter => ({
  ...(event === undefined ? {} : { events: [event] }),
  ...(person === undefined ? {} : { person }),
  ...(warning === undefined ? {} : { warning }),
  ...(since !== undefined && isDay(since) ? { since: `${since}T00:00:00Z` } : {}),
  ...(until !== undefined && isDay(until) ? { until: endOfDay(until) } : {}),
});

const MOST_EMPTY_PAGES = 20;
const PAGE = 100;

/** The next page that has a line, or the last one looked at. */
const pageFrom = async (search: AuditSearch, after: string | null, signal?: AbortSignal): Promise<Page> => {
  let place = after;
  for (let page = 0; ; page += 1) {
    const variables = { first: PAGE, after: place, filter: filterOf(search) };
    const { auditTrail } = await ask(AuditTrailDocument, variables, { signal });
    const { edges, pageInfo } = auditTrail;
    if (edges.length > 0 || !pageInfo.hasNextPage || page >= MOST_EMPTY_PAGES) return auditTrail;
    place = pageInfo.endCursor;
  }
};

export const auditQuery = (search: AuditSearch) => ({
  queryKey: ['audit', search],
  queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    pageFrom(search, pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ pageInfo }: Page) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
});

/** So many lines are in a file; a page may hold few. */
const MOST_LINES = 10_000;
const MOST_PAGES = 1_000;

export type AllLines = {
  readonly lines: readonly Line[];
  /** There are more, and older ones. */
  readonly isCut: boolean;
};

export const allLines = async (search: AuditSearch, pageOf = pageFrom): Promise<AllLines> => {
  const lines: Line[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES && lines.length < MOST_LINES; page += 1) {
    const { edges, pageInfo }: Page = await pageOf(search, after);
    lines.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return { lines, isCut: false };
  }
  return { lines, isCut: true };
};
