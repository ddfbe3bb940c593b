// The text of /metrics of hub and worker with a sample of every metric, as both really write it.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnections } from '../../../src/http/bounds/connections.ts';
import { openStreams } from '../../../src/http/bounds/streams.ts';
import { type Measured, openMetrics } from '../../../src/http/metrics.ts';
import type { Hub } from '../../../src/hub.ts';
import { openQueue } from '../../../src/queue/queue.ts';
import { openFigures } from '../../../workers/health/figures.ts';
import type { TestHub } from '../hub.ts';

/** A hub on which nothing is open. */
export const noneMeasured = ({ config, log }: Hub): Measured => {
  const empty = { bytes: () => 0, cut: () => false };
  return {
    streams: openStreams(config.limits),
    buffers: { unsent: openConnections(config.limits, log), bodies: empty, streams: empty },
  };
};

/** The hub with a data directory that has a log. */
const withLog = (hub: Hub): Hub => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tocsin-figures-'));
  mkdirSync(join(dataDirectory, 'hub'));
  writeFileSync(join(dataDirectory, 'hub/log'), 'a line');
  return { ...hub, config: { ...hub.config, dataDirectory } };
};

export const hubFigures = async (hub: Hub): Promise<string> => {
  const metrics = openMetrics(withLog(hub), noneMeasured(hub));
  metrics.request('query', 200, 1);
  metrics.observer.published();
  metrics.observer.refused('NOT_FOUND');
  const { text } = await metrics.text();
  metrics.close();
  return text;
};

export const workerFigures = async (world: TestHub): Promise<string> => {
  const queue = openQueue(world.redisUrl, world.database, () => undefined);
  const figures = openFigures(withLog(world.hub), queue);
  figures.observer.job('target-warning', 'done', 1);
  const { text } = await figures.text();
  await queue.close();
  return text;
};
