// A subscription over WebSocket, as the events came.
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export type Subscribing = {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
};

/** One line per event, until one contains `last` or `withinMs` are over; an error is the last line. */
export const readSocket = (
  { url, token, query, variables }: Subscribing,
  last: string,
  withinMs: number,
): Promise<string> => {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  const lines: string[] = [];
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(late);
      void client.dispose();
      resolve(lines.join('\n'));
    };
    const late = setTimeout(done, withinMs);
    const end = (why: unknown): void => {
      const { code, reason } = why as { readonly code?: number; readonly reason?: string };
      lines.push(Array.isArray(why) ? JSON.stringify(why) : `closed: ${code} ${reason}`);
      done();
    };
    client.subscribe(
      { query, variables },
      {
        next: (result) => {
          const line = JSON.stringify(result);
          lines.push(line);
          if (line.includes(last)) done();
        },
        error: end,
        complete: done,
      },
    );
  });
};
