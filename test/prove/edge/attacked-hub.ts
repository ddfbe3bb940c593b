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

/** Runs an attack on a new hub; the result has its failures, and the figures it returns beside the longest turn. */
export const onAttackedHub = async (
  env: NodeJS.ProcessEnv,
  attack: (attacked: AttackedHub) => Promise<{ counted: number; figures?: Record<string, number> }>,
): Promise<ChunkResult> => {
  const world = await openTestHub();
  const failures: string[] = [];
  const fail = (line: string): void => void failures.push(line.slice(0, 2_000));
  let longest = 0;
  try {
    const hub = await openWatchedHub(world, { ...UNHURRIED, ...env });
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
    try {
      // What the start left over is not of the attack.
      await hub.longestTurn();
      const { counted, figures } = await attack({ world, hub, fail, look });
      await look();
      for (const line of faultsIn(hub.process.said())) fail(line);
      return { counted, failures, figures: { 'worst turn ms': Math.round(longest), ...figures } };
    } finally {
      await hub.close();
    }
  } finally {
    await world.close();
  }
};

/** Log lines of failures inside the hub, and what it says when it ends by itself. */
const faultsIn = (lines: readonly string[]): string[] =>
  lines.filter((line) => /"level":(?:50|60)|uncaught|unhandled|^Error:/i.test(line));
