// A whole hub behind its real HTTP endpoints on its own port, and the few requests that the tests make.
import { listen } from '../../src/http/listen.ts';
import { type Broker, openBroker } from '../../src/service/live/broker.ts';
import { openTestHub, type TestHub, type TestOverrides } from './hub.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the answer, whatever its shape
  readonly body: any;
};

export type Ask = (query: string, variables?: object) => Promise<unknown>;

/** Asks the hub at this address by a key; what is answered as an error is thrown. */
export const askAt =
  (url: string) =>
  (token: string): Ask =>
  async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };

export type TestEndpoint = TestHub & {
  readonly url: string;
  readonly broker: Broker;
  ask(
    token: string | null,
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  post(token: string | null, body: string, headers?: Record<string, string>): Promise<Answer>;
  get(token: string | null, path: string, headers?: Record<string, string>): Promise<Answer>;
  shut(): Promise<void>;
};

export const openTestEndpoint = async (overrides: TestOverrides = {}): Promise<TestEndpoint> => {
  const world = await openTestHub(overrides);
  const broker = await openBroker(world.hub);
  const listening = await listen(world.hub, broker);
  const bearer = (token: string | null): Record<string, string> =>
    token === null ? {} : { authorization: `Bearer ${token}` };
  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const post: TestEndpoint['post'] = async (token, body, headers = {}) =>
    read(
      await fetch(`${listening.url}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...bearer(token), ...headers },
      }),
    );
  let isShut = false;
  const shut = async (): Promise<void> => {
    if (!isShut) await listening.close();
    isShut = true;
  };
  return {
    ...world,
    url: listening.url,
    broker,
    post,
    ask: (token, query, variables, headers) => post(token, JSON.stringify({ query, variables }), headers),
    get: async (token, path, headers = {}) =>
      read(await fetch(`${listening.url}${path}`, { headers: { ...bearer(token), ...headers } })),
    shut,
    close: async () => {
      await shut();
      await world.close();
    },
  };
};
