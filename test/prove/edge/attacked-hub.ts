// A hub in its own process under attack: it stays alive, no event-loop turn is long, and nothing fails inside it.
import { openWatchedHub, type WatchedHub } from '../../judge/watched-hub.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import type { ChunkResult } from '../suite.ts';

/** The longest event-loop turn allowed to the hub. */
export const LONGEST_TURN_MS = 100;

/** So that limits on rates do not stand in front of what is attacked. */
export const UNHURRIED = {
  TOCSIN_REQUESTS_PER_SECOND: '1000000',
  TOCSIN_REQUEST_BURST: '1000000',
  TOCSIN_PUBLISHES_PER_SECOND: '1000000',
};

/** One attack: how often, from which seed, and where it reports its progress. */
export type Attack = {
  readonly count: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

export type AttackedHub = {
  readonly world: TestHub;
  readonly hub: WatchedHub;
  /** Adds a failure, with what is needed to see it again. */
  fail(line: string): void;
  /** Looks at the longest turn since the last look, and at whether the hub is alive. */
  look(): Promise<void>;
};

/** What an attack did; the hub itself knows whether it failed. */
export type Attacked = { readonly counted: number; readonly figures?: Record<string, number> };

export type OpenAttackedHub = {
  /** Runs an attack; the result has the failures of this one, and its figures beside the longest turn. */
  during(attack: (attacked: AttackedHub) => Promise<Attacked>): Promise<ChunkResult>;
  close(): Promise<void>;
};

export const openAttackedHub = async (env: NodeJS.ProcessEnv): Promise<OpenAttackedHub> => {
  const world = await openTestHub();
  const hub = await openWatchedHub(world, { ...UNHURRIED, ...env }).catch(async (error: unknown) => {
    await world.close();
    throw error;
  });
  const failures: string[] = [];
  const fail = (line: string): void => void failures.push(line.slice(0, 2_000));
  let longest = 0;
  let lines = 0;
  const look = async (): Promise<void> => {
    const { ms } = await hub.longestTurn();
    longest = Math.max(longest, ms);
    if (ms > LONGEST_TURN_MS) fail(`a turn of ${ms.toFixed(0)} ms`);
    const status = await fetch(`${hub.url}/healthz`, { signal: AbortSignal.timeout(10_000) }).then(
      (response) => response.status,
      String,
    );
    if (status !== 200) fail(`the health page answers ${status}`);
  };
  return {
    during: async (attack) => {
      // What the start or the attack before left over is not of this one.
      await hub.longestTurn();
      longest = 0;
      const { counted, figures } = await attack({ world, hub, fail, look });
      await look();
      for (const line of faultsIn(hub.process.said().slice(lines))) fail(line);
      lines = hub.process.said().length;
      return {
        counted,
        failures: failures.splice(0),
        figures: { 'worst turn ms': Math.round(longest), ...figures },
      };
    },
    close: async () => {
      await hub.close();
      await world.close();
    },
  };
};

/** Runs an attack on a new hub. */
export const onAttackedHub = async (
  env: NodeJS.ProcessEnv,
  attack: (attacked: AttackedHub) => Promise<Attacked>,
): Promise<ChunkResult> => {
  const open = await openAttackedHub(env);
  try {
    return await open.during(attack);
  } finally {
    await open.close();
  }
};

/** Log lines of failures inside the hub, and what it says when it ends by itself. */
const faultsIn = (lines: readonly string[]): string[] =>
  lines.filter((line) => /"level":(?:50|60)|uncaught|unhandled|^Error:/i.test(line));
