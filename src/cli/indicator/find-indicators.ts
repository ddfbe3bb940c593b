// Which indicators are meant: the hub finds them by what they say themselves, and by the texts of their warnings. Options about
// warnings, such as sectors, narrow them to the warnings that the feed gives for these.
import type { Command } from 'commander';
import { MAX_PAGE_SIZE } from '../../domain/limit/page-size.ts';
import type { HubClient } from '../client/hub-client.ts';
import { type FeedOptions, filterOf, filterOptions } from '../feed/feed-filter.ts';
import { readFeedPages } from '../feed/feed-pages.ts';
import { tell } from '../terminal/output.ts';

export type WhichOptions = FeedOptions & {
  readonly since?: Date;
  readonly value?: string;
  readonly malware?: string;
  readonly technique?: string;
};

export const whichOptions = (command: Command): Command =>
  filterOptions(command)
    .option('--value <value>', 'only those that name this address, host name, URL or hash; also defanged')
    .option('--malware <name>', 'only those of warnings that bring this malware or tool')
    .option('--technique <number>', 'only those of warnings that bring this ATT&CK technique, such as T1190');

/** Ids of the indicators that are meant in one warning. */
export type Meant = {
  readonly warning: string;
  readonly headline: string;
  readonly ids: ReadonlySet<string>;
};

/** Whether an option says which indicators of a warning are meant. */
export const isNarrowed = ({ value, malware, technique, text }: WhichOptions): boolean =>
  [value, malware, technique, text].some((each) => each !== undefined);

/** Whether an option says which warnings are meant. */
export const narrowsWarnings = (options: WhichOptions): boolean => {
  const { text: _text, exercise: _exercise, ...others } = filterOf(options);
  return Object.keys(others).length > 0;
};

type Page = {
  readonly indicators: {
    readonly edges: readonly {
      readonly node: {
        readonly object: { readonly id: string };
        readonly warning: { readonly id: string; readonly headline: string; readonly state: string };
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

/** A hub allows a key bursts of 200 requests; half is left for the bundles. */
const MOST_PAGES = 50;

/** By warning, the newest first; of those in force, unless one warning is asked for. */
export const findIndicators = async (
  client: HubClient,
  { since, value, malware, technique, ...options }: WhichOptions,
  warning?: string,
): Promise<Meant[]> => {
  const { text, exercise, ...others } = filterOf(options);
  const given = { value, malware, technique, text, exercise, warning };
  const filter = Object.fromEntries(Object.entries(given).filter(([, each]) => each !== undefined));
  const among =
    Object.keys(others).length === 0 ? null : await warningsOf(client, { ...others, exercise }, since);
  const found = new Map<string, { headline: string; ids: Set<string> }>();
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { indicators }: Page = await client.ask<Page>('indicators', {
      first: MAX_PAGE_SIZE,
      after,
      since: since?.toISOString() ?? null,
      filter,
    });
    for (const { node } of indicators.edges) {
      const { id, headline, state } = node.warning;
      if ((warning === undefined && state !== 'ACTIVE') || among?.has(id) === false) continue;
      const of = found.get(id) ?? { headline, ids: new Set<string>() };
      found.set(id, of);
      of.ids.add(node.object.id);
    }
    after = indicators.pageInfo.endCursor;
    if (!indicators.pageInfo.hasNextPage) break;
    if (page === MOST_PAGES - 1)
      tell(
        `Only the newest ${MOST_PAGES * MAX_PAGE_SIZE} indicators were looked at; for the others use a shorter --since.`,
      );
  }
  return [...found].map(([id, of]) => ({ warning: id, ...of }));
};

/** Each page costs a request. */
const MOST_WARNINGS = 1_000;

const warningsOf = async (
  client: HubClient,
  filter: Readonly<Record<string, unknown>>,
  since: Date | undefined,
): Promise<ReadonlySet<string>> => {
  const { edges } = await readFeedPages(client, {
    first: MOST_WARNINGS,
    after: null,
    filter: Object.fromEntries(Object.entries(filter).filter(([, each]) => each !== undefined)),
    since: since ?? null,
  });
  return new Set(edges.map(({ node }) => node.id));
};
