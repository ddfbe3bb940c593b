// The types of servers.mjs, for tests and the benchmark.

export interface Server {
  readonly port: number;
  /** Null while it is down. */
  readonly pid: number | null;
  /** Back on the same port and data; resolves when it answers (mongod: when it can be written to). */
  start(): Promise<void>;
  /** SIGKILL unless said otherwise; resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** SIGTERM, then start. */
  restart(): Promise<void>;
}

export interface RedisServer extends Server {
  readonly url: string;
  /** FLUSHALL: Redis as if it had never been used. */
  flush(): Promise<void>;
}

export interface Servers<M = Server, R = RedisServer> {
  readonly directory: string;
  /** With the database `tocsin` in its path; several suites on one server choose their own by `dbName`. */
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  /** The first member of the set; null when `mongodbUrl` was given. */
  readonly mongod: M;
  readonly mongods: readonly Server[];
  /** The member that can be written to at the moment. */
  primary(): Promise<Server | null>;
  /** Null when `redisUrl` was given. */
  readonly redis: R;
  /** Redis first, then mongod; frees the data directory, and removes it when it was ephemeral. */
  stop(): Promise<void>;
}

interface Options {
  /** Needed unless `ephemeral`, which then takes a temporary one. */
  dataDirectory?: string;
  ephemeral?: boolean;
  /** Members of the set, 1 by default. */
  replicaNodes?: number;
  log?: (line: string) => void;
  /** The caller holds the data directory already (hold.mjs). */
  isHeld?: boolean;
  /** Servers in process groups of their own: Ctrl-C on the terminal does not reach them. */
  ownGroup?: boolean;
  /** A server ended that nobody had asked to. */
  onLost?: (name: 'mongod' | 'redis-server', how: number | string | null) => void;
}

/** Starts both servers; throws an error named `SetupError` whose message is meant for a person. */
export function startServers(options: Options): Promise<Servers>;
export function startServers(
  options: Options & { mongodbUrl?: string | undefined; redisUrl?: string | undefined },
): Promise<Servers<Server | null, RedisServer | null>>;

/** Runs this Node on a program of the project until it ends, with these variables besides our own; gives its exit code. */
export function runBeside(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number>;
