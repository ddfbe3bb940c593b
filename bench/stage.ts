// What each benchmark receives: hub and worker as real processes, the load generator, the servers' process ids.
import type { Hub } from '../src/hub.ts';
import type { Row } from './figures.ts';
import type { Remote } from './load/remote.ts';
import type { Partnership } from './partnership.ts';

export type Stage = {
  readonly seed: number;
  readonly repetitions: number;
  readonly isQuick: boolean;
  /** Address of the hub under test. */
  readonly url: string;
  readonly pids: {
    readonly hub: number;
    readonly worker: number;
    readonly mongod: number;
    readonly redis: number;
    readonly load: number;
  };
  readonly load: Remote;
  readonly keys: Partnership;
  /** A hub on the same database for setting up and for waiting until the pipeline is idle; idle while measuring. */
  readonly observer: Hub;
  readonly rivalEnv: NodeJS.ProcessEnv;
  /** Of a hub on the same database, for a benchmark that needs one of its own. */
  readonly hubEnv: NodeJS.ProcessEnv;
  readonly nodeOptions: readonly string[];
  say(text: string): void;
};

export type Benchmark = (stage: Stage) => Promise<readonly Row[]>;
