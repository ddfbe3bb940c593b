// Real processes of Tocsin that tests can kill: the worker and the hub, on a test's servers and database.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { keepApart } from './database/emptied.ts';

export type Process = {
  readonly pid: number;
  /** Resolves with the first log line that contains the text; rejects when the process ends first. */
  saw(text: string, withinMs?: number): Promise<string>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Its output so far, line by line. */
  said(): readonly string[];
  /** Waits for its end; returns its exit code. */
  ended(): Promise<number | null>;
};

// Guards against a hang: on a busy machine a start takes minutes.
const SAW_MS = 240_000;
const ROOT = join(import.meta.dirname, '../..');

type Entry = 'workers/main.ts' | 'src/main.ts' | 'src/cli/main.ts' | 'seeds/main.ts' | 'scripts/start.mjs';

/** Starts a program of the project under this Node and reads its output line by line. */
export const startProcess = (entry: Entry, env: NodeJS.ProcessEnv, args: readonly string[] = []): Process =>
  watchProcess(
    entry,
    spawn(process.execPath, [join(ROOT, entry), ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '--conditions=tocsin-source', TOCSIN_LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

/** Reads a program's output line by line. */
export const watchProcess = (entry: string, child: ChildProcess): Process => {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let hasEnded = false;
  // `close` comes after the last line is read, `exit` may come before.
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

/** Polls until it holds: a condition in another process cannot be awaited otherwise. */
export const eventually = async (
  what: string,
  holds: () => Promise<boolean>,
  withinMs = 180_000,
): Promise<void> => {
  const until = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A port that was free a moment ago. */
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

/** The environment for the programs of one hub: its servers, its database and its own port. */
export const hubEnvironment = async (world: ServersOfWorld): Promise<NodeJS.ProcessEnv> => {
  const port = await freePort();
  keepApart(world.database);
  return {
    MONGODB_URL: world.mongodbUrl,
    REDIS_URL: world.redisUrl,
    TOCSIN_DATABASE: world.database,
    TOCSIN_DATA: join(tmpdir(), `tocsin-${world.database}`),
    TOCSIN_PORT: String(port),
    TOCSIN_URL: `http://127.0.0.1:${port}`,
    NO_COLOR: '1',
  };
};

/** A listening hub. */
export const startHub = async (env: NodeJS.ProcessEnv): Promise<Process> => {
  const hub = startProcess('src/main.ts', env);
  await hub.saw('the hub listens');
  return hub;
};
