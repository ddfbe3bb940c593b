// The worker process: config, hub, queue, worker; closes in reverse on SIGTERM or SIGINT.
import { readConfig } from '../src/config/config.ts';
import { openHub } from '../src/hub.ts';
import { openQueue } from '../src/queue/queue.ts';
import { loadShippedSets } from '../src/service/enrichment/refresh-set.ts';
import { startOrExit } from '../src/service/health/start-or-exit.ts';
import { startWorker } from './worker.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) throw new Error(`Tocsin needs Node 24; this is ${process.version}. Start it with npm start.`);

const config = readConfig();
const hub = await startOrExit(() => openHub(config, 'worker'));
const name = hub.database.name;
let lastError = '';
const queue = openQueue(config.redisUrl.reveal(), name, (error) => {
  if (error.message !== lastError) hub.log.warn({ reason: error.message }, 'Redis');
  lastError = error.message;
});
await loadShippedSets(hub);
const worker = await startWorker(hub, queue);
hub.log.info({}, 'the worker is ready');

const close = async (): Promise<void> => {
  await worker.close();
  await queue.close();
  await hub.close();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    const late = setTimeout(() => process.exit(1), 15_000);
    close().then(
      () => {
        clearTimeout(late);
        process.exit(0);
      },
      () => process.exit(1),
    );
  });
}
