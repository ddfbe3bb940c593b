// The types of servers.mjs, for tests and the benchmark.

export interface Server {
  readonly port: number;
  /** Null while it is down. */
  readonly pid: number | null;
  /** Starts on the same port and data; resolves when it answers (mongod: when it is writable). */
  start(): Promise<void>;
  /** Sends SIGKILL by default; resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** SIGTERM, then start. */
  restart(): Promise<void>;
}

export interface RedisServer extends Server {
  readonly url: string;
  /** Empties Redis (FLUSHALL). */
  flush(): Promise<void>;
}

export interface Servers<M = Server, R = RedisServer> {
  readonly directory: string;
  /** Names the database `tocsin`; suites that share a server choose another with `dbName`. */
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  /** The first member of the set; null when `mongodbUrl` was given. */
  readonly mongod: M;
  readonly mongods: readonly Server[];
  /** The member that is currently primary. */
  primary(): Promise<Server | null>;
  /** Null when `redisUrl` was given. */
  readonly redis: R;
  /** Stops Redis, then mongod; releases the data directory, and removes it when ephemeral. */
  stop(): Promise<void>;
}

interface Options {
  /** Required unless `ephemeral`, which uses a temporary one. */
  dataDirectory?: string;
  ephemeral?: boolean | 'memory';
  /** Members of the set, 1 by default. */
  replicaNodes?: number;
  log?: (line: string) => void;
  /** The caller already holds the data directory (hold.mjs). */
  isHeld?: boolean;
  /** Starts each server in its own process group, so that Ctrl-C does not reach it. */
  ownGroup?: boolean;
  /** Called when a server ends unexpectedly. */
  onLost?: (name: 'mongod' | 'redis-server', how: number | string | null) => void;
}

/** Starts both servers; throws an error named `SetupError` whose message is meant for a person. */
export function startServers(options: Options): Promise<Servers>;
export function startServers(
  options: Options & { mongodbUrl?: string | undefined; redisUrl?: string | undefined },
): Promise<Servers<Server | null, RedisServer | null>>;

/** Runs a program of the project under this Node with additional variables; returns its exit code. */
export function runBeside(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number>;
