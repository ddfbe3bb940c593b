// Real processes of Tocsin, to be killed: the worker and the hub, on the servers and database of a test.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Process = {
  readonly pid: number;
  /** Resolves with the first log line that holds the text; rejects when the process ends before. */
  saw(text: string, withinMs?: number): Promise<string>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** What it said until now, line by line. */
  said(): readonly string[];
  /** Waits for its end; answers its exit code. */
  ended(): Promise<number | null>;
};

const SAW_MS = 45_000;
const ROOT = join(import.meta.dirname, '../..');

type Entry = 'workers/main.ts' | 'src/main.ts' | 'src/cli/main.ts' | 'seeds/main.ts' | 'scripts/start.mjs';

/** Starts a program of the project under this Node, with what it says read line by line. */
export const startProcess = (entry: Entry, env: NodeJS.ProcessEnv, args: readonly string[] = []): Process =>
  watchProcess(
    entry,
    spawn(process.execPath, [join(ROOT, entry), ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '--conditions=tocsin-source', TOCSIN_LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

/** Reads what a program says line by line. */
export const watchProcess = (entry: string, child: ChildProcess): Process => {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let hasEnded = false;
  // `close` comes after the last line was read, `exit` may come before.
  const ended = once(child, 'close').then(() => {
    hasEnded = true;
    for (const wake of waiting) wake();
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const wake of waiting) wake();
    });
  }
  return {
    pid: child.pid ?? 0,
    saw: async (text, withinMs = SAW_MS) => {
      const late = performance.now() + withinMs;
      for (;;) {
        const found = lines.find((line) => line.includes(text));
        if (found !== undefined) return found;
        if (hasEnded) {
          throw new Error(`${entry} ended before it said "${text}":\n${lines.slice(-20).join('\n')}`);
        }
        if (performance.now() > late) {
          throw new Error(`${entry} did not say "${text}" in time:\n${lines.slice(-20).join('\n')}`);
        }
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
          };
          const timer = setTimeout(wake, withinMs);
          waiting.add(wake);
        });
      }
    },
    said: () => lines,
    ended: async () => {
      await ended;
      return child.exitCode;
    },
    kill: async (signal = 'SIGKILL') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await ended;
    },
  };
};

/** Asks again until it holds; a condition on what another process does cannot be awaited otherwise. */
export const eventually = async (
  what: string,
  holds: () => Promise<boolean>,
  withinMs = 60_000,
): Promise<void> => {
  const until = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A port that nobody listened on a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

type ServersOfWorld = {
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  readonly database: string;
};

/** The environment of the programs of one hub: its servers, its database, and a port of its own. */
export const hubEnvironment = async (world: ServersOfWorld): Promise<NodeJS.ProcessEnv> => {
  const port = await freePort();
  return {
    MONGODB_URL: world.mongodbUrl,
    REDIS_URL: world.redisUrl,
    TOCSIN_DATABASE: world.database,
    TOCSIN_PORT: String(port),
    TOCSIN_URL: `http://127.0.0.1:${port}`,
    NO_COLOR: '1',
  };
};

/** A hub that listens. */
export const startHub = async (env: NodeJS.ProcessEnv): Promise<Process> => {
  const hub = startProcess('src/main.ts', env);
  await hub.saw('the hub listens');
  return hub;
};
