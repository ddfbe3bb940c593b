// Outages of a database of one member, and failovers of one of three, of every kind under load.
import { openFaultWorld } from '../../support/fault/fault-world.ts';
import { loadThrough, STRIKES, type Strike } from '../../support/fault/outage-load.ts';
import { hubEnvironment, startHub } from '../../support/processes.ts';
import { randomOf } from '../../support/random.ts';
import type { ChunkOptions, ChunkResult, Suite } from '../suite.ts';

/** Strikes a set of so many members once in each of the given ways. */
export const runFailovers = async (
  { seed, say }: Omit<ChunkOptions, 'chunk'>,
  strikes: readonly Strike[],
  members: number,
): Promise<ChunkResult> => {
  const fault = await openFaultWorld({ replicaNodes: members });
  const env = await hubEnvironment(fault.world);
  const hub = await startHub({
    ...env,
    TOCSIN_REQUESTS_PER_SECOND: '10000',
    TOCSIN_REQUEST_BURST: '10000',
    TOCSIN_PUBLISHES_PER_SECOND: '10000',
  });
  const target = {
    url: String(env['TOCSIN_URL']),
    publisher: await fault.world.token('cyberAgency'),
    reader: await fault.world.token('northGrid', 'analyst'),
    random: randomOf(seed),
  };
  const failures: string[] = [];
  let counted = 0;
  let slowest = 0;
  try {
    for (const strike of strikes) {
      const found = await loadThrough(fault, target, strike);
      const { answers, outages, acknowledged } = found;
      say(`${strike}: ${answers} answers, ${outages} of them 503, ${acknowledged.length} published`);
      counted += answers;
      slowest = Math.max(slowest, found.slowest);
      failures.push(...found.failures.map((each) => `${strike}: ${each}`));
      // Several members hide a short election from clients: the driver waits for the new primary and sends again.
      if (outages === 0 && members === 1) failures.push(`${strike}: nothing was struck`);
      const heads = await fault.world.hub.warnings.heads(acknowledged);
      const stored = new Set(heads.map(({ warning }) => warning));
      for (const id of acknowledged)
        if (!stored.has(id)) failures.push(`${strike}: acknowledged and lost: ${id}`);
    }
    const last = hub.said().findLast((line) => line.includes('nothing handled'));
    if (last !== undefined) failures.push(`the hub ended: ${last}`);
  } finally {
    await hub.kill();
    await fault.close();
  }
  return { counted, failures, figures: { 'slowest answer ms': slowest } };
};

export const suite: Suite = {
  id: 'outages',
  promise:
    'An outage is answered with 503 and Retry-After by every act, the hub lives, and nothing acknowledged is lost.',
  chunks: 20,
  runChunk: (options) => {
    const isAlone = options.chunk % 2 === 0;
    return isAlone ? runFailovers(options, ['KILL', 'FREEZE'], 1) : runFailovers(options, STRIKES, 3);
  },
};
