// Shared by the tests of live streams: the subscription, the two public clients, publishing, and waiting for a state of
// the hub instead of sleeping.
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Hub } from '../../src/hub.ts';
import { sealPage } from '../../src/service/cursor.ts';
import type { Item } from '../../src/service/item/item.ts';
import { catchUp } from '../../src/service/live/catch-up.ts';
import { toItem } from '../../src/service/live/match.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { openTestEndpoint, type TestEndpoint } from './endpoint.ts';
import { draft } from './hub.ts';
import { eventually } from './processes.ts';

export const RECEIVED = `subscription Received($after: String) {
  warningReceived(after: $after) { cursor node { headline whyMe { kind rule } } }
}`;

export type Received = {
  readonly warningReceived: {
    readonly cursor: string;
    readonly node: {
      readonly headline: string;
      readonly whyMe: { readonly kind: string; readonly rule: string };
    };
  };
};

/** A hub with generous request limits, and the key of an analyst who subscribes. */
export const openLiveEndpoint = async (): Promise<{
  readonly endpoint: TestEndpoint;
  readonly token: string;
}> => {
  const endpoint = await openTestEndpoint({
    env: { TOCSIN_REQUEST_BURST: '2000', TOCSIN_REQUESTS_PER_SECOND: '2000' },
  });
  return { endpoint, token: await endpoint.token('northGrid', 'analyst') };
};

/** A client that does not reconnect by itself: the test controls resuming. */
export const socketClient = (endpoint: TestEndpoint, token: string, more: object = {}) =>
  createSocketClient({
    url: `${endpoint.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
    ...more,
  });

export const eventClient = (endpoint: TestEndpoint, token: string, headers: Record<string, string> = {}) =>
  createEventClient({
    url: `${endpoint.url}/graphql`,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

/** Resolves when the warning is numbered and the broker has seen it. */
export const publishAs = async (
  endpoint: TestEndpoint,
  changes: Parameters<typeof draft>[0],
): Promise<void> => {
  const published = await publishWarning(endpoint.hub, await endpoint.actor('cyberAgency'), draft(changes));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await endpoint.drain();
  await endpoint.broker.wake();
};

/** One after the other, for the grid. */
export const publishAll = async (endpoint: TestEndpoint, ...headlines: readonly string[]): Promise<void> => {
  for (const headline of headlines) await publishAs(endpoint, { headline });
};

/** Resolves when this many streams are open: from then on each new warning arrives. */
export const streamsOpen = (endpoint: TestEndpoint, count: number): Promise<void> =>
  eventually(`${count} open streams`, async () => endpoint.broker.counts().streams === count);

type Results = AsyncIterator<{ readonly data?: Received | null | undefined }>;

/** The next `count` events. */
export const take = async (results: Results, count: number): Promise<Received['warningReceived'][]> => {
  const taken: Received['warningReceived'][] = [];
  while (taken.length < count) {
    const { value, done } = await results.next();
    if (done === true || value?.data?.warningReceived === undefined)
      throw new Error(JSON.stringify(value ?? 'ended'));
    taken.push(value.data.warningReceived);
  }
  return taken;
};

export const headlines = (items: readonly Received['warningReceived'][]): string[] =>
  items.map(({ node }) => node.headline);

/** What a reader who comes back gets of everything between two positions, as catch-up reads it. */
export const missedItems = async (
  hub: Hub,
  missed: Omit<Parameters<typeof catchUp>[1], 'isOver'>,
): Promise<Item[]> => {
  const { actor, filter } = missed;
  const found: Item[] = [];
  for await (const batch of catchUp(hub, { ...missed, isOver: () => false })) {
    for (const { row } of batch) {
      const [cursor = ''] = sealPage(hub.cursorKey, filter.binding, [row.sequence ?? 0]);
      const item = toItem(hub, row, actor, cursor);
      if (item !== null) found.push(item);
    }
  }
  return found;
};
