// A hub in its own process, on the database of a test, with its event loop measured from within: delays inside the hub are
// separated from those of the sender.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { TestHub } from '../support/hub.ts';
import { hubEnvironment, startHub } from '../support/processes.ts';

/** In milliseconds, without the time that the hub waited for a busy CPU: that is reported separately. */
export type Turn = { readonly ms: number; readonly waitedMs: number };

export type WatchedAnswer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a judge reads the answer, whatever its shape
  readonly body: any;
  readonly longestTurn: Turn;
};

export type WatchedHub = {
  post(token: string, body: string): Promise<WatchedAnswer>;
  close(): Promise<void>;
};

const longestTurn = async (watch: Socket): Promise<Turn> => {
  watch.write('?');
  const [line] = await once(watch, 'data');
  return JSON.parse(String(line)) as Turn;
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
  return {
    post: async (token, body) => {
      await longestTurn(watch);
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(`${whole['TOCSIN_URL']}/graphql`, { method: 'POST', body, headers });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: isJson ? JSON.parse(text) : text,
        longestTurn: await longestTurn(watch),
      };
    },
    close: async () => {
      watch.destroy();
      await hub.kill('SIGTERM');
    },
  };
};
