// What went to one's endpoints, as `tocsin delivery list` shows it.
import { MAX_PAGE_SIZE } from '../../domain/limit/page-size.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { typed } from '../terminal/choices.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

export type LogOptions = ClientOptions & {
  readonly state?: string;
  readonly first?: string;
  readonly json?: true;
};

export type Logged = {
  readonly deliveryId: string;
  readonly occasion: string;
  readonly warning: string | null;
  readonly version: number | null;
  readonly state: string;
  readonly cause: string | null;
  readonly attemptCount: number;
  readonly at: string;
  readonly nextAt: string | null;
  readonly sentAt: string | null;
  readonly endpoint: { readonly endpointId: string; readonly channel: string; readonly label: string };
};

type Page = {
  readonly channelDeliveries: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Logged }[];
  };
};

export const stateValue = (state: string): string => state.toUpperCase();

export const showLog = async (endpoint: string | null, options: LogOptions): Promise<void> => {
  const client = hubClient(options);
  const most = Math.max(1, Number(options.first ?? '50') || 50);
  const filter = {
    ...(endpoint === null ? {} : { endpoint }),
    ...(options.state === undefined ? {} : { states: [stateValue(options.state)] }),
  };
  const rows: Logged[] = [];
  for (let after: string | null = null; rows.length < most; ) {
    const first = Math.min(MAX_PAGE_SIZE, most - rows.length);
    const asked: object = { first, after, filter };
    const { edges, pageInfo } = (await client.ask<Page>('channelLog', asked)).channelDeliveries;
    rows.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  if (options.json === true) {
    for (const row of rows) printJson(row);
    return;
  }
  if (rows.length === 0) return print('Nothing went to your endpoints.');
  print(table(['DELIVERY', 'MADE', 'TO', 'BRINGS', 'STATE', 'TRIES', 'WHY'], rows.map(rowOf)));
};

const rowOf = (row: Logged): string[] => [
  row.deliveryId,
  utcText(row.at),
  tidy(row.endpoint.label),
  broughtBy(row),
  stateText(row),
  String(row.attemptCount),
  row.cause ?? '',
];

export const broughtBy = ({ occasion, warning, version }: Logged): string =>
  warning === null ? typed(occasion) : `${warning} v${version ?? 1}`;

/** With when it is tried again. */
export const stateText = ({ state, nextAt }: Logged): string =>
  nextAt === null ? typed(state) : `${typed(state)} ${utcText(nextAt)}`;
