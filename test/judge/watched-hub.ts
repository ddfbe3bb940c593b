// A hub in its own process, on the database of a test, with its event loop measured from within: delays inside the hub are
// separated from those of the sender.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { TestHub } from '../support/hub.ts';
import { hubEnvironment, type Process, startHub } from '../support/processes.ts';

/** In milliseconds, without the time that the hub waited for a busy CPU: that is reported separately. */
export type Turn = { readonly ms: number; readonly waitedMs: number };

export type WatchedAnswer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a judge reads the answer, whatever its shape
  readonly body: any;
  readonly longestTurn: Turn;
};

/** In bytes, after a garbage collection. */
export type Memory = { readonly heldBytes: number; readonly residentBytes: number };

export type WatchedHub = {
  readonly url: string;
  readonly port: number;
  readonly process: Process;
  /** The longest since it was last asked. */
  longestTurn(): Promise<Turn>;
  /** Takes a collection, which is not counted as a turn. */
  memory(): Promise<Memory>;
  post(token: string, body: string): Promise<WatchedAnswer>;
  close(): Promise<void>;
};

const askFor = async <Answer>(watch: Socket, what: '?' | 'm'): Promise<Answer> => {
  watch.write(what);
  const [line] = await once(watch, 'data');
  return JSON.parse(String(line)) as Answer;
};

export const openWatchedHub = async (world: TestHub, env: NodeJS.ProcessEnv): Promise<WatchedHub> => {
  const whole: NodeJS.ProcessEnv = {
    ...(await hubEnvironment(world)),
    ...env,
    NODE_OPTIONS: `--conditions=tocsin-source --import=${new URL('turns.ts', import.meta.url)}`,
  };
  const hub = await startHub(whole);
  const line = await hub.saw('turns are reported at ');
  const watch = connect(Number(line.split(' ').at(-1)), '127.0.0.1');
  await once(watch, 'connect');
  const longestTurn = () => askFor<Turn>(watch, '?');
  return {
    url: String(whole['TOCSIN_URL']),
    port: Number(whole['TOCSIN_PORT']),
    process: hub,
    longestTurn,
    memory: () => askFor<Memory>(watch, 'm'),
    post: async (token, body) => {
      await longestTurn();
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(`${whole['TOCSIN_URL']}/graphql`, { method: 'POST', body, headers });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: isJson ? JSON.parse(text) : text,
        longestTurn: await longestTurn(),
      };
    },
    close: async () => {
      watch.destroy();
      await hub.kill('SIGTERM');
    },
  };
};
